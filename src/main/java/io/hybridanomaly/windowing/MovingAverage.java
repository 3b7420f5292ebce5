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
    PartialSums sums = PartialSums.of(padded, length);
    double[] means = new double[n];
    for (int t = 0; t < n; t++) {
      double sum = sums.from()[t];
      if (t % length != 0) {
        sum += sums.upTo()[t + length - 1];
      }
      int points = Math.min(n - 1, t + half) - Math.max(0, t - half) + 1;
      means[t] = sum / points;
    }
    return means;
  }
}
