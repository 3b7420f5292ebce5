package io.hybridanomaly.expectation;

/**
 * The local level of a series: the running median of the points that count. A stretch that does not
 * count is bridged: the median looks over it to both sides, and between them runs a straight line.
 */
final class RunningLevel {

  /** Medians are taken at so many places per width; the line between them is straight. */
  private static final int PLACES = 4;

  private RunningLevel() {}

  /**
   * The level at every point.
   *
   * @param values [points], finite
   * @param hidden [points], true where a value does not count; at least one does
   * @param width points in a median, at least 1; as many as count if there are fewer
   */
  static double[] of(double[] values, boolean[] hidden, int width) {
    int n = values.length;
    int[] points = new int[n];
    double[] counted = new double[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (!hidden[i]) {
        points[count] = i;
        counted[count++] = values[i];
      }
    }
    int w = Math.min(width, count);
    int step = Math.max(1, w / PLACES);
    int places = (count - w) / step + 1;
    double[] medians = new double[places];
    double[] centres = new double[places];
    double[] work = new double[w];
    for (int k = 0; k < places; k++) {
      // The last window reaches to the end.
      int from = k == places - 1 ? count - w : k * step;
      System.arraycopy(counted, from, work, 0, w);
      medians[k] = Medians.inPlace(work, w);
      centres[k] = (points[from + (w - 1) / 2] + points[from + w / 2]) / 2.0;
    }
    return interpolated(centres, medians, n);
  }

  /** Straight between the places, level before the first and after the last. */
  private static double[] interpolated(double[] at, double[] heights, int n) {
    double[] line = new double[n];
    int last = at.length - 1;
    int k = 0;
    for (int i = 0; i < n; i++) {
      while (k < last && at[k + 1] <= i) {
        k++;
      }
      if (k == last || i <= at[0]) {
        line[i] = heights[i <= at[0] ? 0 : last];
      } else {
        double share = (i - at[k]) / (at[k + 1] - at[k]);
        line[i] = heights[k] + share * (heights[k + 1] - heights[k]);
      }
    }
    return line;
  }
}
