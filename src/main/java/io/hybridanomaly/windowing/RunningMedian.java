package io.hybridanomaly.windowing;

import java.util.Arrays;

/** The median over a short centred stretch around each point: a level that spikes cannot move. */
public final class RunningMedian {

  private RunningMedian() {}

  /**
   * The median over the points from t − half to t + half. Beyond the ends the series goes on as a
   * straight line through its first or last stretch, by medians: so a slope at the end is no
   * deviation from the level, and a spike at the very end is one.
   *
   * @param values finite, of a size whose differences are finite, at least one; not changed
   * @param half points on each side, small: each point costs a sort of the stretch
   * @return [values]
   */
  public static double[] of(double[] values, int half) {
    int n = values.length;
    double[] extended = new double[n + 2 * half];
    System.arraycopy(values, 0, extended, half, n);
    Line start = line(values, half, false);
    Line end = line(values, half, true);
    for (int k = 1; k <= half; k++) {
      extended[half - k] = start.beyond(k);
      extended[half + n - 1 + k] = end.beyond(k);
    }
    double[] medians = new double[n];
    double[] stretch = new double[2 * half + 1];
    for (int t = 0; t < n; t++) {
      System.arraycopy(extended, t, stretch, 0, stretch.length);
      Arrays.sort(stretch);
      medians[t] = stretch[half];
    }
    return medians;
  }

  /** A straight line through an end of the series; it rises outwards by its slope. */
  private record Line(double level, double slope) {
    double beyond(int points) {
      return level + slope * points;
    }
  }

  private static Line line(double[] values, int half, boolean atEnd) {
    int m = Math.min(values.length, 2 * half + 1);
    int apart = m / 2;
    double[] slopes = new double[Math.max(1, m - apart)];
    for (int i = 0; i + apart < m && apart > 0; i++) {
      slopes[i] = (at(values, i, atEnd) - at(values, i + apart, atEnd)) / apart;
    }
    double slope = Quantiles.median(slopes);
    double[] levels = new double[m];
    Arrays.setAll(levels, i -> at(values, i, atEnd) + slope * i);
    return new Line(Quantiles.median(levels), slope);
  }

  /** A value by its distance from an end. */
  private static double at(double[] values, int distance, boolean atEnd) {
    return values[atEnd ? values.length - 1 - distance : distance];
  }
}
