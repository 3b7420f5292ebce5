package io.hybridanomaly.benford;

import java.util.Arrays;

/**
 * Pearson's χ² of the categories in a window that moves along a series, in constant time a step: χ²
 * = Σ (c − n·p)² / (n·p) = S/n − n with S = Σ c²/p. Values without a category are ignored, so that
 * n differs from window to window.
 */
final class SlidingChiSquare {

  /** S is built anew from the counts after so many steps: rounding errors do not pile up. */
  private static final int STEPS_BETWEEN_RECOUNTS = 4096;

  private final double[] weights;
  private final int[] counts;
  private int n;
  private double sum;
  private int steps;

  /**
   * An empty window.
   *
   * @param probabilities [categories], all positive, adding up to 1
   */
  SlidingChiSquare(double[] probabilities) {
    weights = Arrays.stream(probabilities).map(p -> 1 / p).toArray();
    counts = new int[probabilities.length];
  }

  /** A value enters the window; {@link Digits#NONE} is ignored. */
  void add(int category) {
    if (category != Digits.NONE) {
      int count = counts[category]++;
      sum += (2 * count + 1) * weights[category];
      n++;
    }
    recountAtTimes();
  }

  /** A value that was added leaves the window; {@link Digits#NONE} is ignored. */
  void remove(int category) {
    if (category != Digits.NONE) {
      int count = counts[category]--;
      sum -= (2 * count - 1) * weights[category];
      n--;
    }
  }

  /** Number of values in the window that have a category. */
  int size() {
    return n;
  }

  /** χ² of the window, 0 if it is empty. */
  double statistic() {
    return n == 0 ? 0 : Math.max(0, sum / n - n);
  }

  private void recountAtTimes() {
    if (++steps == STEPS_BETWEEN_RECOUNTS) {
      steps = 0;
      sum = 0;
      for (int k = 0; k < counts.length; k++) {
        sum += (double) counts[k] * counts[k] * weights[k];
      }
    }
  }

  /** What becomes of a window's χ². */
  interface Finish {

    /**
     * The score of one window.
     *
     * @param chiSquare its χ²
     * @param size its number of values with a category
     */
    double score(double chiSquare, int size);
  }

  /**
   * The score of every window at stride 1.
   *
   * @param categories [points], {@link Digits#NONE} for none
   * @param probabilities [categories], all positive, adding up to 1
   * @param window points in a window, 1 to the number of points
   * @return [points − window + 1]
   */
  static double[] scores(byte[] categories, double[] probabilities, int window, Finish finish) {
    SlidingChiSquare sliding = new SlidingChiSquare(probabilities);
    double[] scores = new double[categories.length - window + 1];
    for (int i = 0; i < categories.length; i++) {
      if (i >= window) {
        sliding.remove(categories[i - window]);
      }
      sliding.add(categories[i]);
      if (i >= window - 1) {
        scores[i - window + 1] = finish.score(sliding.statistic(), sliding.size());
      }
    }
    return scores;
  }
}
