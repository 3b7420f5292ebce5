package io.hybridanomaly.windowing;

import java.util.Arrays;

/** The median over a short centred stretch around each point: a level that spikes cannot move. */
public final class RunningMedian {

  private RunningMedian() {}

  /**
   * The median over the points from t − half to t + half. Beyond the ends the series is mirrored: a
   * spike at the very end counts once, not as half of the stretch.
   *
   * @param values finite, at least one; not changed
   * @param half points on each side, small: each point costs a sort of the stretch
   * @return [values]
   */
  public static double[] of(double[] values, int half) {
    int n = values.length;
    double[] stretch = new double[2 * half + 1];
    double[] medians = new double[n];
    for (int t = 0; t < n; t++) {
      for (int d = -half; d <= half; d++) {
        stretch[d + half] = values[mirrored(t + d, n)];
      }
      Arrays.sort(stretch);
      medians[t] = stretch[half];
    }
    return medians;
  }

  private static int mirrored(int t, int n) {
    int inside = t < n ? Math.abs(t) : 2 * (n - 1) - t;
    return Math.clamp(inside, 0, n - 1);
  }
}
