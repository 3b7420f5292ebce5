package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;

/**
 * How far values usually are from what is expected, by what is expected: the nights of a sun meter
 * have no noise and its noons have much. Each group of points of about the same level has a robust
 * standard deviation, and counts as noisy as the noisier one beside it.
 */
final class DeviationByLevel {

  private static final int MOST_GROUPS = 20;

  /** Fewer points do not tell how much they scatter. */
  private static final int LEAST_POINTS = 30;

  private final LevelGroups groups;
  private final double[] deviations;

  private DeviationByLevel(LevelGroups groups, double[] deviations) {
    this.groups = groups;
    this.deviations = deviations;
  }

  /**
   * The deviations of a series.
   *
   * @param expected [points], finite
   * @param distances [points] of the values from it
   * @param least what no group is below, in the units of the values
   */
  static DeviationByLevel of(double[] expected, double[] distances, double least) {
    LevelGroups groups = LevelGroups.of(expected, LEAST_POINTS, MOST_GROUPS);
    double[] own =
        Arrays.stream(groups.of(distances))
            .mapToDouble(group -> Math.max(least, Statistics.robustDeviation(group)))
            .toArray();
    double[] deviations = own.clone();
    for (int g = 1; g < own.length; g++) {
      deviations[g] = Math.max(deviations[g], own[g - 1]);
      deviations[g - 1] = Math.max(deviations[g - 1], own[g]);
    }
    return new DeviationByLevel(groups, deviations);
  }

  /** The robust standard deviation of values of which as much is expected. */
  double at(double expected) {
    return deviations[groups.of(expected)];
  }
}
