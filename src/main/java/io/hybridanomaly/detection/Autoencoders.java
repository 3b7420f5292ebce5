package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.LstmAutoencoder;
import io.hybridanomaly.lstm.TrainingMonitor;
import io.hybridanomaly.lstm.TrainingPlan;

/** Where the autoencoders of a detection come from. */
@FunctionalInterface
interface Autoencoders {

  /** They are trained on the series itself. */
  Autoencoders OWN = LstmAutoencoder::train;

  /**
   * An autoencoder for windows of a length; the caller closes it.
   *
   * @param series scaled values
   * @param plan of the training, if there is one
   */
  LstmAutoencoder autoencoder(float[] series, TrainingPlan plan, TrainingMonitor monitor);
}
