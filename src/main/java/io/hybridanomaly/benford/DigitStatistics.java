package io.hybridanomaly.benford;

import java.util.Objects;
import org.apache.commons.math3.special.Gamma;

/**
 * The digits of a stretch of a series against Benford's law. Only positive values are counted;
 * negative ones are analysed on their own with {@link #ofNegatives}.
 *
 * @param digits which digits
 * @param counts how often each occurred, [categories]; not copied, must not be changed
 * @param n number of counted digits
 * @param zeros values that are 0, which have no leading digit
 * @param opposites values of the other sign, which were left out
 * @param chiSquare Pearson's χ² = Σ (count − n·p)² / (n·p); 0 without digits
 * @param mad mean absolute deviation of the shares from the probabilities; 0 without digits
 */
public record DigitStatistics(
    Digits digits, int[] counts, int n, int zeros, int opposites, double chiSquare, double mad) {

  /**
   * The positive values of a stretch.
   *
   * @param values a series
   * @param from first point of the stretch, from 0
   * @param to the point after its last
   * @throws IndexOutOfBoundsException if the stretch is not inside the series
   */
  public static DigitStatistics of(Digits digits, double[] values, int from, int to) {
    return of(digits, values, from, to, 1);
  }

  /** The same of the negative values, whose sign is ignored. */
  public static DigitStatistics ofNegatives(Digits digits, double[] values, int from, int to) {
    return of(digits, values, from, to, -1);
  }

  private static DigitStatistics of(Digits digits, double[] values, int from, int to, int sign) {
    Objects.checkFromToIndex(from, to, values.length);
    int[] counts = new int[digits.categories()];
    int n = 0;
    int zeros = 0;
    int opposites = 0;
    for (int i = from; i < to; i++) {
      double value = sign * values[i];
      int category = digits.category(value);
      if (value > 0 && category != Digits.NONE) {
        counts[category]++;
        n++;
      } else if (value == 0) {
        zeros++;
      } else if (value < 0) {
        opposites++;
      }
    }
    double[] expected = digits.expected();
    return new DigitStatistics(
        digits,
        counts,
        n,
        zeros,
        opposites,
        chiSquare(counts, n, expected),
        mad(counts, n, expected));
  }

  /** How often each digit would be expected, n·p, [categories]. */
  public double[] expectedCounts() {
    double[] expected = digits.expected();
    for (int k = 0; k < expected.length; k++) {
      expected[k] *= n;
    }
    return expected;
  }

  /**
   * The probability of a χ² at least as large if the digits were independent draws that follow the
   * law. Neighbouring values of a time series are not independent: then it is far too small.
   */
  public double pValue() {
    return n == 0 ? 1 : Gamma.regularizedGammaQ((counts.length - 1) / 2.0, chiSquare / 2);
  }

  /** Nigrini's band for {@link #mad}. */
  public Conformity conformity() {
    return digits.conformity(mad, n);
  }

  private static double chiSquare(int[] counts, int n, double[] expected) {
    double sum = 0;
    for (int k = 0; k < counts.length && n > 0; k++) {
      double deviation = counts[k] - n * expected[k];
      sum += deviation * deviation / (n * expected[k]);
    }
    return sum;
  }

  private static double mad(int[] counts, int n, double[] expected) {
    double sum = 0;
    for (int k = 0; k < counts.length && n > 0; k++) {
      sum += Math.abs((double) counts[k] / n - expected[k]);
    }
    return sum / counts.length;
  }
}
