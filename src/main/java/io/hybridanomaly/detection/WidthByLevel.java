package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * By how much a band must be wider or narrower where much or little is expected, so that it holds
 * its share of the points at every level: conformal prediction with the level as the category
 * (Vovk, "Conditional validity of inductive conformal predictors", Machine Learning 92 (2013),
 * doi:10.1007/s10994-013-5355-6). Between the medians of the groups it is interpolated, so that a
 * band has no steps.
 */
final class WidthByLevel {

  private static final int MOST_GROUPS = 10;

  /** A quantile of 95 % needs some points beyond it. */
  private static final int LEAST_POINTS = 100;

  /** Smaller differences between the groups are chance. */
  private static final double LEAST_RATIO = 2;

  /** No level is narrower than this part of the widest. */
  private static final double LEAST_WIDTH = 0.02;

  private static final WidthByLevel SAME = new WidthByLevel(new double[] {0}, new double[] {1});

  private final double[] levels;
  private final double[] factors;

  private WidthByLevel(double[] levels, double[] factors) {
    this.levels = levels;
    this.factors = factors;
  }

  /**
   * The factors of a series.
   *
   * @param expected [points], finite
   * @param distances [points] from what is expected, in widths of the band; not a number where a
   *     point does not count
   * @param covered share of the points that the band holds
   */
  static WidthByLevel of(double[] expected, double[] distances, double covered) {
    LevelGroups groups = LevelGroups.of(expected, LEAST_POINTS, MOST_GROUPS);
    double[] factors = each(groups.of(distances), group -> Quantiles.quantile(group, covered));
    double widest = Arrays.stream(factors).max().orElse(0);
    double narrowest = Arrays.stream(factors).min().orElse(0);
    if (!(widest > LEAST_RATIO * narrowest)) {
      return SAME;
    }
    Arrays.setAll(factors, g -> Math.max(LEAST_WIDTH * widest, factors[g]));
    double[] levels = each(groups.of(expected), Quantiles::median);
    // Of the largest numbers there are, differences may be infinite.
    return Double.isFinite(levels[levels.length - 1] - levels[0])
        ? new WidthByLevel(levels, factors)
        : SAME;
  }

  /** Groups of which no point counts are as the others at most. */
  private static double[] each(double[][] groups, ToDoubleFunction<double[]> statistic) {
    double[] found =
        Arrays.stream(groups)
            .mapToDouble(group -> group.length == 0 ? Double.NaN : statistic.applyAsDouble(group))
            .toArray();
    double most = Arrays.stream(found).filter(Double::isFinite).max().orElse(1);
    Arrays.setAll(found, g -> Double.isNaN(found[g]) ? most : found[g]);
    return found;
  }

  /** The factor where so much is expected. */
  double at(double expected) {
    int place = Arrays.binarySearch(levels, expected);
    if (place >= 0) {
      return factors[place];
    }
    int after = Math.min(levels.length - 1, -place - 1);
    int before = Math.max(0, -place - 2);
    if (after == before) {
      return factors[after];
    }
    double weight = (expected - levels[before]) / (levels[after] - levels[before]);
    return factors[before] * (1 - weight) + factors[after] * weight;
  }
}
