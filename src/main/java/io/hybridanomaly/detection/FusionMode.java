package io.hybridanomaly.detection;

import java.util.Locale;

/** How the score of the autoencoder and the score of Benford's law become one. */
public enum FusionMode {
  /** The sum of both calibrated scores, Benford's only where its law applies. The default. */
  CALIBRATED,
  /** High only where both scores are. */
  BOTH,
  /** High where one of the scores is. */
  EITHER,
  /** The plain sum, whether Benford's law applies or not. */
  SUM,
  /** The autoencoder alone. */
  LSTM,
  /** Benford's law alone. */
  BENFORD;

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
