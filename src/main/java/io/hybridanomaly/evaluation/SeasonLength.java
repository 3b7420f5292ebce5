package io.hybridanomaly.evaluation;

import io.hybridanomaly.windowing.Autocorrelation;
import io.hybridanomaly.windowing.LinearTrend;

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
    double[] rest = values.clone();
    LinearTrend.of(rest, rest.length).removeFrom(rest, rest.length);
    double[] correlation = Autocorrelation.of(rest, rest.length, longest + 2, 0);
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
    return correlation[lag] > FAINTEST && Autocorrelation.isPeak(correlation, lag);
  }
}
