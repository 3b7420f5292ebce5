package io.hybridanomaly.windowing;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Autocorrelation by the Wiener-Khinchin theorem, in n·log n steps: the series is padded with zeros
 * so that its end does not meet its beginning.
 */
public final class Autocorrelation {

  private Autocorrelation() {}

  /**
   * Whether a correlation is higher than at the lag before and not lower than at the one behind.
   *
   * @param correlation [lags]
   * @param lag neither the first nor the last
   */
  public static boolean isPeak(double[] correlation, int lag) {
    return correlation[lag] > correlation[lag - 1] && correlation[lag] >= correlation[lag + 1];
  }

  /**
   * The autocorrelation of a series from which mean and trend have been taken off.
   *
   * @param values finite; not changed
   * @param n how many of them count, from the first; at least 1
   * @param lags how many lags, from 0
   * @param leastPower sum of squares up to which the series counts as constant
   * @return [lags], 1 at lag 0; all 0 for a constant series
   */
  public static double[] of(double[] values, int n, int lags, double leastPower) {
    int size = Integer.highestOneBit(Math.max(1, 2 * n - 1)) * 2;
    double[][] signal = new double[2][size];
    System.arraycopy(values, 0, signal[0], 0, n);
    FastFourierTransformer.transformInPlace(
        signal, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int i = 0; i < size; i++) {
      signal[0][i] = signal[0][i] * signal[0][i] + signal[1][i] * signal[1][i];
      signal[1][i] = 0;
    }
    FastFourierTransformer.transformInPlace(
        signal, DftNormalization.STANDARD, TransformType.INVERSE);
    double[] correlation = new double[lags];
    double power = signal[0][0];
    for (int lag = 0; lag < lags && power > leastPower; lag++) {
      correlation[lag] = signal[0][lag] / power;
    }
    return correlation;
  }
}
