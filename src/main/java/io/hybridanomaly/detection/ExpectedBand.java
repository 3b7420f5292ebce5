package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far values usually are from what is expected, at each place of a series: the band is expected
 * ± {@link #halfWidth}. The series is cut into blocks of at least two windows and at most {@value
 * #MOST_BLOCKS} blocks; each has the 95 % quantile of |value − expected|, so that about 19 of 20
 * ordinary points lie inside. The running median over five blocks keeps one abnormal stretch from
 * widening the band around itself, and between the blocks' centres it is interpolated linearly.
 * Where the noise depends on the level, as of a sun meter by night and by day, each level has its
 * own width, see {@link WidthByLevel}. Then all are made wider or narrower alike, until 95 % of the
 * points lie inside; blocks far wider than those around them do not count there, because they are
 * abnormal. Readings that are rare by themselves count nowhere: in a short series a few of them are
 * one in twenty. Nor do long stretches in which the series behaves differently, see {@link
 * RegimeShift}; there the band is that of the nearest other points.
 *
 * <p>Where no value of the series is below 0, neither edge is: what is cut off holds no value, so
 * that the share of points inside stays the same.
 */
public final class ExpectedBand {

  private static final double COVERED = 0.95;
  private static final int MOST_BLOCKS = 200;
  private static final int NEIGHBOURS = 2;

  /** So many times wider than the blocks around it a block is abnormal. */
  private static final double ABNORMAL = 2.5;

  /** Largest share of readings that do not count. */
  private static final double MOST_RARE = 0.2;

  /** Largest share of points in long stretches that do not. */
  private static final double MOST_LONG = 0.5;

  /** An edge of the band. */
  @FunctionalInterface
  public interface Edge {

    /**
     * Where the edge is.
     *
     * @param point from 0
     * @param expected what is expected there
     */
    double at(int point, double expected);
  }

  private final double[] expected;
  private final double[] widths;
  private final WidthByLevel byLevel;
  private final double block;
  private final double least;

  private ExpectedBand(
      double[] expected, double[] widths, WidthByLevel byLevel, double block, double least) {
    this.expected = expected;
    this.widths = widths;
    this.byLevel = byLevel;
    this.block = block;
    this.least = least;
  }

  /** The band of a result. Takes time proportional to the length of the series. */
  public static ExpectedBand of(ComponentScores components) {
    boolean[] single = below(components.rarity(), MOST_RARE);
    boolean[] together = below(components.regime(), MOST_LONG);
    boolean[] ordinary = new boolean[components.length()];
    boolean any = false;
    for (int i = 0; i < ordinary.length; i++) {
      ordinary[i] = single[i] && together[i];
      any |= ordinary[i];
    }
    if (!any) {
      Arrays.fill(ordinary, true);
    }
    return of(components.values(), components.expected(), ordinary, components.window());
  }

  /** Where a rarity is no outlier; everywhere if more than a part of the points are. */
  private static boolean[] below(double[] rarity, double most) {
    boolean[] below = new boolean[rarity.length];
    int outliers = 0;
    for (int i = 0; i < rarity.length; i++) {
      below[i] = rarity[i] < OutlierTail.OUTLYING;
      outliers += below[i] ? 0 : 1;
    }
    if (outliers > most * rarity.length) {
      Arrays.fill(below, true);
    }
    return below;
  }

  /**
   * The band of a series.
   *
   * @param values [points], at least one
   * @param expected [points]
   * @param ordinary [points] which count, at least one
   * @param window length in points
   */
  static ExpectedBand of(double[] values, double[] expected, boolean[] ordinary, int window) {
    int n = values.length;
    int blocks = Math.clamp(n / (2L * window), 1, MOST_BLOCKS);
    double[] quantiles = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      int from = (int) ((long) n * b / blocks);
      int to = (int) ((long) n * (b + 1) / blocks);
      quantiles[b] = quantile(values, expected, ordinary, from, to);
    }
    fillWithNearest(quantiles);
    double[] widths = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      int from = Math.max(0, b - NEIGHBOURS);
      int to = Math.min(blocks, b + NEIGHBOURS + 1);
      widths[b] = Quantiles.median(Arrays.copyOfRange(quantiles, from, to));
    }
    boolean neverNegative = Arrays.stream(values).allMatch(value -> value >= 0);
    double least = neverNegative ? 0 : -Double.MAX_VALUE;
    double block = (double) n / blocks;
    double[] distances = new double[n];
    Arrays.setAll(
        distances,
        i ->
            inWidths(Math.abs(values[i] - expected[i]), ordinary[i] ? width(widths, block, i) : 0));
    WidthByLevel byLevel = WidthByLevel.of(expected, distances, COVERED);
    ExpectedBand band = new ExpectedBand(expected, widths, byLevel, block, least);
    double factor = band.factor(values, ordinary, quantiles);
    Arrays.setAll(widths, b -> widths[b] * factor);
    return band;
  }

  /** Not a number where there is no width to measure in. */
  private static double inWidths(double distance, double width) {
    double widths = width > 0 ? distance / width : Double.NaN;
    return Double.isFinite(widths) ? widths : Double.NaN;
  }

  /** Blocks of which nothing is known are as the nearest one of which something is. */
  private static void fillWithNearest(double[] quantiles) {
    double[] known = quantiles.clone();
    for (int b = 0; b < known.length; b++) {
      for (int reach = 1; Double.isNaN(quantiles[b]) && reach < known.length; reach++) {
        double before = known[Math.max(0, b - reach)];
        double after = known[Math.min(known.length - 1, b + reach)];
        quantiles[b] = Double.isNaN(before) ? after : before;
      }
    }
  }

  /** Of the ordinary points from one to before another; NaN if none is ordinary. */
  private static double quantile(
      double[] values, double[] expected, boolean[] ordinary, int from, int to) {
    double[] distances =
        IntStream.range(from, to)
            .filter(i -> ordinary[i])
            .mapToDouble(i -> Math.abs(values[i] - expected[i]))
            .toArray();
    return distances.length == 0 ? Double.NaN : Quantiles.quantile(distances, COVERED);
  }

  /** By how much the widths are to be multiplied for the share of points to be right. */
  private double factor(double[] values, boolean[] ordinary, double[] quantiles) {
    double[] ratios = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      int b = Math.min(widths.length - 1, (int) (i / block));
      double width = halfWidth(i);
      if (ordinary[i] && width > 0 && quantiles[b] <= ABNORMAL * widths[b]) {
        ratios[count++] = Math.abs(values[i] - expected[i]) / width;
      }
    }
    double factor = count == 0 ? 1 : Quantiles.quantile(Arrays.copyOf(ratios, count), COVERED);
    return Double.isFinite(factor) && factor > 0 ? factor : 1;
  }

  /**
   * Half the width of the band at a point, in the units of the series, finite.
   *
   * @param point from 0
   */
  public double halfWidth(int point) {
    double width = width(widths, block, point) * byLevel.at(expected[point]);
    // Of the largest numbers there are, differences may be infinite.
    return Double.isFinite(width) ? width : Double.MAX_VALUE;
  }

  /** What the blocks around a point say. */
  private static double width(double[] widths, double block, int point) {
    double place = (point + 0.5) / block - 0.5;
    int before = Math.clamp((int) Math.floor(place), 0, widths.length - 1);
    int after = Math.min(before + 1, widths.length - 1);
    double weight = Math.clamp(place - before, 0.0, 1.0);
    return widths[before] * (1 - weight) + widths[after] * weight;
  }

  /**
   * Its lower edge at a point, finite; at least 0 if no value is below.
   *
   * @param expected there
   */
  public double low(int point, double expected) {
    return Math.max(least, expected - halfWidth(point));
  }

  /**
   * Its upper edge at a point, finite.
   *
   * @param expected there
   */
  public double high(int point, double expected) {
    return Math.clamp(expected + halfWidth(point), least, Double.MAX_VALUE);
  }
}
