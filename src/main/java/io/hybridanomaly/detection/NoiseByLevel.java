package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * How the noise of a series depends on its level. Visits, sales and money scatter in percent: a
 * Sunday at 40 % of other Sundays is as odd as a Monday at 40 % of other Mondays, though only half
 * as many visitors are missing. Where distances from what is usual grow with it beyond doubt, each
 * is measured in the noise of its level (the idea of variance stabilisation: Bartlett, "The use of
 * transformations", Biometrics 3 (1947), doi:10.2307/3001536). It is a straight line through the
 * medians of the lower and of the upper half, which outliers do not move.
 */
final class NoiseByLevel {

  /** Rank correlation of distance and level from which it is no chance, in standard errors. */
  private static final double BEYOND_DOUBT = 5;

  /**
   * Noise of low levels counts as that much of the usual one at least: the quiet hours of a smooth
   * day have a noise of their own kind, of which a line through two medians says little.
   */
  private static final double LEAST = 0.6;

  /** A line through two medians is not followed further up. */
  private static final double MOST = 4;

  /** The rank correlation of a long series is that of so many of its points. */
  private static final int SAMPLE = 4_000;

  private NoiseByLevel() {}

  /** The line: noise at the median level is 1. */
  private record Line(double level, double slope) {

    double at(double usual) {
      return Math.clamp(1 + slope * (usual - level), LEAST, MOST);
    }
  }

  /**
   * Distances in the noise of their level.
   *
   * @param distances from what is usual, 0 or more
   * @param usual what is usual at each point
   * @return [points]: the distances themselves where noise does not grow with the level, else each
   *     divided by its level's noise as a multiple of that of the median level
   */
  static double[] inNoise(double[] distances, double[] usual) {
    double[] result = distances.clone();
    if (grows(distances, usual)) {
      line(distances, usual)
          .ifPresent(line -> Arrays.setAll(result, i -> distances[i] / line.at(usual[i])));
    }
    return result;
  }

  private static boolean grows(double[] distances, double[] usual) {
    int step = 1 + (distances.length - 1) / SAMPLE;
    int[] sample =
        IntStream.range(0, (distances.length + step - 1) / step).map(i -> i * step).toArray();
    return sample.length > 2
        && new SpearmansCorrelation().correlation(pick(distances, sample), pick(usual, sample))
                * Math.sqrt(sample.length)
            > BEYOND_DOUBT;
  }

  /** Empty if either all levels or all distances are the same. */
  private static Optional<Line> line(double[] distances, double[] usual) {
    double level = Quantiles.median(usual);
    int[] lower = places(usual, value -> value <= level);
    int[] upper = places(usual, value -> value > level);
    if (upper.length == 0) {
      return Optional.empty();
    }
    double from = Quantiles.median(pick(usual, lower));
    double to = Quantiles.median(pick(usual, upper));
    double least = Quantiles.median(pick(distances, lower));
    double most = Quantiles.median(pick(distances, upper));
    double slope = (most - least) / (to - from);
    double usualNoise = least + slope * (level - from);
    return most > least && usualNoise > 0
        ? Optional.of(new Line(level, slope / usualNoise))
        : Optional.empty();
  }

  private static int[] places(double[] usual, DoublePredicate which) {
    return IntStream.range(0, usual.length).filter(i -> which.test(usual[i])).toArray();
  }

  private static double[] pick(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }
}
