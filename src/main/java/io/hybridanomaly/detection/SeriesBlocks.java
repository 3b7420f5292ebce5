package io.hybridanomaly.detection;

import io.hybridanomaly.expectation.Seasons;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A series cut into some dozens of blocks of the same length, the last of which ends with it: whole
 * seasons, or equal parts of a season, so that each block has others of its phase.
 *
 * @param first where the first block begins, in points
 * @param length of a block in points, not always a whole number
 * @param count number of blocks
 * @param phases blocks of a season; 1 if each has whole seasons or there is none
 * @param shortSeason the shortest season of the series in points, a day for instance; 0 if there is
 *     none
 */
record SeriesBlocks(double first, double length, int count, int phases, double shortSeason) {

  private static final int FEWEST = 12;

  /** How many blocks a series is cut into: some dozens, and four times as many. */
  private static final int[] USUAL = {48, 192};

  /** At most so many times as many, where each has whole seasons. */
  private static final double MOST = 25.0 / 12;

  /** Of fewer points no spread is known. */
  private static final int FEWEST_POINTS = 8;

  /** Each phase needs a median that a long stretch does not move. */
  private static final double FEWEST_SEASONS = 4;

  /** A trend is taken off if so much less is left: a change for good turns the line a little. */
  private static final double CLEARLY_LESS = 0.7;

  /** A season of blocks is a whole number of them. */
  private static final double WHOLE = 0.01;

  /**
   * The blocks of a series, in order: long ones and, if these can be parted, short ones; none if it
   * is too short. What is shorter than three long blocks may be too long for windows, which find
   * its parts alike.
   */
  static List<SeriesBlocks> of(double[] scaled) {
    List<Double> seasons = Seasons.of(scaled, new boolean[scaled.length]);
    return Arrays.stream(USUAL)
        .mapToObj(usual -> of(scaled.length, seasons, usual))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /**
   * Blocks of one length.
   *
   * @param n points of the series
   * @param usual about so many
   */
  private static Optional<SeriesBlocks> of(int n, List<Double> seasons, int usual) {
    double season = longest(seasons, n);
    int phases =
        Math.clamp(Math.round(usual * season / n), 1, Math.max(1, (int) season / FEWEST_POINTS));
    double length = season > 0 ? season / phases : Math.floorDiv(n, usual);
    if (phases == 1 && season > 0) {
      length *= Math.max(Math.ceil(n / length / (MOST * usual)), Math.ceil(FEWEST_POINTS / length));
    }
    int count = length < FEWEST_POINTS ? 0 : (int) Math.floor(n / length);
    double shortSeason = seasons.isEmpty() ? 0 : seasons.getFirst();
    return count < FEWEST
        ? Optional.empty()
        : Optional.of(new SeriesBlocks(n - count * length, length, count, phases, shortSeason));
  }

  /** The longest season that came often enough, in points or blocks; 0 if there is none. */
  private static double longest(List<Double> seasons, int n) {
    return seasons.stream()
        .filter(season -> n / season >= FEWEST_SEASONS)
        .reduce(0.0, (shorter, longer) -> longer);
  }

  /** The points of some blocks. */
  Segment points(Segment blocks) {
    return new Segment(start(blocks.from()), start(blocks.to()));
  }

  private int start(int block) {
    return (int) Math.rint(first + block * length);
  }

  /**
   * A statistic of each block beside that of the blocks of the same phase.
   *
   * @return [blocks]
   */
  double[] of(double[] values, ToDoubleFunction<double[]> statistic) {
    double[] found =
        IntStream.range(0, count)
            .mapToDouble(
                block ->
                    statistic.applyAsDouble(
                        Arrays.copyOfRange(values, start(block), start(block + 1))))
            .toArray();
    double[] level = withoutSeason(found);
    double[] trend = withoutSeason(withoutTrend(found));
    return spread(trend) < CLEARLY_LESS * spread(level) ? trend : level;
  }

  private double[] withoutSeason(double[] blocks) {
    int season = phases > 1 ? phases : seasonOfBlocks(blocks);
    double[] without = blocks.clone();
    for (int phase = 0; phase < season; phase++) {
      double[] alike =
          IntStream.iterate(phase, block -> block < count, block -> block + season)
              .mapToDouble(block -> blocks[block])
              .toArray();
      double median = Quantiles.median(alike);
      for (int block = phase; block < count; block += season) {
        without[block] -= median;
      }
    }
    return without;
  }

  /** A week of days, for instance; 0 if there is none. */
  private static int seasonOfBlocks(double[] blocks) {
    double season = longest(Seasons.of(blocks, new boolean[blocks.length]), blocks.length);
    return Math.abs(season - Math.rint(season)) <= WHOLE ? (int) Math.rint(season) : 0;
  }

  /**
   * Without a line that a quarter of the blocks cannot turn (Sen, "Estimates of the regression
   * coefficient based on Kendall's tau", Journal of the American Statistical Association 63 (1968),
   * doi:10.1080/01621459.1968.10480934).
   */
  private static double[] withoutTrend(double[] blocks) {
    int n = blocks.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[pairs++] = (blocks[j] - blocks[i]) / (j - i);
      }
    }
    double slope = Quantiles.median(slopes);
    return IntStream.range(0, n).mapToDouble(i -> blocks[i] - slope * i).toArray();
  }

  /** Median distance from the median: half of the blocks may be anywhere. */
  private static double spread(double[] blocks) {
    return Quantiles.median(Statistics.distancesFromMedian(blocks));
  }
}
