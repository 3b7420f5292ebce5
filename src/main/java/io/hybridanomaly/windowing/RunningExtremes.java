package io.hybridanomaly.windowing;

/**
 * The lowest and the highest of the values around each point, in time proportional to the points
 * whatever the width.
 *
 * <p>A queue holds the points that may still become the extreme: each that enters takes those
 * before it along that it exceeds (Lemire, "Streaming maximum-minimum filter using no more than
 * three comparisons per element", Nordic Journal of Computing 13 (2006), arXiv:cs/0610046).
 */
public final class RunningExtremes {

  private RunningExtremes() {}

  /**
   * The lowest of the values up to some points before and after each.
   *
   * @param values [points], finite
   * @param half points on each side, 0 or more; fewer at the ends
   * @return [points]
   */
  public static double[] lowest(double[] values, int half) {
    return extremes(values, half, 1);
  }

  /** The highest, in the same way. */
  public static double[] highest(double[] values, int half) {
    return extremes(values, half, -1);
  }

  /**
   * The lowest of the values times a sign.
   *
   * @param sign 1 for the lowest, −1 for the highest
   */
  private static double[] extremes(double[] values, int half, int sign) {
    int n = values.length;
    double[] extremes = new double[n];
    int[] queue = new int[n];
    int first = 0;
    int end = 0;
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (; next < n && next - i <= half; next++) {
        while (end > first && sign * values[queue[end - 1]] >= sign * values[next]) {
          end--;
        }
        queue[end++] = next;
      }
      while (queue[first] < i - half) {
        first++;
      }
      extremes[i] = values[queue[first]];
    }
    return extremes;
  }
}
