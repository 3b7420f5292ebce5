package io.hybridanomaly.expectation;

import io.hybridanomaly.windowing.Autocorrelation;
import io.hybridanomaly.windowing.LinearTrend;
import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.List;

/**
 * The seasons that a series may have, by the peaks of its autocorrelation: the shortest of the
 * strong ones, such as the day, and a longer one that is stronger still, such as the week. Values
 * are cut where they leave what is usual and suspicious ones count as the middle, so that outliers
 * can neither make a season nor hide one. Whether a season helps is decided by prediction, not
 * here. How long a window should be is another question, see {@link
 * io.hybridanomaly.windowing.WindowLength}.
 */
public final class Seasons {

  /** Points looked at, from the middle of a longer series. */
  private static final int ENOUGH = 1 << 17;

  /** A season must be seen so many times. */
  private static final double FEWEST_CYCLES = 2.5;

  private static final int SHORTEST = 3;

  /** A correlation below this is no season. */
  private static final double WEAK = 0.15;

  /** A peak must stand so far above the lowest correlation before it. */
  private static final double PROMINENCE = 0.15;

  /** Among peaks so close to the best the shortest is the season. */
  private static final double CLOSE_TO_BEST = 0.8;

  /** A longer season must correlate more than the short one, by this. */
  private static final double BETTER = 0.02;

  /** Half the width of what is usual, in quartile distances from the median. */
  private static final double USUAL = 2;

  /** The part of a peak, from its top, that tells where it is. */
  private static final double TOP_PART = 0.15;

  private static final double HAIR = 0.06;

  /** Points of a day, a week or a year that is sampled in a usual step. */
  private static final int[] USUAL_PERIODS = {
    7, 12, 24, 48, 52, 96, 144, 168, 288, 336, 365, 672, 720, 1008, 1440, 2016, 10080
  };

  private static final int CYCLES_TELL = 12;
  private static final double NEAR = 0.04;
  private static final double AS_GOOD = 0.05;

  private Seasons() {}

  /**
   * Periods in points, ascending, at most two; not always whole numbers. Empty if nothing comes
   * back.
   *
   * @param values [points], finite
   * @param suspicious [points], whose values do not count
   */
  public static List<Double> of(double[] values, boolean[] suspicious) {
    int n = Math.min(values.length, ENOUGH);
    int lags = (int) (n / FEWEST_CYCLES);
    if (lags <= SHORTEST) {
      return List.of();
    }
    double[] correlation = correlation(values, suspicious, n, lags);
    List<Integer> peaks = peaks(correlation);
    if (peaks.isEmpty()) {
      return List.of();
    }
    double best = highest(correlation, peaks, 0);
    int first = firstAbove(correlation, peaks, CLOSE_TO_BEST * best, 0);
    List<Double> seasons = new ArrayList<>();
    seasons.add(usual(whole(refined(correlation, first)), correlation, n));
    double beyond = highest(correlation, peaks, first + first / 2);
    if (beyond > correlation[first] + BETTER) {
      int longer = firstAbove(correlation, peaks, beyond - BETTER / 2, first + first / 2);
      seasons.add(usual(whole(refined(correlation, longer)), correlation, n));
    }
    return List.copyOf(seasons);
  }

  /** Autocorrelation of what is left without trend and outliers, per pair of points. */
  private static double[] correlation(double[] values, boolean[] suspicious, int n, int lags) {
    int from = (values.length - n) / 2;
    double[] signal = new double[n];
    System.arraycopy(values, from, signal, 0, n);
    cut(signal, suspicious, from);
    LinearTrend.of(signal, n).removeFrom(signal, n);
    cut(signal, suspicious, from);
    double[] correlation = Autocorrelation.of(signal, n, lags + 2, 0);
    for (int lag = 0; lag < correlation.length; lag++) {
      correlation[lag] *= n / (double) (n - lag);
    }
    return correlation;
  }

  private static void cut(double[] signal, boolean[] suspicious, int from) {
    double median = Quantiles.median(signal);
    double width = USUAL * Quantiles.distance(signal, 0.25, 0.75);
    if (width == 0) {
      width = Quantiles.distance(signal, 0.05, 0.95);
    }
    for (int i = 0; i < signal.length; i++) {
      signal[i] = suspicious[from + i] ? 0 : Math.clamp(signal[i] - median, -width, width);
    }
  }

  /** Lags of the local maxima that stand out, ascending. */
  private static List<Integer> peaks(double[] correlation) {
    List<Integer> peaks = new ArrayList<>();
    double lowest = 1;
    for (int lag = 1; lag < correlation.length - 1; lag++) {
      lowest = Math.min(lowest, correlation[lag]);
      if (lag >= SHORTEST
          && correlation[lag] > WEAK
          && correlation[lag] - lowest > PROMINENCE
          && Autocorrelation.isPeak(correlation, lag)) {
        peaks.add(lag);
      }
    }
    return peaks;
  }

  private static double highest(double[] correlation, List<Integer> peaks, int from) {
    return peaks.stream()
        .filter(lag -> lag > from)
        .mapToDouble(lag -> correlation[lag])
        .max()
        .orElse(0);
  }

  private static int firstAbove(double[] correlation, List<Integer> peaks, double least, int from) {
    return peaks.stream()
        .filter(lag -> lag > from && correlation[lag] >= least)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The period to a fraction of a point: the middle of its peak and, as long as they hold, of the
   * peaks at its multiples.
   */
  private static double refined(double[] correlation, int lag) {
    double period = middle(correlation, lag, lag / 4.0);
    for (int k = 2; k * period < correlation.length - 2; k++) {
      int near = (int) Math.round(k * period);
      if (correlation[near] < CLOSE_TO_BEST * correlation[lag]) {
        return period;
      }
      double reach = Math.max(1, period / (4 * k));
      period = middle(correlation, highestNear(correlation, near, reach), reach) / k;
    }
    return period;
  }

  /**
   * After a few cycles the length is not known well. If a day, a week or a year of a usual step is
   * nearly as good as what was found, it is that; a longer one than all that were compared is not
   * known to be.
   */
  private static double usual(double period, double[] correlation, int n) {
    if (n / period > CYCLES_TELL) {
      return period;
    }
    for (int usual : USUAL_PERIODS) {
      if (Math.abs(period - usual) <= NEAR * usual
          && usual < correlation.length
          && correlation[usual] >= correlation[(int) Math.round(period)] - AS_GOOD) {
        return usual;
      }
    }
    return period;
  }

  /** Most seasons are a whole number of points; one that is that by a hair would drift. */
  private static double whole(double period) {
    double rounded = Math.rint(period);
    return Math.abs(period - rounded) <= HAIR ? rounded : period;
  }

  private static int highestNear(double[] correlation, int lag, double reach) {
    int last = Math.min(correlation.length - 1, (int) (lag + reach));
    int peak = lag;
    for (int at = Math.max(1, (int) (lag - reach)); at <= last; at++) {
      peak = correlation[at] > correlation[peak] ? at : peak;
    }
    return peak;
  }

  /** Noise moves the top of a broad peak; its upper part as a whole it moves less. */
  private static double middle(double[] correlation, int peak, double reach) {
    double sum = 0;
    double moment = 0;
    double least = correlation[peak] - TOP_PART * Math.abs(correlation[peak]);
    int last = Math.min(correlation.length - 1, (int) (peak + reach));
    for (int at = Math.max(1, (int) (peak - reach)); at <= last; at++) {
      double height = Math.max(0, correlation[at] - least);
      sum += height;
      moment += height * at;
    }
    return sum > 0 ? moment / sum : peak;
  }
}
