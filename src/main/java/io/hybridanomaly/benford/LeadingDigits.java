package io.hybridanomaly.benford;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The leading significant digits of a number as it is written, that is of the shortest decimal
 * number that reads back to the same double ({@link Double#toString(double)}): 0.3 starts with 3,
 * although the double nearest to it is a little less. The sign does not matter. Zero, NaN and the
 * infinities have no leading digit: 0 stands for that.
 *
 * <p>A double is compared with doubles only: in every decade the smallest double that is written
 * with the digits c is the one nearest to c·10^k, so the digits guessed by scaling are set right by
 * one comparison. Logarithms or the exact binary value give thousands of wrong digits.
 */
public final class LeadingDigits {

  private static final int MIN_DECADE = -307;
  private static final int MAX_DECADE = 308;
  private static final int DECADES = MAX_DECADE - MIN_DECADE + 1;

  /** Below this, powers of ten lose precision or overflow when inverted. */
  private static final double SMALLEST_SCALED = 1e-307;

  /** log10(2) in units of 2^-32, rounded down. */
  private static final long LOG10_OF_2 = 1_292_913_986L;

  /** 10^k for each decade k, infinity after the last. */
  private static final double[] START = new double[DECADES + 1];

  /** 10^(1 − k), which scales a number of decade k to 10 … 100. */
  private static final double[] SCALE = new double[DECADES];

  /** For each decade, once it is needed: the smallest doubles with the digits 10 … 99, infinity. */
  private static final AtomicReferenceArray<double @Nullable []> EDGES =
      new AtomicReferenceArray<>(DECADES);

  static {
    for (int i = 0; i < DECADES; i++) {
      START[i] = Double.parseDouble("1e" + (i + MIN_DECADE));
      SCALE[i] = Double.parseDouble("1e" + (1 - i - MIN_DECADE));
    }
    START[DECADES] = Double.POSITIVE_INFINITY;
  }

  private LeadingDigits() {}

  /** The first digit, 1 to 9; 0 if there is none. */
  public static int first(double value) {
    return firstTwo(value) / 10;
  }

  /** The first two digits, 10 to 99 (a single digit is followed by 0); 0 if there are none. */
  public static int firstTwo(double value) {
    double x = Math.abs(value);
    if (!(x >= SMALLEST_SCALED)) {
      return x > 0 ? firstTwoAsWritten(x) : 0;
    }
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    int decade = (int) ((Math.getExponent(x) * LOG10_OF_2) >> 32) - MIN_DECADE;
    decade = Math.max(decade, 0);
    if (x >= START[decade + 1]) {
      decade++;
    }
    double[] edges = edges(decade);
    int digits = Math.min(Math.max((int) (x * SCALE[decade]), 10), 99);
    if (x < edges[digits - 10]) {
      return digits - 1;
    }
    return x >= edges[digits - 9] ? digits + 1 : digits;
  }

  /**
   * The first digit of each value.
   *
   * @return [values], 1 to 9; 0 where there is none
   */
  public static byte[] first(double[] values) {
    byte[] digits = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      digits[i] = (byte) first(values[i]);
    }
    return digits;
  }

  private static double[] edges(int decade) {
    double @Nullable [] edges = EDGES.get(decade);
    if (edges == null) {
      edges = new double[91];
      for (int digits = 10; digits < 100; digits++) {
        edges[digits - 10] = Double.parseDouble(digits + "e" + (decade + MIN_DECADE - 1));
      }
      edges[90] = Double.POSITIVE_INFINITY;
      EDGES.set(decade, edges);
    }
    return edges;
  }

  /** For the smallest numbers, which are always written as d.dE-nnn. */
  private static int firstTwoAsWritten(double x) {
    String text = Double.toString(x);
    return 10 * (text.charAt(0) - '0') + (text.charAt(2) - '0');
  }
}
