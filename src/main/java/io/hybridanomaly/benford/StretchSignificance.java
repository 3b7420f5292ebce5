package io.hybridanomaly.benford;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Beta;

/**
 * How likely the first digits of a stretch are, if it is a stretch like the others of its series.
 * Neighbouring values resemble each other, so the digits of a stretch are not independent draws and
 * a plain χ² test calls clean stretches significant again and again. Here the spread of χ² is
 * learned from windows of the same length elsewhere in the series.
 *
 * <p>With the deviations d = (c − m·q)/√(m·q) of a window's m digits from the shares q of the rest
 * of the series, and their covariance A over windows, χ² = dᵀd has the mean Σλ and the variance
 * 2Σλ² with the eigenvalues λ of A. So χ²/Σλ is about a χ² variable with ν = (Σλ)²/Σλ² degrees of
 * freedom over ν, which needs no eigenvalue: Σλ is the trace of A and Σλ² the sum of its squares. A
 * itself is known from the k other stretches of that length only; that makes it an F variable with
 * ν and kν degrees of freedom.
 *
 * <p>Source: Satterthwaite, "An approximate distribution of estimates of variance components",
 * Biometrics Bulletin 2 (1946), doi:10.2307/3002019; Rao, Scott, "The analysis of categorical data
 * from complex sample surveys", Journal of the American Statistical Association 76 (1981),
 * doi:10.1080/01621459.1981.10477633; the F variable as in Thomas, Rao, "Small-sample comparisons
 * of level and power for simple goodness-of-fit statistics under cluster sampling", Journal of the
 * American Statistical Association 82 (1987).
 */
public final class StretchSignificance {

  /** Fewer digits say nothing in χ². */
  public static final int FEWEST_DIGITS = 30;

  /** Windows start at every eighth of their length. */
  private static final int STARTS_PER_WINDOW = 8;

  /** Fewer stretches of this length beside the stretch do not show how much they differ. */
  private static final int FEWEST_OTHERS = 9;

  private StretchSignificance() {}

  /**
   * The probability that a stretch of this series deviates from the series' other first digits at
   * least as much, if it is one like the others. On series that drift, such as ledgers, it is
   * somewhat too small.
   *
   * @param values [points], finite; only positive ones count
   * @param from first point of the stretch, from 0
   * @param to the point after its last
   * @return 0 to 1; empty if the stretch has fewer than {@value #FEWEST_DIGITS} digits or the
   *     series fewer than 9 other stretches of that length with as many
   * @throws IndexOutOfBoundsException if the stretch is not inside the series
   */
  public static OptionalDouble pValue(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    int length = to - from;
    if (length < FEWEST_DIGITS) {
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
    double[][] covariance = new double[reference.length][reference.length];
    int windows = addProducts(covariance, categories, from, to, reference);
    // Overlapping windows of one stretch say little more than the stretch does.
    double stretches = 1 + (windows - 1.0) * step(length) / length;
    if (stretches < FEWEST_OTHERS) {
      return OptionalDouble.empty();
    }
    double trace = 0;
    double squares = 0;
    double chiSquare = 0;
    for (int i = 0; i < reference.length; i++) {
      trace += covariance[i][i] / windows;
      chiSquare += stretch[i] * stretch[i];
      for (double sum : covariance[i]) {
        squares += sum / windows * (sum / windows);
      }
    }
    if (!(trace > 0)) {
      return OptionalDouble.empty();
    }
    double freedom = trace * trace / squares;
    double known = stretches * freedom;
    // The upper tail of F(freedom, known) at χ² over the trace.
    double place = known / (known + freedom * chiSquare / trace);
    return OptionalDouble.of(Beta.regularizedBeta(place, known / 2, freedom / 2));
  }

  private static int step(int length) {
    return Math.max(1, length / STARTS_PER_WINDOW);
  }

  /**
   * Adds d·dᵀ of the windows of the stretch's length that do not touch it and have enough digits.
   *
   * @return how many they are
   */
  private static int addProducts(
      double[][] sums, byte[] categories, int from, int to, double[] reference) {
    int length = to - from;
    int windows = 0;
    for (int start = 0; start + length <= categories.length; start += step(length)) {
      if (start < to && start + length > from) {
        continue;
      }
      double[] d = deviations(categories, start, start + length, reference);
      for (int i = 0; i < d.length; i++) {
        for (int j = 0; j < d.length; j++) {
          sums[i][j] += d[i] * d[j];
        }
      }
      windows += d.length == 0 ? 0 : 1;
    }
    return windows;
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
