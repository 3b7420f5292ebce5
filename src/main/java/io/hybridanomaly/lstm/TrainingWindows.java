package io.hybridanomaly.lstm;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which windows of a series are trained on, and which are held back to see whether the training
 * still helps. Those held back overlap with others: no point of the series stays unknown to the
 * network.
 *
 * @param trained first points of windows
 * @param heldBack the same, ascending
 */
record TrainingWindows(int[] trained, int[] heldBack) {

  /** Windows held back at most: enough to know the loss. */
  private static final int MOST = 128;

  /** Of so many windows one is held back: a short series has few to train on. */
  private static final int ONE_IN = 8;

  /**
   * Holds back windows at random.
   *
   * @param windows how many there are, one at each point, at least one; a single one is in both
   */
  static TrainingWindows of(int windows, SplittableRandom random) {
    int wanted = Math.clamp(windows / ONE_IN, 1, MOST);
    if (windows == 1) {
      return new TrainingWindows(new int[1], new int[1]);
    }
    int[] trained = new int[windows - wanted];
    int[] heldBack = new int[wanted];
    int found = 0;
    for (int start = 0; start < windows; start++) {
      if (random.nextInt(windows - start) < wanted - found) {
        heldBack[found++] = start;
      } else {
        trained[start - found] = start;
      }
    }
    return new TrainingWindows(trained, heldBack);
  }

  /**
   * The same for windows that lie one behind the other.
   *
   * @param window points in each
   */
  TrainingWindows apart(int window) {
    return new TrainingWindows(
        Arrays.stream(trained).map(index -> index * window).toArray(),
        Arrays.stream(heldBack).map(index -> index * window).toArray());
  }

  /** First points of the windows of a mini-batch, drawn at random, each perhaps several times. */
  int[] batch(SplittableRandom random) {
    int[] batch = new int[TrainingPlan.BATCH];
    Arrays.setAll(batch, i -> trained[random.nextInt(trained.length)]);
    return batch;
  }
}
