package io.hybridanomaly.expectation;

import java.util.Arrays;

/**
 * What a season does to the level: the median of each phase over all its cycles. Where there are
 * few cycles, phases beside each other are taken together, so that no median rests on a handful of
 * points.
 */
final class SeasonalProfile {

  /** Points a median should have. */
  private static final int WANTED = 9;

  /** Neighbouring phases taken together on each side are at most this part of a season. */
  private static final int NARROWEST = 24;

  private SeasonalProfile() {}

  /**
   * The share of the season in every point; 0 in a phase that no point tells of.
   *
   * @param rest [points], the series without its level
   * @param hidden [points], true where a value does not count
   * @param period in points, above 2
   * @param trust cycles to which each median is as good as 0: it is shrunk by m / (m + trust)
   */
  static double[] of(double[] rest, boolean[] hidden, double period, double trust) {
    int n = rest.length;
    int phases = (int) Math.ceil(period);
    int[] phase = new int[n];
    int[] ends = new int[phases + 1];
    for (int i = 0; i < n; i++) {
      phase[i] = (int) (i % period);
      ends[phase[i] + 1] += hidden[i] ? 0 : 1;
    }
    for (int p = 0; p < phases; p++) {
      ends[p + 1] += ends[p];
    }
    int[] next = Arrays.copyOf(ends, phases);
    double[] sorted = new double[ends[phases]];
    for (int i = 0; i < n; i++) {
      if (!hidden[i]) {
        sorted[next[phase[i]]++] = rest[i];
      }
    }
    double[] profile = profile(sorted, ends, n / period, trust);
    double[] season = new double[n];
    Arrays.setAll(season, i -> profile[phase[i]]);
    return season;
  }

  /** One median for each phase, from the values in the order of their phases. */
  private static double[] profile(double[] sorted, int[] ends, double cycles, double trust) {
    int phases = ends.length - 1;
    int side =
        Math.min(phases / NARROWEST, (int) Math.ceil((WANTED / Math.max(1, cycles) - 1) / 2));
    double[] profile = new double[phases];
    double[] work = new double[sorted.length];
    for (int p = 0; p < phases; p++) {
      int count = 0;
      for (int q = p - side; q <= p + side; q++) {
        int around = Math.floorMod(q, phases);
        int length = ends[around + 1] - ends[around];
        System.arraycopy(sorted, ends[around], work, count, length);
        count += length;
      }
      double weight = cycles / (cycles + trust);
      profile[p] = count == 0 ? 0 : weight * Medians.inPlace(work, count);
    }
    return profile;
  }
}
