package io.hybridanomaly.windowing;

import java.util.Arrays;

/**
 * The window length that a series asks for: one period of its strongest season. That is the first
 * peak of the autocorrelation that reaches 0.9 of the highest one, so that one day wins over seven
 * when both are equally regular.
 *
 * <p>Which seasons there are is another question, see {@link io.hybridanomaly.expectation.Seasons}.
 * A window needs a whole number of points within bounds, there always is one, and it does little
 * harm if it spans no season. Expected values need the period to a fraction of a point, day and
 * week if there are both, and none where a wrong one would be worse.
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
  private static final int SHORTEST_SEASON = 3;

  private static final int LONGEST_SEASON = 1000;

  /** Values beyond these quantiles are clipped. */
  private static final double LOW = 0.05;

  private static final double HIGH = 0.95;

  /** Points looked at, from the middle of a longer series: a season shows in them. */
  private static final int ENOUGH = 1 << 17;

  /** Mean square up to which a series is its own rounding. */
  private static final double ROUNDING = 1e-12;

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
   * Autocorrelation of the series without its straight trend and with its outliers clipped (three
   * spikes in noise would make a season of the distance between them), for lags from 0 to a quarter
   * of it, at most 1,000 points.
   *
   * @return [lags], 1 at lag 0; all 0 for a straight line
   */
  static double[] autocorrelation(float[] values) {
    int n = Math.min(values.length, ENOUGH);
    int from = (values.length - n) / 2;
    double[] raw = new double[n];
    for (int i = 0; i < n; i++) {
      raw[i] = values[from + i];
    }
    double[] signal = clipped(raw);
    LinearTrend.of(signal, n).removeFrom(signal, n);
    return Autocorrelation.of(signal, n, Math.min(LONGEST_SEASON, n / 4) + 2, n * ROUNDING);
  }

  /**
   * The lag of the first peak that is close to the best and stands out; 0 if there is none. Teeth
   * that do not stand out still count for the best: where they are much higher than any season, the
   * near past tells more than the last season does.
   */
  static int firstPeak(double[] correlation) {
    double best = 0;
    for (int lag = SHORTEST_SEASON; lag < correlation.length - 1; lag++) {
      if (isPeak(correlation, lag)) {
        best = Math.max(best, correlation[lag]);
      }
    }
    double lowest = 1;
    for (int lag = 1; lag < correlation.length - 1; lag++) {
      lowest = Math.min(lowest, correlation[lag]);
      if (lag >= SHORTEST_SEASON
          && isPeak(correlation, lag)
          && correlation[lag] >= CLOSE_TO_BEST * best
          && correlation[lag] - lowest >= PROMINENCE) {
        return lag;
      }
    }
    return 0;
  }

  private static boolean isPeak(double[] correlation, int lag) {
    return correlation[lag] > WEAK && Autocorrelation.isPeak(correlation, lag);
  }

  /**
   * The values with those beyond the outer quantiles set to them; as they are where the quantiles
   * are equal, since then the exceptions are all there is.
   */
  static double[] clipped(double[] values) {
    double[] bounds = Quantiles.of(values, LOW, HIGH);
    double low = bounds[0];
    double high = bounds[1];
    if (low == high) {
      return values.clone();
    }
    double[] result = new double[values.length];
    Arrays.setAll(result, i -> Math.clamp(values[i], low, high));
    return result;
  }
}
