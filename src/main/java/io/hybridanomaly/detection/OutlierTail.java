package io.hybridanomaly.detection;

import java.util.Arrays;

/**
 * How rare a height is, judged by the tail of the heights themselves, of which up to a tenth may be
 * outliers: the question of every threshold. Heights are logarithms or scores whose tail is
 * exponential; above a level u, the expected number of points per height falls as exp(−(x − u) /
 * g), with g the mean excess (Hill, "A simple general approach to inference about the tail of a
 * distribution", Annals of Statistics 3 (1975), doi:10.1214/aos/1176343247). Few heights say little
 * of g, so that it is drawn towards what clean series have.
 *
 * <p>Outliers must not hide each other. As in the generalised extreme Studentised deviate test
 * (Rosner, "Percentage points for a generalized ESD many-outlier procedure", Technometrics 25
 * (1983), doi:10.1080/00401706.1983.10487848), the k highest are left out for k from a tenth of all
 * downwards, and the first k is taken whose lowest left-out height is an outlier under the tail of
 * the rest.
 *
 * @param level u
 * @param excess g
 * @param count heights above u that are no outliers
 * @param points length of the series
 */
record OutlierTail(double level, double excess, int count, int points) {

  /** Largest share of the heights that may be outliers. */
  static final double OUTLIERS = 0.1;

  /** The {@link #rarity} of an outlier: one in 10,000 points. */
  static final double OUTLYING = 4;

  /** How rare, among the points, a height must be for an outlier. */
  private static final double RARE = 1e-4;

  /**
   * Or so many of them expected among all points, if these are not too few to tell outliers from a
   * kind of their own: else the holidays of a year would hide its outage.
   */
  private static final double EXPECTED_OUTLIERS = 0.2;

  private static final int ENOUGH_POINTS = 400;

  /**
   * Heights of a normal distribution's tail have 0.2 in logarithms; nothing lighter is believed.
   */
  private static final double LEAST_EXCESS = 0.2;

  private static final int FEWEST = 8;

  /**
   * What is expected of a kind of heights.
   *
   * @param share of the heights from which the tail is taken
   * @param excess g of clean series
   * @param weight as many heights this expectation counts as
   * @param rate chance of exceeding is multiplied by this: several kinds are judged, and each may
   *     raise its share of the false alarms only
   */
  record Prior(double share, double excess, double weight, double rate) {}

  /**
   * The tail of some heights.
   *
   * @param heights at least one, finite; changed: sorted
   * @param points length of the series from which they are
   */
  static OutlierTail of(double[] heights, int points, Prior prior) {
    return of(heights, points, prior, OUTLIERS, 0);
  }

  /**
   * The same with another limit.
   *
   * @param outliers largest share of the heights that may be outliers, above 0
   * @param gap outliers must be so much higher than all other heights, 0 or more
   */
  static OutlierTail of(double[] heights, int points, Prior prior, double outliers, double gap) {
    Arrays.sort(heights);
    int m = heights.length;
    double[] descending = new double[m];
    double[] sums = new double[m + 1];
    for (int i = 0; i < m; i++) {
      descending[i] = heights[m - 1 - i];
      sums[i + 1] = sums[i] + descending[i];
    }
    int most = Math.max(1, (int) (outliers * m));
    double rare = points < ENOUGH_POINTS ? RARE : Math.max(RARE, EXPECTED_OUTLIERS / points);
    for (int k = Math.min(most, m - 2); k > 0; k--) {
      if (descending[k - 1] < descending[k] + gap) {
        continue;
      }
      OutlierTail tail = without(k, descending, sums, points, prior);
      if (descending[k - 1] > tail.heightOf(rare * prior.rate())) {
        return tail;
      }
    }
    return without(0, descending, sums, points, prior);
  }

  /** The tail when the k highest are left out. */
  private static OutlierTail without(
      int k, double[] descending, double[] sums, int points, Prior prior) {
    int rest = descending.length - k;
    int count = Math.min(Math.max(FEWEST, (int) (prior.share() * rest)), rest - 1);
    double level = descending[k + count];
    double total = sums[k + count] - sums[k] - count * level;
    double excess = (total + prior.weight() * prior.excess()) / (count + prior.weight());
    return new OutlierTail(level, Math.max(LEAST_EXCESS, excess), Math.max(1, count), points);
  }

  /** The height that one of so many points exceeds. */
  private double heightOf(double chance) {
    return level + excess * Math.log(Math.max(1, count / (chance * points)));
  }

  /**
   * How rare a height is: log10 of the number of ordinary points among which one such is expected;
   * 4 means one in 10,000 points.
   */
  double rarity(double height, Prior prior) {
    return (height - level) / (excess * Math.log(10))
        + Math.log10((double) points / count)
        + Math.log10(prior.rate());
  }
}
