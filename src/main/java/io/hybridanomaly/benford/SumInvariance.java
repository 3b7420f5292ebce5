package io.hybridanomaly.benford;

import org.apache.commons.math3.special.Gamma;

/**
 * Sum invariance: under Benford's law the significands (1 to 10) of all numbers with the same first
 * digit add up to the same sum, whatever the digit. A few huge duplicates show up here although
 * they do not change digit counts.
 *
 * <p>Source: Allaart, "An invariant-sum characterization of Benford's law", Journal of Applied
 * Probability 34 (1997), doi:10.2307/3215195; the test is from Barabesi, Cerasa, Cerioli, Perrotta,
 * "On characterizations and tests of Benford's law", Journal of the American Statistical
 * Association 117 (2022), doi:10.1080/01621459.2021.1891927.
 *
 * @param n number of positive values
 * @param sums sum of the significands for each first digit 1 to 9; not copied, must not be changed
 * @param statistic n·(s − e)ᵀ Σ⁻¹ (s − e) for the means s = sums/n, their expectation e and
 *     covariance Σ/n; about χ² with 9 degrees of freedom for independent draws; 0 without values
 */
public record SumInvariance(int n, double[] sums, double statistic) {

  private static final int DIGITS = 9;

  /** The expectation of the significand where the first digit is d, else 0: ∫ s·ds/(s·ln 10). */
  private static final double MEAN = 1 / Math.log(10);

  /**
   * The positive values of a series (pass the series with its sign changed for the negative ones).
   *
   * @param values finite
   */
  public static SumInvariance of(double[] values) {
    double[] sums = new double[DIGITS];
    int n = 0;
    for (double value : values) {
      if (value > 0) {
        sums[LeadingDigits.first(value) - 1] += significand(value);
        n++;
      }
    }
    return new SumInvariance(n, sums, n == 0 ? 0 : statistic(sums, n));
  }

  /** The probability of a statistic at least as large for independent draws. */
  public double pValue() {
    return Gamma.regularizedGammaQ(DIGITS / 2.0, statistic / 2);
  }

  /**
   * Σ = diag(v) − e·eᵀ with vₖ = (2d + 1)/(2 ln 10), the mean squared significand of digit d; its
   * inverse by Sherman and Morrison.
   */
  private static double statistic(double[] sums, int n) {
    double squares = 0;
    double mixed = 0;
    double means = 0;
    for (int k = 0; k < DIGITS; k++) {
      double weight = 1 / ((2 * (k + 1) + 1) * MEAN / 2);
      double deviation = sums[k] / n - MEAN;
      squares += deviation * deviation * weight;
      mixed += deviation * MEAN * weight;
      means += MEAN * MEAN * weight;
    }
    return n * (squares + mixed * mixed / (1 - means));
  }

  private static double significand(double value) {
    double logarithm = Math.log10(value);
    return Math.pow(10, logarithm - Math.floor(logarithm));
  }
}
