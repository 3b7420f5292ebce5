package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;

/**
 * A stretch of wider noise: the mean size of its innovations, each counted as four deviations at
 * most, beside the usual one. Most of them must be large: a single spike is no burst. Where the
 * points around are restless too, more is asked, as noise may grow with the level.
 */
final class Burst implements StretchStatistic {

  private static final int SHORTEST = 4;

  private static final double LARGEST = 4;

  /** Three quarters of the innovations are at least so many deviations. */
  private static final double LARGE = 1.5;

  /** A standard normal number's size has this deviation; less is not believed. */
  private static final double LEAST_DEVIATION = 0.6;

  /** So many points on each side are around a stretch, or three times as many as it has. */
  private static final int FEWEST_AROUND = 12;

  private static final int AROUND = 3;

  private final boolean[] leftOut;

  /** [points] of the innovations. */
  private final double[] sizes;

  /** [points + 1] sums of the sizes before each point. */
  private final double[] sums;

  private final double mean;
  private final double deviation;

  Burst(AutoregressiveNoise noise) {
    this.leftOut = noise.leftOut();
    this.sizes = sizes(noise.innovations(), noise.deviation());
    this.sums = new double[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      sums[i + 1] = sums[i] + sizes[i];
    }
    double[] ordinary = sizes(noise.ordinaryInnovations(), noise.deviation());
    this.mean = Arrays.stream(ordinary).average().orElse(0);
    this.deviation = Math.max(LEAST_DEVIATION, Statistics.deviation(ordinary, 0, ordinary.length));
  }

  private static double[] sizes(double[] innovations, double deviation) {
    return Arrays.stream(innovations)
        .map(e -> Math.min(LARGEST, Math.abs(e) / deviation))
        .toArray();
  }

  @Override
  public double of(Segment stretch, double least) {
    int length = stretch.length();
    double found = (sums[stretch.to()] - sums[stretch.from()]) / length;
    double scale = Math.sqrt(length) / deviation;
    if (length < SHORTEST || (found - mean) * scale < least) {
      return 0;
    }
    double[] sorted = Arrays.copyOfRange(sizes, stretch.from(), stretch.to());
    Arrays.sort(sorted);
    return sorted[length / 4] < LARGE ? 0 : (found / restlessness(stretch) - mean) * scale;
  }

  /** How much larger innovations around a stretch are than elsewhere, at least 1. */
  private double restlessness(Segment stretch) {
    int reach = Math.max(FEWEST_AROUND, AROUND * stretch.length());
    double sum = 0;
    int count = 0;
    for (int i = stretch.from() - 1; i > 0 && count < reach; i--) {
      if (!leftOut[i]) {
        sum += sizes[i];
        count++;
      }
    }
    int enough = count + reach;
    for (int i = stretch.to() + 1; i < sizes.length && count < enough; i++) {
      if (!leftOut[i]) {
        sum += sizes[i];
        count++;
      }
    }
    return Math.max(1, sum / Math.max(1, count) / mean);
  }
}
