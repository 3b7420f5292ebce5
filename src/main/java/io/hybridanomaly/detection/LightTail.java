package io.hybridanomaly.detection;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A few readings of a short series that are far beyond all others, where these others are spread no
 * further than normal noise. {@link OutlierTail} must allow for a heavy tail, of which a few dozen
 * readings say little; but where the others show none, what is several times as far off as the
 * farthest of them stands out to anyone.
 *
 * <p>One of so many readings is as far off as the farthest ordinary one is. Beyond it the tail is
 * as light as {@link #EXCESS} says.
 */
final class LightTail {

  /** Added to each distance, in scaled units: less is not worth telling apart. */
  private static final double LEAST = 0.05;

  /**
   * Mean excess of the logarithms of distances, that of a normal tail beyond two and a half
   * deviations.
   */
  private static final double EXCESS = 0.14;

  /**
   * The farthest ordinary distance, and the one that a tenth exceed, are at most so many times what
   * normal noise has in the middle.
   */
  private static final double FARTHEST = 1.3;

  private static final double TENTH = 1.2;

  private static final double ALL_BUT_A_TENTH = 0.9;

  /** Rarity, see {@link OutlierTail#rarity}, from which it is not worth telling apart. */
  private static final double MOST_RARE = 10;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private LightTail() {}

  /**
   * How rare readings are.
   *
   * @param distances from what is usual, each 0 or more, in units of the spread of the values; at
   *     least two
   * @param rate the chance of being so far off is multiplied by this
   * @return [distances] 0 where nothing is rare, or the others are spread too far to say so
   */
  static double[] rarities(double[] distances, double rate) {
    int n = distances.length;
    double[] ascending = Arrays.stream(distances).map(distance -> distance + LEAST).toArray();
    Arrays.sort(ascending);
    double[] rarities = new double[n];
    for (int rest = n - Math.max(1, (int) (OutlierTail.OUTLIERS * n)); rest < n; rest++) {
      double farthest = ascending[rest - 1];
      double nearestOutlier = ascending[rest];
      if (isLight(ascending, rest)
          && rarity(nearestOutlier / farthest, n * rate) >= OutlierTail.OUTLYING) {
        Arrays.setAll(
            rarities,
            i ->
                distances[i] + LEAST < nearestOutlier
                    ? 0
                    : rarity((distances[i] + LEAST) / farthest, n * rate));
        return rarities;
      }
    }
    return rarities;
  }

  /** Whether the least distances are spread no further than those of normal noise. */
  private static boolean isLight(double[] ascending, int rest) {
    double median = ascending[rest / 2];
    double far = ascending[(int) (ALL_BUT_A_TENTH * rest)];
    return far <= TENTH * medians(ALL_BUT_A_TENTH) * median
        && ascending[rest - 1] <= FARTHEST * medians(1 - 0.5 / rest) * median;
  }

  /** The distance that a share of normal readings does not exceed, in median distances. */
  private static double medians(double share) {
    return NORMAL.inverseCumulativeProbability((1 + share) / 2)
        / NORMAL.inverseCumulativeProbability(0.75);
  }

  private static double rarity(double timesFarthest, double points) {
    return Math.min(
        MOST_RARE, Math.log(timesFarthest) / (EXCESS * Math.log(10)) + Math.log10(points));
  }
}
