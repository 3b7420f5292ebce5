package io.hybridanomaly.windowing;

import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Median and quantiles by selection, in time proportional to the number of values. Between two
 * order statistics they are interpolated linearly, as numpy, R (type 7) and spreadsheets do.
 *
 * <p>Source: Hyndman, Fan, "Sample quantiles in statistical packages", The American Statistician 50
 * (1996), definition 7, doi:10.1080/00031305.1996.10473566.
 */
public final class Quantiles {

  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).withCopy(true);

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
    return of(values, probability)[0];
  }

  /**
   * Several quantiles of the same values, for little more than the time of one.
   *
   * @param values at least one, none NaN; not changed
   * @param probabilities 0 (the minimum) to 1 (the maximum)
   * @return one for each probability
   * @throws IllegalArgumentException without values, or if a probability is outside 0 to 1
   */
  public static double[] of(double[] values, double... probabilities) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least one value");
    }
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("the probability " + probability + " is outside 0 to 1");
      }
    }
    return QUANTILE.evaluate(values, probabilities);
  }

  /**
   * The distance between two quantiles.
   *
   * @param values at least one, none NaN; not changed
   * @param low the lower probability, 0 to 1
   * @param high the upper one
   */
  public static double distance(double[] values, double low, double high) {
    double[] both = of(values, low, high);
    return both[1] - both[0];
  }
}
