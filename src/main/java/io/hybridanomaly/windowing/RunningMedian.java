package io.hybridanomaly.windowing;

import java.util.Arrays;

/** The median over a short centred stretch around each point: a level that spikes cannot move. */
public final class RunningMedian {

  private RunningMedian() {}

  /**
   * The median over the points from t − half to t + half. Beyond the ends the first and the last
   * value repeat.
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
        stretch[d + half] = values[Math.clamp(t + (long) d, 0, n - 1)];
      }
      Arrays.sort(stretch);
      medians[t] = stretch[half];
    }
    return medians;
  }
}
