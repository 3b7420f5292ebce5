package io.hybridanomaly.benford;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;

/**
 * How likely the first digits of a stretch are, if it is a stretch like the others of its series.
 * Neighbouring values resemble each other, so the digits of a stretch are not independent draws and
 * a plain χ² test calls clean stretches significant again and again. Here the spread of χ² is
 * learned from windows of the same length elsewhere in the series.
 *
 * <p>With the deviations d = (c − m·q)/√(m·q) of a window's m digits from the shares q of the rest
 * of the series, and their covariance A over windows, χ² = dᵀd has the mean Σλ and the variance
 * 2Σλ² with the eigenvalues λ of A. It is taken as c times a χ² variable with ν degrees of freedom,
 * c = Σλ²/Σλ and ν = (Σλ)²/Σλ², which needs no eigenvalue: Σλ is the trace of A and Σλ² the sum of
 * its squares.
 *
 * <p>Source: Satterthwaite, "An approximate distribution of estimates of variance components",
 * Biometrics Bulletin 2 (1946), doi:10.2307/3002019; Rao, Scott, "The analysis of categorical data
 * from complex sample surveys", Journal of the American Statistical Association 76 (1981),
 * doi:10.1080/01621459.1981.10477633.
 */
public final class StretchSignificance {

  /** Fewer digits say nothing in χ². */
  private static final int FEWEST_DIGITS = 30;

  /** Windows start at every eighth of their length. */
  private static final int STARTS_PER_WINDOW = 8;

  /** Fewer stretches of this length beside the stretch do not show how much they differ. */
  private static final int FEWEST_OTHERS = 10;

  private StretchSignificance() {}

  /**
   * The probability that a stretch of this series deviates from the series' other first digits at
   * least as much, if it is one like the others. On series that drift, such as ledgers, it is
   * somewhat too small.
   *
   * @param values [points], finite; only positive ones count
   * @param from first point of the stretch, from 0
   * @param to the point after its last
   * @return 0 to 1; empty if the stretch has fewer than 30 digits or the series fewer than 10 other
   *     stretches of that length
   * @throws IndexOutOfBoundsException if the stretch is not inside the series
   */
  public static OptionalDouble pValue(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    int length = to - from;
    if (length < FEWEST_DIGITS || values.length - length < FEWEST_OTHERS * length) {
      return OptionalDouble.empty();
    }
    byte[] categories = Digits.FIRST.categoriesOfPositive(values);
    byte[] others = categories.clone();
    Arrays.fill(others, from, to, (byte) Digits.NONE);
    double[] reference = BenfordScore.reference(others, Digits.FIRST);
    double[] stretch = deviations(categories, from, to, reference);
    if (stretch.length == 0) {
      return OptionalDouble.empty();
    }
    double[][] covariance = covariance(categories, from, to, reference);
    double trace = 0;
    double squares = 0;
    double chiSquare = 0;
    for (int i = 0; i < reference.length; i++) {
      trace += covariance[i][i];
      chiSquare += stretch[i] * stretch[i];
      for (double entry : covariance[i]) {
        squares += entry * entry;
      }
    }
    if (!(trace > 0)) {
      return OptionalDouble.empty();
    }
    double scale = squares / trace;
    double freedom = trace * trace / squares;
    return OptionalDouble.of(Gamma.regularizedGammaQ(freedom / 2, chiSquare / scale / 2));
  }

  /** Mean of d·dᵀ over the windows of the stretch's length that do not touch it. */
  private static double[][] covariance(byte[] categories, int from, int to, double[] reference) {
    int length = to - from;
    int kinds = reference.length;
    double[][] covariance = new double[kinds][kinds];
    int windows = 0;
    int step = Math.max(1, length / STARTS_PER_WINDOW);
    for (int start = 0; start + length <= categories.length; start += step) {
      if (start < to && start + length > from) {
        continue;
      }
      double[] d = deviations(categories, start, start + length, reference);
      for (int i = 0; i < d.length; i++) {
        for (int j = 0; j < d.length; j++) {
          covariance[i][j] += d[i] * d[j];
        }
      }
      windows += d.length == 0 ? 0 : 1;
    }
    for (double[] row : covariance) {
      for (int j = 0; j < kinds; j++) {
        row[j] /= Math.max(1, windows);
      }
    }
    return covariance;
  }

  /** The deviations of a window; empty if it has too few digits. */
  private static double[] deviations(byte[] categories, int from, int to, double[] reference) {
    double[] d = new double[reference.length];
    int m = 0;
    for (int i = from; i < to; i++) {
      if (categories[i] != Digits.NONE) {
        d[categories[i]]++;
        m++;
      }
    }
    if (m < FEWEST_DIGITS) {
      return new double[0];
    }
    for (int k = 0; k < d.length; k++) {
      d[k] = (d[k] - m * reference[k]) / Math.sqrt(m * reference[k]);
    }
    return d;
  }
}
