package io.hybridanomaly.benford;

import java.util.function.DoubleToIntFunction;

/**
 * Which digits of a number are counted. Each category is one digit or pair of digits; categories
 * are numbered from 0.
 */
public enum Digits {
  /** The first significant digit, 1 to 9. */
  FIRST("First digit", 1, 9, 0.006, 0.012, 0.015),
  /** The second significant digit, 0 to 9. */
  SECOND("Second digit", 0, 10, 0.008, 0.010, 0.012),
  /** The first two significant digits, 10 to 99. */
  FIRST_TWO("First two digits", 10, 90, 0.0012, 0.0018, 0.0022),
  /**
   * The last two digits that the series is recorded with, 00 to 99, evenly distributed in numbers
   * of four digits and more; see {@link LastTwoDigits}. No limits for their deviation are
   * published.
   */
  LAST_TWO("Last two digits", 0, 100, Double.NaN, Double.NaN, Double.NaN);

  /** The category of a value without a digit. */
  public static final int NONE = -1;

  private final String label;
  private final int lowest;
  private final int categories;
  private final double close;
  private final double acceptable;
  private final double marginal;

  Digits(
      String label, int lowest, int categories, double close, double acceptable, double marginal) {
    this.label = label;
    this.lowest = lowest;
    this.categories = categories;
    this.close = close;
    this.acceptable = acceptable;
    this.marginal = marginal;
  }

  /** What a chart of these digits is called. */
  public String label() {
    return label;
  }

  /** The digit of category 0. */
  public int lowest() {
    return lowest;
  }

  /** Number of categories. */
  public int categories() {
    return categories;
  }

  /** The probabilities under Benford's law, [categories]. */
  public double[] expected() {
    return switch (this) {
      case FIRST -> BenfordLaw.first();
      case SECOND -> BenfordLaw.second();
      case FIRST_TWO -> BenfordLaw.firstTwo();
      case LAST_TWO -> BenfordLaw.lastTwo();
    };
  }

  /**
   * Finds the category of a value of a series, from 0; {@link #NONE} for zero, NaN, the infinities
   * and a value without such digits. The sign does not matter.
   *
   * @param series all values: they show with how many decimals it is recorded
   */
  DoubleToIntFunction categoriesIn(double[] series) {
    if (this == LAST_TWO) {
      return LastTwoDigits.recordedIn(series)::category;
    }
    return value -> {
      int firstTwo = LeadingDigits.firstTwo(value);
      return firstTwo == 0 ? NONE : categoryOf(firstTwo);
    };
  }

  /** The category of each positive value; {@link #NONE} for all others. */
  public byte[] categoriesOfPositive(double[] values) {
    DoubleToIntFunction categoryOf = categoriesIn(values);
    byte[] categories = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      categories[i] = (byte) (values[i] > 0 ? categoryOf.applyAsInt(values[i]) : NONE);
    }
    return categories;
  }

  private int categoryOf(int firstTwo) {
    return switch (this) {
      case FIRST -> firstTwo / 10 - 1;
      case SECOND -> firstTwo % 10;
      case FIRST_TWO -> firstTwo - 10;
      case LAST_TWO -> throw new IllegalStateException("last digits need the recorded decimals");
    };
  }

  /**
   * How well digits conform to the law, by their mean absolute deviation.
   *
   * @param mad mean absolute deviation of the shares from the probabilities
   * @param n number of digits
   */
  Conformity conformity(double mad, int n) {
    if (Double.isNaN(marginal)) {
      return Conformity.UNDEFINED;
    }
    if (expectedMad(n) > marginal) {
      return Conformity.TOO_FEW;
    }
    if (mad <= close) {
      return Conformity.CLOSE;
    }
    if (mad <= acceptable) {
      return Conformity.ACCEPTABLE;
    }
    return mad <= marginal ? Conformity.MARGINAL : Conformity.NONCONFORMING;
  }

  /**
   * The mean absolute deviation to be expected of n independent digits that follow the law, from
   * the mean absolute deviation of a normal distribution, √(2/π) standard deviations.
   */
  double expectedMad(int n) {
    double sum = 0;
    for (double p : expected()) {
      sum += Math.sqrt(2 / Math.PI * p * (1 - p) / n);
    }
    return sum / categories;
  }
}
