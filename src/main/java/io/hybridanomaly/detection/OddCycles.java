package io.hybridanomaly.detection;

import io.hybridanomaly.expectation.Seasons;
import java.util.Arrays;

/**
 * Cycles that are unlike those at the same time of other seasons: a working day on which nobody
 * came, a Sunday that was a market day. To windows a day off is one more Sunday. To readings it is
 * not rare where days scatter and nights do not: the few hours in which a series is noisy have
 * nearly all large distances, and give these a heavy tail. The mean over a whole cycle, such as a
 * day, is what scatters little; and a machine that switches a step sooner hardly moves it.
 *
 * <p>So the mean of the differences from the same time in the seasons around, such as weeks, is
 * taken over each stretch as long as a cycle, and its peaks are judged by their own tail, see
 * {@link OutlierTail}.
 */
final class OddCycles {

  /** A cycle has at least so many points: of fewer each is judged by itself. */
  private static final int SHORTEST = 12;

  /** A series has at least so many cycles: of fewer nobody knows how much they differ. */
  private static final int FEWEST = 28;

  /** And so many seasons: each cycle is compared with three others. */
  private static final int FEWEST_SEASONS = 4;

  /** A mean difference of less is nothing that a person would call abnormal. */
  private static final double LEAST = 0.02;

  /** Share of the peaks that are their tail: there are no more of them than cycles. */
  private static final double TAIL = 0.2;

  /** Both passes together may raise a tenth of the false alarms. */
  private static final double RATE = 0.05;

  /** Of a cycle of more points as many are odd by chance as of one of so many. */
  private static final double MOST_POINTS = 24;

  /** Of larger differences a sum that runs on would carry the rounding along. */
  private static final double LARGEST = 1e6;

  /** It is not known better than that how rare a day is. */
  private static final double MOST_RARE = 6;

  private OddCycles() {}

  /**
   * Raises the rarity of the readings that make such a cycle what it is: those that differ by its
   * mean difference or more, the same way where the differences have a sign.
   *
   * @param readings in units of their spread
   * @param fromExpected [points] how far they are from what is expected
   * @param rarities [points] see {@link OutlierTail#rarity}; changed
   */
  static void raise(ContextDistance readings, double[] fromExpected, double[] rarities) {
    double[] values = readings.values();
    PointDeviation.Season season = readings.season();
    int cycle = season.came(FEWEST_SEASONS) ? Seasons.cycle(values, season.points()) : 0;
    if (cycle < SHORTEST || cycle == season.points() || values.length < FEWEST * cycle) {
      return;
    }
    double[] distances = readings.orSeasonal(fromExpected);
    double[] plain = new double[values.length];
    Arrays.setAll(plain, i -> values[i] - season.sameTime()[i]);
    double[] signed = new double[values.length];
    Arrays.setAll(signed, i -> Math.copySign(distances[i], plain[i]));
    raise(signed, plain, cycle, rarities);
    Arrays.setAll(plain, i -> Math.abs(plain[i]));
    raise(distances, plain, cycle, rarities);
  }

  /**
   * By what is far on the mean of a cycle.
   *
   * @param differences with a tolerance, with their sign or without it
   * @param plain the same without tolerance
   */
  private static void raise(double[] differences, double[] plain, int cycle, double[] rarities) {
    double[] means = means(differences, cycle);
    double[] sizes = Arrays.stream(means).map(Math::abs).toArray();
    int[] peaks = Peaks.of(sizes, cycle - 1);
    double rate = RATE * Math.min(1, MOST_POINTS / cycle);
    // As of readings: twice the excess finds fewer odd days and saves no alarm, see decision 0038.
    OutlierTail.Prior prior =
        new OutlierTail.Prior(TAIL, PointDeviation.EXCESS, PointDeviation.WEIGHT, rate);
    double[] heights = Arrays.stream(peaks).mapToDouble(p -> Math.log(sizes[p] + LEAST)).toArray();
    OutlierTail tail = OutlierTail.of(heights, differences.length, prior);
    for (int peak : peaks) {
      double rarity = Math.min(MOST_RARE, tail.rarity(Math.log(sizes[peak] + LEAST), prior));
      for (int i = peak; sizes[peak] > LEAST && i < peak + cycle; i++) {
        if (plain[i] / means[peak] >= 1) {
          rarities[i] = Math.max(rarities[i], rarity);
        }
      }
    }
  }

  /** The mean of each stretch of a length, by its first point. */
  private static double[] means(double[] values, int length) {
    double[] means = new double[values.length - length + 1];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += bounded(values[i]) - (i < length ? 0 : bounded(values[i - length]));
      if (i >= length - 1) {
        means[i - length + 1] = sum / length;
      }
    }
    return means;
  }

  private static double bounded(double difference) {
    return Math.clamp(difference, -LARGEST, LARGEST);
  }
}
