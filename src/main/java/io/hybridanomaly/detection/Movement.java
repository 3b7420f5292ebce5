package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much the values of an anomaly move, beside the other stretches of its length.
 *
 * @param deviation their standard deviation
 * @param usualDeviation its median in the other stretches; 0 if there are none
 * @param change mean size of the changes from point to point; 0 in a single point
 * @param usualChange its median in the other stretches; 0 if there are none
 */
public record Movement(double deviation, double usualDeviation, double change, double usualChange) {

  /** Stretches elsewhere that are looked at, at most. */
  private static final int OTHERS = 200;

  private static final double FLAT_RATIO = 0.25;
  private static final double CALM_RATIO = 0.7;
  private static final double WILD_RATIO = 2;

  /** Of the changes from point to point, upwards and downwards. */
  private static final double ROUGH_RATIO = 1.5;

  /** Of fewer points the changes say little. */
  private static final int FEWEST_CHANGES = 8;

  static Movement of(double[] values, Segment anomaly) {
    Segment[] others = others(values.length, anomaly);
    return new Movement(
        deviation(values, anomaly),
        median(others, other -> deviation(values, other)),
        change(values, anomaly),
        median(others, other -> change(values, other)));
  }

  /** Of a stretch that leaves no room for others of its length, what lies on both sides of it. */
  private static Segment[] others(int n, Segment anomaly) {
    Segment[] alike = alike(n, anomaly);
    if (alike.length > 0) {
      return alike;
    }
    return Stream.of(new int[] {0, anomaly.from()}, new int[] {anomaly.to(), n})
        .filter(side -> side[1] - side[0] > 1)
        .map(side -> new Segment(side[0], side[1]))
        .toArray(Segment[]::new);
  }

  private static Segment[] alike(int n, Segment anomaly) {
    int length = anomaly.length();
    int stretches = Math.min(OTHERS, n / length);
    return IntStream.range(0, stretches)
        .map(k -> (int) ((long) (n - length) * k / Math.max(1, stretches - 1)))
        .mapToObj(from -> new Segment(from, from + length))
        .filter(other -> !other.overlaps(anomaly))
        .toArray(Segment[]::new);
  }

  private static double median(Segment[] others, ToDoubleFunction<Segment> statistic) {
    return others.length == 0
        ? 0
        : Quantiles.median(Arrays.stream(others).mapToDouble(statistic).toArray());
  }

  private static double deviation(double[] values, Segment segment) {
    return Statistics.deviation(values, segment.from(), segment.to());
  }

  private static double change(double[] values, Segment segment) {
    double sum = 0;
    for (int i = segment.from() + 1; i < segment.to(); i++) {
      // Of the largest numbers there are, differences may be infinite.
      sum += Math.abs(values[i] / (segment.length() - 1) - values[i - 1] / (segment.length() - 1));
    }
    return sum;
  }

  /** Whether the values hardly move. */
  boolean isFlat() {
    return usualDeviation > 0 && deviation < FLAT_RATIO * usualDeviation;
  }

  /** Whether they move clearly less than usual. */
  boolean isCalm() {
    return usualDeviation > 0 && deviation < CALM_RATIO * usualDeviation;
  }

  /** Whether they move far more than usual. */
  boolean isWild() {
    return usualDeviation > 0 && deviation > WILD_RATIO * usualDeviation;
  }

  /** Whether they change clearly more than usual from point to point. */
  boolean isRough(int points) {
    return points > FEWEST_CHANGES && usualChange > 0 && change > ROUGH_RATIO * usualChange;
  }

  /** Whether they change clearly less than usual from point to point. */
  boolean isSmooth(int points) {
    return points > FEWEST_CHANGES && change * ROUGH_RATIO < usualChange;
  }
}
