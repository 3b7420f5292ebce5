package io.hybridanomaly.lstm;

/**
 * What the autoencoder makes of windows.
 *
 * @param residuals [windows × length]: value minus reconstruction
 * @param codes [windows × latent]
 * @param length window length in points
 * @param latent size of a code
 */
public record Reconstruction(float[] residuals, float[] codes, int length, int latent) {}
