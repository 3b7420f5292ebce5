package io.hybridanomaly.importing;

/**
 * Neighbouring points with the very same value.
 *
 * @param start index of its first point in the series, from 0
 * @param length number of points
 * @param value the value
 */
public record ConstantStretch(int start, int length, double value) {}
