package io.hybridanomaly.export;

import java.math.BigDecimal;

/** Numbers as text without an exponent. */
public final class PlainDecimal {

  /** Up to here every integer is a double, and its decimal digits are the integer's own. */
  private static final double MAX_EXACT_INTEGER = 9_007_199_254_740_992.0;

  private PlainDecimal() {}

  /**
   * The shortest plain decimal that reads back to exactly the same double: {@code 12}, {@code
   * 0.05}, {@code -1.5}, never {@code 1E-5}.
   *
   * @param value a finite number
   */
  public static String format(double value) {
    if (value == Math.rint(value) && Math.abs(value) <= MAX_EXACT_INTEGER) {
      boolean negativeZero = value == 0 && 1 / value < 0;
      return negativeZero ? "-0" : Long.toString((long) value);
    }
    String shortest = Double.toString(value);
    if (shortest.indexOf('E') < 0) {
      return shortest;
    }
    return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
  }
}
