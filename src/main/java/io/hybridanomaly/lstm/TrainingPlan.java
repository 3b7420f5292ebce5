package io.hybridanomaly.lstm;

/**
 * How the autoencoder is built and trained.
 *
 * @param window window length in points
 * @param epochs at most; fewer if the network has learned what it can
 * @param batches mini-batches in an epoch
 * @param seed start of every random choice
 */
public record TrainingPlan(int window, int epochs, int batches, long seed) {

  /** Mini-batches in an epoch, of a series that is long enough. */
  public static final int STEPS_PER_EPOCH = 10;

  /** The same of windows of many series. */
  private static final int STEPS_OF_SEVERAL = 30;

  /** Mini-batches in an epoch at least. */
  private static final int FEWEST_STEPS = 4;

  /**
   * Epochs in a cycle of the learning rate. After each the training can end: the rate has come
   * down, and the network is settled. One cycle is enough to draw what windows have in common; a
   * network that has learned more draws what is unusual too.
   */
  static final int CYCLE = 10;

  /**
   * The training ends when a cycle has lowered the loss on windows held back by less than this
   * share.
   */
  static final double LEAST_GAIN = 0.05;

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

  /**
   * The plan for a series: an epoch sees as many windows as the series has, up to a fixed number,
   * so that the cost grows with a short series and does not with a long one.
   *
   * @param points length of the series
   */
  public static TrainingPlan of(int points, int window, int epochs, long seed) {
    return of(points - window + 1, STEPS_PER_EPOCH, window, epochs, seed);
  }

  /**
   * The plan for windows of several series: with many, an epoch is longer than that of one series,
   * since there is more to learn.
   *
   * @param windows how many there are
   */
  public static TrainingPlan ofWindows(int windows, int window, int epochs, long seed) {
    return of(windows, STEPS_OF_SEVERAL, window, epochs, seed);
  }

  private static TrainingPlan of(int windows, int most, int window, int epochs, long seed) {
    int batches = Math.clamp((windows + BATCH - 1) / BATCH, FEWEST_STEPS, most);
    return new TrainingPlan(window, epochs, batches, seed);
  }

  /** The plan for a long series. */
  public TrainingPlan(int window, int epochs, long seed) {
    this(window, epochs, STEPS_PER_EPOCH, seed);
  }

  /** Epochs after which most trainings have ended: two cycles, if there may be so many. */
  public int usualEpochs() {
    return Math.min(epochs, 2 * CYCLE);
  }

  /** Points in a patch, one LSTM step each. */
  public int patch() {
    return (window + PATCHES - 1) / PATCHES;
  }

  /** LSTM steps in a window. */
  public int steps() {
    return (window + patch() - 1) / patch();
  }
}
