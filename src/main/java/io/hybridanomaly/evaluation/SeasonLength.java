package io.hybridanomaly.evaluation;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The dominant period of a series by its autocorrelation, as a length for metrics. The metric's
 * own: what a detector takes for the period must not change how it is measured.
 */
final class SeasonLength {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 1000;
  private static final double FAINTEST = 0.1;
  private static final double NEARLY_AS_HIGH = 0.9;

  private SeasonLength() {}

  /**
   * The first local maximum of the autocorrelation that reaches 0.9 of the highest one. Maxima
   * count at lags from 3 up to a quarter of the series, below 1000, and above 0.1.
   *
   * @param values [points]; a linear trend is taken out first
   * @return in points; 0 if there is none
   */
  static int of(double[] values) {
    int longest = Math.min(LONGEST, values.length / 4);
    if (longest <= SHORTEST) {
      return 0;
    }
    double[] correlation = autocorrelation(withoutTrend(values), longest + 1);
    double best = 0;
    for (int lag = SHORTEST; lag < longest; lag++) {
      if (isPeak(correlation, lag)) {
        best = Math.max(best, correlation[lag]);
      }
    }
    for (int lag = SHORTEST; lag < longest; lag++) {
      if (isPeak(correlation, lag) && correlation[lag] >= NEARLY_AS_HIGH * best) {
        return lag;
      }
    }
    return 0;
  }

  private static boolean isPeak(double[] correlation, int lag) {
    return correlation[lag] > correlation[lag - 1]
        && correlation[lag] >= correlation[lag + 1]
        && correlation[lag] > FAINTEST;
  }

  /** What is left of a least squares line. */
  private static double[] withoutTrend(double[] values) {
    int n = values.length;
    double middle = (n - 1) / 2.0;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      covariance += (i - middle) * (values[i] - mean);
      variance += (i - middle) * (i - middle);
    }
    double slope = covariance / variance;
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = values[i] - mean - slope * (i - middle);
    }
    return rest;
  }

  /**
   * Autocorrelation at the lags from 0 to {@code lags}, by the Wiener-Khinchin theorem; zeros if
   * the series has no variance that a double can hold.
   */
  private static double[] autocorrelation(double[] values, int lags) {
    int length = Integer.highestOneBit(2 * values.length - 1) << 1;
    double[][] complex = new double[2][length];
    System.arraycopy(values, 0, complex[0], 0, values.length);
    FastFourierTransformer.transformInPlace(
        complex, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int i = 0; i < length; i++) {
      complex[0][i] = complex[0][i] * complex[0][i] + complex[1][i] * complex[1][i];
      complex[1][i] = 0;
    }
    FastFourierTransformer.transformInPlace(
        complex, DftNormalization.STANDARD, TransformType.INVERSE);
    double[] correlation = new double[lags + 1];
    double variance = complex[0][0];
    for (int lag = 0; lag <= lags && variance > 0; lag++) {
      correlation[lag] = complex[0][lag] / variance;
    }
    return correlation;
  }
}
