package io.hybridanomaly.windowing;

/**
 * Makes scores of any unit comparable: the logarithm of a score, in robust standard deviations
 * above the median of its series. Only the upper half of the scores sets the scale, because scores
 * are skewed and only their upper end is of interest.
 */
public final class RobustLog {

  /** Below this every score counts as the same nothing. */
  private static final double FLOOR = 1e-12;

  /** Share of the median that is added, so that the smallest scores do not spread without end. */
  private static final double OFFSET = 1e-3;

  /** A spread below this is rounding noise of equal scores. */
  private static final double NO_SPREAD = 1e-12;

  private RobustLog() {}

  /**
   * With l = ln(max(s, 1e-12) + 1e-3·median s): (l − median l) / (1.4826·(upper quartile of l −
   * median l)). Finite for every input: NaN and negative scores count as 0, infinite ones as the
   * largest number. If the upper half of the scores has no spread, all results are 0.
   *
   * @param scores one for each point, 0 or more; not changed
   * @return one number for each score
   */
  public static double[] of(double[] scores) {
    return of(scores, 0);
  }

  /**
   * The same, where scores that differ by little count as nearly equal.
   *
   * @param smallestSpread the least that counts as a standard deviation of l; 0.3 means that a
   *     score is never counted as abnormal for being a third above the median
   */
  public static double[] of(double[] scores, double smallestSpread) {
    int n = scores.length;
    double[] result = new double[n];
    if (n == 0) {
      return result;
    }
    for (int i = 0; i < n; i++) {
      result[i] = scores[i] > 0 ? Math.min(scores[i], Double.MAX_VALUE) : 0;
    }
    double offset = OFFSET * Quantiles.median(result);
    for (int i = 0; i < n; i++) {
      result[i] = Math.log(Math.min(Math.max(result[i], FLOOR) + offset, Double.MAX_VALUE));
    }
    double median = Quantiles.median(result);
    double scale = Math.max(smallestSpread, Statistics.upperDeviation(result, median));
    for (int i = 0; i < n; i++) {
      result[i] = scale > NO_SPREAD ? (result[i] - median) / scale : 0;
    }
    return result;
  }
}
