package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;

/**
 * A stretch that moves away from its level evenly, or comes back to it evenly: as {@link
 * LevelShift} the likelihood ratio among {@linkplain AutoregressiveNoise autoregressive noise}, of
 * a straight line instead of a step. A step that is fitted to a slow drift leaves its beginning in
 * what is taken for ordinary.
 *
 * <p>The line ends no further from the level than what the outer half of the stretch shows.
 */
final class Drift implements StretchStatistic {

  /** Where a straight line has come to, on average, in its outer half. */
  private static final double OUTER_HALF = 0.75;

  private final double[] series;
  private final AutoregressiveNoise noise;
  private final Way way;

  /** From the level, back to it, or both. */
  enum Way {
    AWAY,
    BACK,
    AWAY_AND_BACK;

    /**
     * The part of the whole way at a point of the stretch: 1 where it is farthest.
     *
     * @param place from 0
     */
    private double at(int place, int length) {
      double away = (place + 1) / (double) length;
      double back = (length - place) / (double) length;
      return switch (this) {
        case AWAY -> away;
        case BACK -> back;
        case AWAY_AND_BACK -> Math.min(1, 2 * Math.min(away, back));
      };
    }

    private int outerHalf(Segment stretch, int half) {
      return switch (this) {
        case AWAY -> stretch.to() - half;
        case BACK -> stretch.from();
        case AWAY_AND_BACK -> stretch.from() + (stretch.length() - half) / 2;
      };
    }
  }

  Drift(double[] series, AutoregressiveNoise noise, Way way) {
    this.series = series;
    this.noise = noise;
    this.way = way;
  }

  @Override
  public double of(Segment stretch, double least) {
    double weight = 0;
    double product = 0;
    double before = 0;
    int end = Math.min(series.length, stretch.to() + 1);
    for (int i = stretch.from(); i < end; i++) {
      double line = i < stretch.to() ? way.at(i - stretch.from(), stretch.length()) : 0;
      // The innovation of the line in the noise's own terms.
      double innovation = line - noise.coefficient() * before;
      weight += innovation * innovation;
      product += innovation * noise.innovations()[i];
      before = line;
    }
    double far = product / weight;
    double scale = Math.sqrt(weight) / noise.deviation();
    return Math.abs(far) * scale < least
        ? 0
        : Math.min(Math.abs(far), visible(stretch, Math.signum(far))) * scale;
  }

  /** How far the line goes by its outer half, upwards or downwards. */
  private double visible(Segment stretch, double direction) {
    double[] half = new double[(stretch.length() + 1) / 2];
    int from = way.outerHalf(stretch, half.length);
    Arrays.setAll(half, i -> direction * (series[from + i] - noise.level()));
    return Math.max(0, Quantiles.median(half) / OUTER_HALF);
  }
}
