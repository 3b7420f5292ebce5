package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;

/**
 * A stretch at another level: the likelihood ratio of a step up and back among {@linkplain
 * AutoregressiveNoise autoregressive noise}. In its innovations e a step by δ over [a, b) is δ at
 * a, (1 − φ)δ inside and −φδ at b; so where neighbours hardly depend on each other the mean of the
 * stretch speaks, and in a random walk the two jumps at its ends alone (Fox, "Outliers in time
 * series", Journal of the Royal Statistical Society B 34 (1972),
 * doi:10.1111/j.2517-6161.1972.tb00912.x, for single outliers).
 *
 * <p>The step is no larger than what its middle and three quarters of its points are away from the
 * points around: a single spike lifts no stretch.
 */
final class LevelShift implements StretchStatistic {

  /** So many points on each side are around a stretch, or as many as it has. */
  private static final int FEWEST_AROUND = 5;

  private final double[] series;
  private final AutoregressiveNoise noise;

  /** [points + 1] sums of the innovations before each point. */
  private final double[] sums;

  LevelShift(double[] series, AutoregressiveNoise noise) {
    this.series = series;
    this.noise = noise;
    this.sums = new double[series.length + 1];
    for (int i = 0; i < series.length; i++) {
      sums[i + 1] = sums[i] + noise.innovations()[i];
    }
  }

  @Override
  public double of(Segment stretch, double least) {
    double coefficient = noise.coefficient();
    double inside = 1 - coefficient;
    double weight = inside * inside * (stretch.length() - 1);
    double product = inside * (sums[stretch.to()] - sums[stretch.from() + 1]);
    if (stretch.from() > 0) {
      weight += 1;
      product += noise.innovations()[stretch.from()];
    }
    if (stretch.to() < series.length) {
      weight += coefficient * coefficient;
      product -= coefficient * noise.innovations()[stretch.to()];
    }
    double step = product / weight;
    double scale = Math.sqrt(weight) / noise.deviation();
    if (Math.abs(step) * scale < least) {
      return 0;
    }
    return Math.min(Math.abs(step), visible(stretch, step > 0)) * scale;
  }

  /** How far the stretch is from the points around it, upwards or downwards. */
  private double visible(Segment stretch, boolean up) {
    double[] around = around(stretch);
    if (around.length < FEWEST_AROUND) {
      return 0;
    }
    double median = Quantiles.median(around);
    double[] distances = new double[stretch.length()];
    Arrays.setAll(
        distances,
        i -> up ? series[stretch.from() + i] - median : median - series[stretch.from() + i]);
    Arrays.sort(distances);
    double quarter = distances[distances.length / 4];
    return quarter <= 0
        ? 0
        : Math.min(distances[distances.length / 2], quarter + noise.deviation());
  }

  private double[] around(Segment stretch) {
    int reach = Math.max(FEWEST_AROUND, stretch.length());
    double[] found = new double[2 * reach];
    int count = 0;
    for (int i = stretch.from() - 1; i >= 0 && count < reach; i--) {
      if (!noise.leftOut()[i]) {
        found[count++] = series[i];
      }
    }
    int enough = count + reach;
    for (int i = stretch.to(); i < series.length && count < enough; i++) {
      if (!noise.leftOut()[i]) {
        found[count++] = series[i];
      }
    }
    return Arrays.copyOf(found, count);
  }
}
