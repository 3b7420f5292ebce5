package io.hybridanomaly.windowing;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Brings a series to the scale on which it is judged: {@link Squash}, then without its straight
 * line if it follows one, squashed again around that line. On a trend each level occurs once, so
 * that the first and the last windows would look abnormal for no other reason than their place.
 */
public final class Scaling {

  /**
   * Share of the variance that a line must explain to be taken off. A step in the middle of a
   * series gives 0.75: a level shift is no trend.
   */
  static final double TREND = 0.8;

  /** What is left around a line is not enlarged more than a hundredfold: it may be rounding. */
  private static final double SMALLEST_SPREAD = 0.01;

  private final Squash squash;

  /** The line in squashed units: its height at point 0 and its slope; both 0 without a trend. */
  private final double start;

  private final double slope;

  /** The scale around the line; null without a trend. */
  private final @Nullable Squash around;

  private Scaling(Squash squash, double start, double slope, @Nullable Squash around) {
    this.squash = squash;
    this.start = start;
    this.slope = slope;
    this.around = around;
  }

  /**
   * The scale of a series.
   *
   * @param values at least one, finite; not changed
   */
  public static Scaling of(double[] values) {
    Squash squash = Squash.of(values);
    float[] z = squash.apply(values);
    int n = z.length;
    double centre = (n - 1) / 2.0;
    double mean = 0;
    double moment = 0;
    for (int i = 0; i < n; i++) {
      mean += z[i] / (double) n;
      moment += z[i] * (i - centre);
    }
    double variance = 0;
    for (float value : z) {
      variance += (value - mean) * (value - mean);
    }
    double squares = n * ((double) n * n - 1) / 12;
    // The line explains moment² / squares of the sum of squares.
    if (squares == 0 || moment * moment < TREND * squares * variance || variance == 0) {
      return new Scaling(squash, 0, 0, null);
    }
    double slope = moment / squares;
    double start = mean - slope * centre;
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = z[i] - (start + slope * i);
    }
    return new Scaling(squash, start, slope, Squash.of(rest).notBelow(SMALLEST_SPREAD));
  }

  /** Whether all values are equal, so that there is nothing to judge. */
  public boolean isConstant() {
    return squash.isConstant();
  }

  /** Whether a straight line was taken off. */
  public boolean hasTrend() {
    return around != null;
  }

  /**
   * The values on the common scale.
   *
   * @param values the series of {@link #of}
   */
  public float[] apply(double[] values) {
    float[] scaled = squash.apply(values);
    for (int i = 0; i < scaled.length && around != null; i++) {
      scaled[i] = (float) around.apply(scaled[i] - (start + slope * i));
    }
    return scaled;
  }

  /**
   * The same with a whisper of noise, so that stretches that are exactly equal still differ a
   * little: otherwise nothing could be judged against them.
   *
   * @param deviation standard deviation of the noise; a constant series gets none
   */
  public float[] applyWithNoise(double[] values, double deviation, SplittableRandom random) {
    float[] scaled = apply(values);
    for (int i = 0; i < scaled.length && !isConstant(); i++) {
      scaled[i] += (float) (deviation * random.nextGaussian());
    }
    return scaled;
  }

  /**
   * Back to the units of the series; finite for every finite input.
   *
   * @param point to which the number belongs, from 0
   */
  public double invert(double scaled, int point) {
    return squash.invert(around == null ? scaled : around.invert(scaled) + (start + slope * point));
  }
}
