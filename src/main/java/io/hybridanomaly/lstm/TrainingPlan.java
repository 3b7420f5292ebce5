package io.hybridanomaly.lstm;

/**
 * How the autoencoder is built and trained.
 *
 * @param window window length in points
 * @param epochs each a fixed number of mini-batches, so that the cost does not grow with the series
 * @param seed start of every random choice
 */
public record TrainingPlan(int window, int epochs, long seed) {

  /** Mini-batches in an epoch. */
  public static final int STEPS_PER_EPOCH = 20;

  /** Windows in a mini-batch. */
  static final int BATCH = 128;

  /**
   * LSTM steps that a window is cut into, about. With sixteen, short rhythms of a few values, such
   * as a week of days, were not learned in a thousand mini-batches; with four they are in a few
   * hundred, and each costs a third.
   */
  private static final int PATCHES = 4;

  /** Size of an LSTM layer's state. */
  public static final int HIDDEN = 32;

  /** Numbers in the code between encoder and decoder. */
  public static final int LATENT = 8;

  /** LSTM layers of encoder and decoder each. */
  public static final int LAYERS = 2;

  static final double PEAK_RATE = 5e-3;
  static final double MAX_GRADIENT_NORM = 1;

  /** Points in a patch, one LSTM step each. */
  public int patch() {
    return (window + PATCHES - 1) / PATCHES;
  }

  /** LSTM steps in a window. */
  public int steps() {
    return (window + patch() - 1) / patch();
  }
}
