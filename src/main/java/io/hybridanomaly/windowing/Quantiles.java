package io.hybridanomaly.windowing;

import org.apache.commons.math3.random.Well512a;
import org.apache.commons.math3.util.KthSelector;
import org.apache.commons.math3.util.PivotingStrategyInterface;

/**
 * Median and quantiles by selection, in time proportional to the number of values. Between two
 * order statistics they are interpolated linearly, as numpy, R (type 7) and spreadsheets do.
 *
 * <p>Source: Hyndman, Fan, "Sample quantiles in statistical packages", The American Statistician 50
 * (1996), definition 7, doi:10.1080/00031305.1996.10473566.
 */
public final class Quantiles {

  private static final int PIVOT_SEED = 7;

  private Quantiles() {}

  /**
   * The median.
   *
   * @param values at least one, none NaN; not changed
   */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * The quantile at a probability.
   *
   * @param values at least one, none NaN; not changed
   * @param probability 0 (the minimum) to 1 (the maximum)
   * @throws IllegalArgumentException without values, or if the probability is outside 0 to 1
   */
  public static double quantile(double[] values, double probability) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least one value");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("the probability " + probability + " is outside 0 to 1");
    }
    double position = probability * (values.length - 1);
    int lower = (int) position;
    double[] work = values.clone();
    double low = selector().select(work, null, lower);
    double weight = position - lower;
    if (weight == 0) {
      return low;
    }
    double high = Double.POSITIVE_INFINITY;
    for (int i = lower + 1; i < work.length; i++) {
      high = Math.min(high, work[i]);
    }
    double distance = high - low;
    return Double.isFinite(distance) ? low + weight * distance : low * (1 - weight) + high * weight;
  }

  /**
   * The distance between two quantiles.
   *
   * @param values at least one, none NaN; not changed
   * @param low the lower probability, 0 to 1
   * @param high the upper one
   */
  public static double distance(double[] values, double low, double high) {
    return quantile(values, high) - quantile(values, low);
  }

  /**
   * Pivots are drawn at random because the usual median of three needs quadratic time on a ramp up
   * and down; the seed is fixed, and the result does not depend on it.
   */
  private static KthSelector selector() {
    Well512a random = new Well512a(PIVOT_SEED);
    PivotingStrategyInterface anywhere = (work, begin, end) -> begin + random.nextInt(end - begin);
    return new KthSelector(anywhere);
  }
}
