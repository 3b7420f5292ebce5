package io.hybridanomaly.windowing;

import java.util.Arrays;

/** Means and standard deviations, plain and robust. Quantiles are in {@link Quantiles}. */
public final class Statistics {

  /** A normal distribution's standard deviation over its upper quartile. */
  public static final double NORMAL_SCALE = 1.4826;

  private Statistics() {}

  /**
   * Mean and population standard deviation.
   *
   * @param mean arithmetic mean
   * @param deviation 0 or more
   */
  public record Moments(double mean, double deviation) {}

  /**
   * Mean and population standard deviation, in two passes; for numbers whose squares do not
   * overflow.
   *
   * @param values finite; not changed
   * @param from the first that counts
   * @param to the one after the last that counts; greater than {@code from}
   */
  public static Moments moments(double[] values, int from, int to) {
    int n = to - from;
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += values[i] / n;
    }
    double variance = 0;
    for (int i = from; i < to; i++) {
      variance += (values[i] - mean) * (values[i] - mean) / n;
    }
    return new Moments(mean, Math.sqrt(variance));
  }

  /**
   * Population standard deviation of numbers of any size, by Welford's recurrence in units of the
   * largest one: squares of large numbers would overflow.
   *
   * <p>Source: Welford, "Note on a method for calculating corrected sums of squares and products",
   * Technometrics 4 (1962), doi:10.1080/00401706.1962.10490022.
   *
   * @param values finite; not changed
   * @param from the first that counts
   * @param to the one after the last that counts; greater than {@code from}
   * @return 0 or more, finite
   */
  public static double deviation(double[] values, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    if (largest == 0) {
      return 0;
    }
    double mean = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      double value = values[i] / largest;
      double delta = value - mean;
      mean += delta / (i - from + 1);
      squares += delta * (value - mean);
    }
    return Math.min(Double.MAX_VALUE, largest * Math.sqrt(squares / (to - from)));
  }

  /**
   * What is left of numbers when others are taken off.
   *
   * @param values not changed
   * @param others as many; not changed
   * @return [values]
   */
  public static double[] difference(double[] values, double[] others) {
    double[] difference = new double[values.length];
    Arrays.setAll(difference, i -> values[i] - others[i]);
    return difference;
  }

  /**
   * How far each value is from the median of all; the robust deviation of these distances is that
   * of the values.
   *
   * @param values at least one, finite; not changed
   * @return [values], each 0 or more
   */
  public static double[] distancesFromMedian(double[] values) {
    double median = Quantiles.median(values);
    double[] distances = new double[values.length];
    Arrays.setAll(distances, i -> Math.abs(values[i] - median));
    return distances;
  }

  /**
   * Robust standard deviation around 0: the median absolute value, in units in which it is 1 for a
   * standard normal distribution.
   *
   * @param distances at least one, each 0 or more; not changed
   */
  public static double robustDeviation(double[] distances) {
    return NORMAL_SCALE * Quantiles.median(distances);
  }

  /**
   * Robust standard deviation of the upper half: the distance from the median to the upper
   * quartile, in units in which it is 1 for a standard normal distribution.
   *
   * @param values at least one; not changed
   * @param median of the values
   */
  static double upperDeviation(double[] values, double median) {
    return NORMAL_SCALE * (Quantiles.quantile(values, 0.75) - median);
  }
}
