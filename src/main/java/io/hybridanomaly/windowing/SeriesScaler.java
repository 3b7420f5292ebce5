package io.hybridanomaly.windowing;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Brings a series to the scale on which it is judged: {@link RobustScaler}, then without its
 * straight line if it follows one and without its local level if it wanders like a {@link
 * RandomWalk}, scaled again around what was taken off. On a trend and in a walk each level occurs
 * about once, so that the first and the last, the highest and the lowest windows would look
 * abnormal for no other reason than their level.
 */
public final class SeriesScaler {

  /**
   * Share of the variance that a line must explain to be taken off. A step in the middle of a
   * series gives 0.75: a level shift is no trend.
   */
  static final double TREND = 0.8;

  /** What is left around a line is not enlarged more than a hundredfold: it may be rounding. */
  private static final double SMALLEST_SPREAD = 0.01;

  /**
   * Points over which the level of a walk is averaged: four windows of a series without a season.
   * Half or double of that served less well on simulated walks.
   */
  private static final int LEVEL_POINTS = 4 * WindowLength.WITHOUT_SEASON;

  /** The level is at most this part of a series. */
  private static final int LEVEL_PART = 4;

  /**
   * In a series that is constant but for exceptions, so many of them, and such a share of the
   * points, are part of what it is.
   */
  private static final int USUAL_EXCEPTIONS = 10;

  private static final double USUAL_SHARE = 0.01;

  /** Noise that makes such exceptions comparable, as a share of their median size. */
  private static final double EXCEPTION_NOISE = 0.2;

  private final RobustScaler robust;

  /** Line and level that were taken off, in scaled units, one for each point; null if neither. */
  private final double @Nullable [] base;

  /** The scale around it; null without it. */
  private final @Nullable RobustScaler around;

  private SeriesScaler(
      RobustScaler robust, double @Nullable [] base, @Nullable RobustScaler around) {
    this.robust = robust;
    this.base = base;
    this.around = around;
  }

  /**
   * The scale of a series.
   *
   * @param values at least one, finite; not changed
   */
  public static SeriesScaler of(double[] values) {
    RobustScaler robust = RobustScaler.of(values);
    double[] z = new double[values.length];
    Arrays.setAll(z, i -> (float) robust.apply(values[i]));
    double[] line = line(z);
    double[] rest = line == null ? z : Statistics.difference(z, line);
    double[] base = line;
    if (RandomWalk.isLike(rest)) {
      double[] level =
          MovingAverage.of(rest, Math.max(1, Math.min(LEVEL_POINTS, rest.length / LEVEL_PART)));
      base = Statistics.difference(z, Statistics.difference(rest, level));
    }
    return base == null
        ? new SeriesScaler(robust, null, null)
        : new SeriesScaler(
            robust,
            base,
            RobustScaler.of(Statistics.difference(z, base)).notBelow(SMALLEST_SPREAD));
  }

  /** The least-squares line through a series if it follows one, else null. */
  private static double @Nullable [] line(double[] z) {
    int n = z.length;
    LinearTrend trend = LinearTrend.of(z, n);
    double variance = 0;
    for (double value : z) {
      variance += (value - trend.mean()) * (value - trend.mean());
    }
    if (variance == 0 || trend.explained() < TREND * variance) {
      return null;
    }
    double start = trend.mean() - trend.slope() * trend.centre();
    double[] line = new double[n];
    Arrays.setAll(line, i -> start + trend.slope() * i);
    return line;
  }

  /** Whether all values are equal, so that there is nothing to judge. */
  public boolean isConstant() {
    return robust.isConstant();
  }

  /**
   * The values on the common scale.
   *
   * @param values the series of {@link #of}
   */
  public float[] apply(double[] values) {
    float[] scaled = robust.apply(values);
    for (int i = 0; i < scaled.length && base != null && around != null; i++) {
      scaled[i] = (float) around.apply(scaled[i] - base[i]);
    }
    return scaled;
  }

  /**
   * The same with a whisper of noise, so that stretches that are exactly equal still differ a
   * little: otherwise nothing could be judged against them. Where exceptions from a constant are
   * usual the noise grows with them.
   *
   * @param deviation least standard deviation of the noise; a constant series gets none
   */
  public float[] applyWithNoise(double[] values, double deviation, SplittableRandom random) {
    float[] scaled = apply(values);
    double noise =
        robust.isMostlyConstant()
            ? Math.max(deviation, EXCEPTION_NOISE * usualException(scaled))
            : deviation;
    for (int i = 0; i < scaled.length && !isConstant(); i++) {
      scaled[i] += (float) (noise * random.nextGaussian());
    }
    return scaled;
  }

  /** Median size of what differs from the median, 0 if it is rare. */
  private static double usualException(float[] scaled) {
    double[] sizes = new double[scaled.length];
    int count = 0;
    for (float value : scaled) {
      if (value != 0) {
        sizes[count++] = Math.abs(value);
      }
    }
    boolean usual = count >= USUAL_EXCEPTIONS && count >= USUAL_SHARE * scaled.length;
    return usual ? Quantiles.median(Arrays.copyOf(sizes, count)) : 0;
  }

  /**
   * Back to the units of the series; finite for every finite input.
   *
   * @param point to which the number belongs, from 0
   */
  public double invert(double scaled, int point) {
    return robust.invert(
        base == null || around == null ? scaled : around.invert(scaled) + base[point]);
  }
}
