package io.hybridanomaly.expectation;

import io.hybridanomaly.windowing.Autocorrelation;
import io.hybridanomaly.windowing.LinearTrend;
import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

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

  /** Of fewer pairs without a suspicious point, as a share of all, a correlation is not known. */
  private static final double LEAST_PAIRS = 0.25;

  /** A peak must stand so far above the lowest correlation before it. */
  private static final double PROMINENCE = 0.15;

  /** Among peaks so close to the best the shortest is the season. */
  private static final double CLOSE_TO_BEST = 0.8;

  /** A longer season must correlate more than the short one and all between them, by this. */
  private static final double BETTER = 0.02;

  /** And this part at least of what the strongest of all gains. */
  private static final double MUCH_OF_GAIN = 0.5;

  /** Half the width of what is usual, in quartile distances from the median. */
  private static final double USUAL = 2;

  /** The part of a peak, from its top, that tells where it is. */
  private static final double TOP_PART = 0.15;

  /** A season that is made of cycles has so many of them at least. */
  private static final int FEWEST_PARTS = 3;

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
    seasons.add(usual(whole(refined(correlation, first, first)), correlation, n));
    longer(correlation, peaks, first)
        .ifPresent(
            longer ->
                seasons.add(usual(whole(refined(correlation, longer, first)), correlation, n)));
    return List.copyOf(seasons);
  }

  /**
   * A longer season that is stronger still, of several alike the first: two weeks correlate like
   * one, but for chance.
   */
  private static OptionalInt longer(double[] correlation, List<Integer> peaks, int first) {
    List<Integer> beyond = peaks.stream().filter(lag -> lag > first + first / 2).toList();
    double gain = highest(correlation, beyond, first) - correlation[first];
    double before = correlation[first];
    for (int lag : beyond) {
      if (correlation[lag] > before + BETTER
          && correlation[lag] >= correlation[first] + MUCH_OF_GAIN * gain) {
        return OptionalInt.of(lag);
      }
      before = Math.max(before, correlation[lag]);
    }
    return OptionalInt.empty();
  }

  /**
   * The length, in points, of the cycles that a season is made of, such as the day in a week. They
   * may be too weak beside the season to be found by {@link #of}, as working days are when two
   * quiet days follow them. The season itself if it is not made of several.
   *
   * @param values [points], finite
   * @param season in points
   */
  public static int cycle(double[] values, int season) {
    int n = Math.min(values.length, ENOUGH);
    int lags = Math.min(season / FEWEST_PARTS, (int) (n / FEWEST_CYCLES));
    if (lags <= SHORTEST) {
      return season;
    }
    double[] correlation = correlation(values, new boolean[values.length], n, lags);
    List<Integer> peaks = peaks(correlation);
    double best = highest(correlation, peaks, 0);
    return peaks.isEmpty() ? season : firstAbove(correlation, peaks, CLOSE_TO_BEST * best, 0);
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
    double[] pairs = pairs(suspicious, from, n, correlation.length);
    for (int lag = 0; lag < correlation.length; lag++) {
      correlation[lag] *= pairs[0] / pairs[lag];
    }
    return correlation;
  }

  /** [lags] How many pairs of points count; NaN where they are too few for a correlation. */
  private static double[] pairs(boolean[] suspicious, int from, int n, int lags) {
    double[] counts = new double[n];
    int left = 0;
    for (int i = 0; i < n; i++) {
      counts[i] = suspicious[from + i] ? 0 : 1;
      left += suspicious[from + i] ? 0 : 1;
    }
    double[] pairs = new double[lags];
    if (left == n) {
      Arrays.setAll(pairs, lag -> n - lag);
      return pairs;
    }
    double[] shares = Autocorrelation.of(counts, n, lags, 0);
    for (int lag = 0; lag < lags; lag++) {
      double pair = left * shares[lag];
      pairs[lag] = pair >= LEAST_PAIRS * (n - lag) ? pair : Double.NaN;
    }
    return pairs;
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
      lowest = correlation[lag] < lowest ? correlation[lag] : lowest;
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
   *
   * @param cycle the shortest season: its own peaks are next to that of a longer one
   */
  private static double refined(double[] correlation, int lag, int cycle) {
    double period = middle(correlation, lag, cycle / 4.0);
    for (int k = 2; k * period < correlation.length - 2; k++) {
      int near = (int) Math.round(k * period);
      if (correlation[near] < CLOSE_TO_BEST * correlation[lag]) {
        return period;
      }
      double reach = Math.max(1, cycle / (4.0 * k));
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
      double height = correlation[at] > least ? correlation[at] - least : 0;
      sum += height;
      moment += height * at;
    }
    return sum > 0 ? moment / sum : peak;
  }
}
