package io.hybridanomaly.expectation;

/**
 * What the season did in the cycles next to each point: the median of the same phase in the nearest
 * cycles before and after. Follows a season that changes.
 */
final class NearCycles {

  /** Points taken, as near as possible on both sides. */
  private static final int TAKEN = 6;

  /** Cycles looked at on each side. */
  private static final int FARTHEST = 12;

  private NearCycles() {}

  /**
   * The share of the season in every point; 0 where no cycle tells of it.
   *
   * @param rest [points], the series without its level
   * @param hidden [points], true where a value does not count
   * @param period in points, above 2
   */
  static double[] of(double[] rest, boolean[] hidden, double period) {
    int n = rest.length;
    double[] season = new double[n];
    double[] work = new double[TAKEN + 1];
    for (int i = 0; i < n; i++) {
      int count = 0;
      for (int k = 1; k <= FARTHEST && count < TAKEN; k++) {
        int away = (int) Math.round(k * period);
        if (i - away >= 0 && !hidden[i - away]) {
          work[count++] = rest[i - away];
        }
        if (i + away < n && !hidden[i + away]) {
          work[count++] = rest[i + away];
        }
      }
      season[i] = count == 0 ? 0 : Medians.inPlace(work, count);
    }
    return season;
  }
}
