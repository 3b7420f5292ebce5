package io.hybridanomaly.windowing;

/** The mean over a centred stretch around each point. */
public final class MovingAverage {

  private MovingAverage() {}

  /**
   * The mean over the points from t − width/2 to t + width/2, at the ends over those that exist.
   * Sums are restarted every block, so that one huge value leaves no rounding error far behind it.
   *
   * @param values finite; not changed
   * @param width points in the stretch, at least 1; an even number counts as the next odd one
   * @return [values]
   */
  public static double[] of(double[] values, int width) {
    int n = values.length;
    int half = width / 2;
    double[] padded = new double[n + 2 * half];
    System.arraycopy(values, 0, padded, half, n);
    int length = 2 * half + 1;
    double[] from = blockSums(padded, length, true);
    double[] upTo = blockSums(padded, length, false);
    double[] means = new double[n];
    for (int t = 0; t < n; t++) {
      double sum = t % length == 0 ? from[t] : from[t] + upTo[t + length - 1];
      int points = Math.min(n - 1, t + half) - Math.max(0, t - half) + 1;
      means[t] = sum / points;
    }
    return means;
  }

  /** Sums inside blocks of a length: from each number to its block's end, or from the start on. */
  private static double[] blockSums(double[] values, int length, boolean toEnd) {
    double[] sums = new double[values.length];
    int n = values.length;
    if (toEnd) {
      for (int i = n - 1; i >= 0; i--) {
        boolean last = i == n - 1 || i % length == length - 1;
        sums[i] = values[i] + (last ? 0 : sums[i + 1]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        sums[i] = values[i] + (i % length == 0 ? 0 : sums[i - 1]);
      }
    }
    return sums;
  }
}
