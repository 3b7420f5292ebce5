package io.hybridanomaly.benford;

import java.util.Arrays;

/**
 * The mantissa arc test: the fractional parts of the decimal logarithms, laid around a circle, have
 * their centre of gravity in the middle if the numbers follow Benford's law.
 *
 * <p>Source: Alexander, "Remarks on the use of Benford's law", SSRN 1505147 (2009); Nigrini,
 * "Forensic Analytics", Wiley 2011, chapter 6; the test is Rayleigh's.
 *
 * @param n number of positive values
 * @param squaredLength squared distance L² of the centre of gravity from the middle of the unit
 *     circle: 0 if the numbers follow the law, 1 if all have the same mantissa
 */
public record MantissaArc(int n, double squaredLength) {

  /**
   * The positive values of a series (pass the series with its sign changed for the negative ones).
   *
   * @param values finite
   */
  public static MantissaArc of(double[] values) {
    double[] positive = Arrays.stream(values).filter(value -> value > 0).toArray();
    double x = 0;
    double y = 0;
    for (double value : positive) {
      double angle = 2 * Math.PI * Math.log10(value);
      x += Math.cos(angle) / positive.length;
      y += Math.sin(angle) / positive.length;
    }
    return new MantissaArc(positive.length, x * x + y * y);
  }

  /** The probability of a length at least as large for independent draws: exp(−n·L²). */
  public double pValue() {
    return Math.exp(-n * squaredLength);
  }
}
