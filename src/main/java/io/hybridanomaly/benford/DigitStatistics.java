package io.hybridanomaly.benford;

import java.util.Objects;
import java.util.function.DoubleToIntFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * The digits of a stretch of a series against Benford's law. Only positive values are counted;
 * negative ones are counted after {@link Signs#counted}.
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
    Objects.checkFromToIndex(from, to, values.length);
    DoubleToIntFunction categoryOf = digits.categoriesIn(values);
    int[] counts = new int[digits.categories()];
    int n = 0;
    int zeros = 0;
    int opposites = 0;
    for (int i = from; i < to; i++) {
      double value = values[i];
      int category = categoryOf.applyAsInt(value);
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
        Deviations.chiSquare(counts, n, expected),
        Deviations.mad(counts, n, expected));
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

  /**
   * The largest distance of the cumulative shares from the law's, D = max |Fₙ − F|; 0 without
   * digits. Digits are discrete: critical values of the continuous test are too large. {@link
   * SimulatedPValues} gives the right ones.
   *
   * <p>Source: Morrow, "Benford's law, families of distributions and a test basis", CEP Discussion
   * Paper 1291 (2014).
   */
  public double kolmogorovSmirnov() {
    return Deviations.kolmogorovSmirnov(counts, n, digits.expected());
  }

  /**
   * Kuiper's statistic V = max(Fₙ − F) + max(F − Fₙ), for which no digit is the first; 0 without
   * digits.
   *
   * <p>Source: Kuiper, "Tests concerning random points on a circle", Indagationes Mathematicae 63
   * (1960), doi:10.1016/S1385-7258(60)50006-0; for digits Morrow 2014.
   */
  public double kuiper() {
    return Deviations.kuiper(counts, n, digits.expected());
  }

  /**
   * How far each digit's share o is from its probability p, in standard deviations with the
   * continuity correction: (|o − p| − 1/2n) / √(p(1 − p)/n), where the correction is left out if it
   * exceeds |o − p|; with the sign of o − p.
   *
   * <p>Source: Nigrini, "Forensic Analytics", Wiley 2011, chapter 6; Fleiss, "Statistical Methods
   * for Rates and Proportions", Wiley 1981.
   *
   * @return [categories], all 0 without digits
   */
  public double[] z() {
    double[] z = digits.expected();
    for (int k = 0; k < z.length; k++) {
      double p = z[k];
      double deviation = n == 0 ? 0 : (double) counts[k] / n - p;
      double correction = 0.5 / n;
      double size = Math.abs(deviation);
      double corrected = size > correction ? size - correction : size;
      z[k] = n == 0 ? 0 : Math.signum(deviation) * corrected / Math.sqrt(p * (1 - p) / n);
    }
    return z;
  }
}
