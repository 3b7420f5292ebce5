package io.hybridanomaly.windowing;

/** The way back from windows to points: a point's score is the mean over all windows on it. */
public final class OverlapAverage {

  private OverlapAverage() {}

  /**
   * The mean score of all windows that cover each point. Window k covers the points from k·stride
   * to k·stride + window − 1. A point that no window covers takes the value of the nearest one that
   * is covered (the earlier one if two are equally near).
   *
   * <p>Takes time proportional to the number of points. Sums are built from partial sums of blocks
   * and never subtracted, so that one huge score leaves no rounding error behind it.
   *
   * @param windowScores [windows], at least one; finite, below 1e300
   * @param window points in a window, at least 1
   * @param stride points from the start of one window to the next, at least 1
   * @param n number of points
   * @return [n]
   * @throws IllegalArgumentException if there is no window or one does not start inside the points
   */
  public static double[] of(double[] windowScores, int window, int stride, int n) {
    int windows = windowScores.length;
    if (windows == 0 || window < 1 || stride < 1 || (windows - 1L) * stride >= n) {
      throw new IllegalArgumentException(
          "%d windows of %d points at stride %d do not fit %d points"
              .formatted(windows, window, stride, n));
    }
    int block = (window - 1) / stride + 1;
    PartialSums sums = PartialSums.of(windowScores, block);
    double[] upTo = sums.upTo();
    double[] from = sums.from();

    double[] points = new double[n];
    for (int t = 0; t < n; t++) {
      int first = t < window ? 0 : (t - window) / stride + 1;
      int last = Math.min(t / stride, windows - 1);
      if (first > last) {
        points[t] = windowScores[nearest(t, window, stride, windows)];
        continue;
      }
      double sum;
      if (first / block < last / block) {
        sum = from[first] + upTo[last];
      } else {
        // At most `block` windows cover a point: inside one block they reach one of its ends.
        sum = first % block == 0 ? upTo[last] : from[first];
      }
      points[t] = sum / (last - first + 1);
    }
    return points;
  }

  /** The window whose end or start is nearest to a point that none covers. */
  private static int nearest(int t, int window, int stride, int windows) {
    int before = Math.min(t / stride, windows - 1);
    int after = before + 1;
    boolean nearer = after < windows && after * stride - t < t - (before * stride + window - 1);
    return nearer ? after : before;
  }
}
