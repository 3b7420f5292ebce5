package io.hybridanomaly.windowing;

/**
 * The least-squares line through a series.
 *
 * @param mean of the values, which the line has in the middle of the series
 * @param slope per point
 * @param centre place of the middle, (n − 1) / 2
 * @param explained sum of squares that the line explains
 */
public record LinearTrend(double mean, double slope, double centre, double explained) {

  /**
   * Fits the line.
   *
   * @param values finite; not changed
   * @param n how many of them count, from the first; at least 1
   */
  public static LinearTrend of(double[] values, int n) {
    double centre = (n - 1) / 2.0;
    double mean = 0;
    double moment = 0;
    for (int i = 0; i < n; i++) {
      mean += values[i] / n;
      moment += values[i] * (i - centre);
    }
    double squares = n * ((double) n * n - 1) / 12;
    return squares == 0
        ? new LinearTrend(mean, 0, centre, 0)
        : new LinearTrend(mean, moment / squares, centre, moment / squares * moment);
  }

  /** Takes the line off the values in place, as far as the line was fitted. */
  public void removeFrom(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] -= mean + slope * (i - centre);
    }
  }
}
