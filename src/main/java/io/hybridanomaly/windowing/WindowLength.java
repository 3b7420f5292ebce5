package io.hybridanomaly.windowing;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The window length that a series asks for: one period of its strongest season. That is the first
 * peak of the autocorrelation that reaches 0.9 of the highest one, so that one day wins over seven
 * when both are equally regular.
 */
public final class WindowLength {

  /** Shortest and longest window chosen, and the one for a series without a season. */
  static final int SHORTEST = 16;

  static final int LONGEST = 300;
  static final int WITHOUT_SEASON = 20;

  /** Shortest window of all, for series that are shorter than four of the others. */
  static final int MINIMUM = 8;

  private static final double CLOSE_TO_BEST = 0.9;

  /** A correlation below this is no season. */
  private static final double WEAK = 0.1;

  /**
   * A peak must stand so far above the lowest correlation before it: noise puts small teeth on the
   * slope of a long season.
   */
  private static final double PROMINENCE = 0.1;

  /** Lags looked at, in points. */
  private static final int SHORTEST_PERIOD = 3;

  private static final int LONGEST_PERIOD = 1000;

  /** Points looked at, from the middle of a longer series: a season shows in them. */
  private static final int ENOUGH = 1 << 17;

  private WindowLength() {}

  /**
   * The window length in points: 16 to 300, at most a quarter of the series, at least 8.
   *
   * @param values scaled values, finite
   */
  public static int of(float[] values) {
    int period = firstPeak(autocorrelation(values));
    int window = period == 0 ? WITHOUT_SEASON : Math.clamp(period, SHORTEST, LONGEST);
    return Math.max(MINIMUM, Math.min(window, values.length / 4));
  }

  /**
   * Autocorrelation of the series without its straight trend, for lags from 0 to a quarter of it,
   * at most 1,000 points.
   *
   * @return [lags], 1 at lag 0; all 0 for a straight line
   */
  static double[] autocorrelation(float[] values) {
    int n = Math.min(values.length, ENOUGH);
    int from = (values.length - n) / 2;
    int size = Integer.highestOneBit(Math.max(1, 2 * n - 1)) * 2;
    double[][] signal = new double[2][size];
    for (int i = 0; i < n; i++) {
      signal[0][i] = values[from + i];
    }
    removeTrend(signal[0], n);
    FastFourierTransformer.transformInPlace(
        signal, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int i = 0; i < size; i++) {
      signal[0][i] = signal[0][i] * signal[0][i] + signal[1][i] * signal[1][i];
      signal[1][i] = 0;
    }
    FastFourierTransformer.transformInPlace(
        signal, DftNormalization.STANDARD, TransformType.INVERSE);
    double[] correlation = new double[Math.min(LONGEST_PERIOD, n / 4) + 2];
    double power = signal[0][0];
    for (int lag = 0; lag < correlation.length && power > n * 1e-12; lag++) {
      correlation[lag] = signal[0][lag] / power;
    }
    return correlation;
  }

  /** Takes the least-squares line off the first n numbers. */
  private static void removeTrend(double[] signal, int n) {
    double centre = (n - 1) / 2.0;
    double mean = 0;
    double slope = 0;
    for (int i = 0; i < n; i++) {
      mean += signal[i] / n;
      slope += signal[i] * (i - centre);
    }
    slope /= Math.max(1, n * ((double) n * n - 1) / 12);
    for (int i = 0; i < n; i++) {
      signal[i] -= mean + slope * (i - centre);
    }
  }

  /**
   * The lag of the first peak that is close to the best and stands out; 0 if there is none. Teeth
   * that do not stand out still count for the best: where they are much higher than any season, the
   * near past tells more than the last season does.
   */
  static int firstPeak(double[] correlation) {
    double best = 0;
    for (int lag = SHORTEST_PERIOD; lag < correlation.length - 1; lag++) {
      if (isPeak(correlation, lag)) {
        best = Math.max(best, correlation[lag]);
      }
    }
    double lowest = 1;
    for (int lag = 1; lag < correlation.length - 1; lag++) {
      lowest = Math.min(lowest, correlation[lag]);
      if (lag >= SHORTEST_PERIOD
          && isPeak(correlation, lag)
          && correlation[lag] >= CLOSE_TO_BEST * best
          && correlation[lag] - lowest >= PROMINENCE) {
        return lag;
      }
    }
    return 0;
  }

  private static boolean isPeak(double[] correlation, int lag) {
    return correlation[lag] > WEAK
        && correlation[lag] > correlation[lag - 1]
        && correlation[lag] >= correlation[lag + 1];
  }
}
