package io.hybridanomaly.detection;

import io.hybridanomaly.series.CounterReadings;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.LinearTrend;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RandomWalk;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A long stretch in which a series behaves differently, a change of regime: a sensor that drifts
 * away for days, a rhythm of half the height, noise that grows. To windows and readings each part
 * of such a stretch looks like the part before it; beside the rest of the series the whole of it
 * does not.
 *
 * <p>Of each {@linkplain SeriesBlocks block} of the series three {@linkplain BlockFeature features}
 * are taken, and in each of these short series the stretch is looked for that deviates most, see
 * {@link StretchDeviation}. What changes slowly anyway, as a random walk does, has blocks that
 * depend on each other, and nothing stands out. Blocks a quarter as long are looked at too: what is
 * shorter than three blocks, and too long for windows, would be seen by nobody (decision 0039).
 *
 * <p>What may be a longer rhythm is none: a stretch that has a second one like it, weekends of less
 * than four weeks, and a course that one wave over the whole series describes as well, as that of a
 * year.
 */
final class RegimeShift {

  /** A stretch has at most this part of the long blocks; what is longer is the rule. */
  private static final double LONGEST = 0.45;

  /** What goes and comes back over more may be half a season. */
  private static final double LONGEST_WAVE = 0.25;

  private static final int FEWEST_BLOCKS = 3;

  /** Stretches so near to each other, in blocks, are one. */
  private static final int NEAR = 2;

  /** A second stretch is like the first if it is at least so far away, as a part of that. */
  private static final double ALIKE = 0.4;

  /** The ends of a stretch are at least so far away, as a part of its mean. */
  private static final double AWAY = 0.4;

  /** Days of four weeks: in less a week is not known. */
  private static final int FOUR_WEEKS = 28;

  /** A weekend is shorter, in days. */
  private static final int LONGER_THAN_WEEKEND = 3;

  /** What is known to a block has at most so many days if it is one. */
  private static final double ONE_DAY = 1.5;

  /** Waves that are fitted to the whole series: one over it, and one over its half. */
  private static final int WAVES = 2;

  /**
   * So much rarer than a reading must a stretch be, see {@link OutlierTail#rarity}: the noise of
   * blocks is known from few of them.
   */
  private static final double CAUTION = 2;

  /** Where it begins and ends is not known to the point, so that a clear spike ranks above it. */
  private static final double MOST_RARE = 5;

  private static final List<Profile> PROFILES =
      List.of(
          new Profile(LevelShift::new, LONGEST),
          new Profile((series, noise) -> new Drift(series, noise, Drift.Way.AWAY), LONGEST),
          new Profile((series, noise) -> new Drift(series, noise, Drift.Way.BACK), LONGEST),
          new Profile(
              (series, noise) -> new Drift(series, noise, Drift.Way.AWAY_AND_BACK), LONGEST_WAVE));

  /**
   * A course that a stretch may have.
   *
   * @param longest it is at most this part of the blocks
   */
  private record Profile(StretchStatistic.Kind kind, double longest) {

    /**
     * The stretch of this course that is rarest, unless it has a second one like it.
     *
     * @param all it is at most that part of so many blocks
     */
    Optional<StretchDeviation.Rare> in(double[] blocks, int all) {
      int n = blocks.length;
      List<StretchDeviation.Rare> found =
          StretchDeviation.of(blocks, kind, (int) (longest * all), (int) (LONGEST * n));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      StretchDeviation.Rare first = found.getFirst();
      double usual = usual(blocks, found.stream().map(StretchDeviation.Rare::segment).toList());
      double away = away(blocks, first.segment(), usual);
      for (StretchDeviation.Rare other : found.subList(1, found.size())) {
        if (isNear(first.segment(), other.segment())) {
          first = union(first, other);
        } else if (away(blocks, other.segment(), usual) / away >= ALIKE) {
          return Optional.empty();
        }
      }
      return Optional.of(first);
    }
  }

  private RegimeShift() {}

  /**
   * How rare the stretch is in which a point lies, of those that are rare; together they have less
   * than half of the points.
   *
   * @param scaled values in units of their spread, finite
   * @return [points] see {@link OutlierTail#rarity}, the same in all of a stretch; 0 elsewhere
   */
  static double[] rarities(double[] scaled) {
    double[] rarities = new double[scaled.length];
    List<SeriesBlocks> all = SeriesBlocks.of(scaled);
    if (all.isEmpty() || !SeasonalOutliers.moves(scaled)) {
      return rarities;
    }
    // The reading of a meter has no level, and what a random walk does is in its steps alone.
    boolean meter = CounterReadings.isCounter(scaled);
    boolean walk = RandomWalk.isLike(scaled);
    for (SeriesBlocks blocks : all) {
      // Short blocks tell what long ones do not; their longest stretches are no longer.
      Arrays.stream(BlockFeature.values())
          .filter(feature -> !meter || feature != BlockFeature.LEVEL)
          .filter(feature -> !walk || feature == BlockFeature.ROUGHNESS)
          .flatMap(feature -> in(scaled, blocks, feature, all.getFirst().count()).stream())
          .filter(rare -> isNew(rare.segment(), rarities))
          .sorted(Comparator.comparingDouble(StretchDeviation.Rare::rarity).reversed())
          .toList()
          .forEach(rare -> addTo(rarities, rare));
    }
    for (Segment stretch : stretches(rarities)) {
      double most = Arrays.stream(rarities, stretch.from(), stretch.to()).max().orElse(0);
      Arrays.fill(rarities, stretch.from(), stretch.to(), most);
    }
    return rarities;
  }

  private static boolean isNew(Segment stretch, double[] rarities) {
    return Arrays.stream(rarities, stretch.from(), stretch.to()).allMatch(rarity -> rarity == 0);
  }

  /** Unless too much of the series would be an exception then. */
  private static void addTo(double[] rarities, StretchDeviation.Rare rare) {
    double[] raised = rarities.clone();
    rare.raise(raised, MOST_RARE);
    long points = Arrays.stream(raised).filter(rarity -> rarity > 0).count();
    if (points <= LONGEST * rarities.length) {
      System.arraycopy(raised, 0, rarities, 0, raised.length);
    }
  }

  /** The stretches in what {@link #rarities} found. */
  static List<Segment> stretches(double[] regime) {
    return Runs.of(regime.length, i -> regime[i] > 0).segments();
  }

  /**
   * The stretch that a point lies in, found by halving: there may be many anomalies in a long one.
   *
   * @param stretches as {@link #stretches} gives them
   * @param point in one of them
   */
  static Segment stretchAt(List<Segment> stretches, int point) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stretches.get(middle).to() <= point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return stretches.get(low);
  }

  /**
   * The stretch in points, of the profile that makes it rarest.
   *
   * @param all see {@link Profile#in}
   */
  private static Optional<StretchDeviation.Rare> in(
      double[] scaled, SeriesBlocks blocks, BlockFeature feature, int all) {
    double[] series = blocks.of(scaled, feature::of);
    return PROFILES.stream()
        .flatMap(profile -> profile.in(series, all).stream())
        .max(Comparator.comparingDouble(StretchDeviation.Rare::rarity))
        .map(rare -> new StretchDeviation.Rare(core(series, rare.segment()), rare.rarity()))
        .filter(rare -> rare.segment().length() >= FEWEST_BLOCKS)
        .filter(rare -> !isWave(series, rare.segment()))
        .filter(rare -> !mayBeWeekend(series, blocks, rare.segment(), scaled.length))
        .map(
            rare ->
                new StretchDeviation.Rare(blocks.points(rare.segment()), rare.rarity() - CAUTION));
  }

  /** The median of the blocks that are in no stretch. */
  private static double usual(double[] blocks, List<Segment> stretches) {
    return Quantiles.median(
        IntStream.range(0, blocks.length)
            .filter(i -> stretches.stream().noneMatch(stretch -> stretch.contains(i)))
            .mapToDouble(i -> blocks[i])
            .toArray());
  }

  /** Mean distance of a stretch from what is usual. */
  private static double away(double[] blocks, Segment stretch, double usual) {
    return Arrays.stream(blocks, stretch.from(), stretch.to()).average().orElse(usual) - usual;
  }

  private static boolean isNear(Segment one, Segment other) {
    return one.from() - other.to() < NEAR && other.from() - one.to() < NEAR;
  }

  private static StretchDeviation.Rare union(
      StretchDeviation.Rare one, StretchDeviation.Rare other) {
    return new StretchDeviation.Rare(
        one.segment().union(other.segment()), Math.max(one.rarity(), other.rarity()));
  }

  /**
   * Whether waves over the whole series describe its blocks at least as well as a line through the
   * stretch and a level outside: a year that was seen once is no exception.
   */
  private static boolean isWave(double[] series, Segment stretch) {
    double inside = squaresAroundLine(Arrays.copyOfRange(series, stretch.from(), stretch.to()));
    double[] rest =
        IntStream.range(0, series.length)
            .filter(i -> !stretch.contains(i))
            .mapToDouble(i -> series[i])
            .toArray();
    return squaresAroundWaves(series) <= inside + squares(rest);
  }

  private static double squares(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }

  private static double squaresAroundLine(double[] values) {
    double[] left = values.clone();
    LinearTrend.of(left, left.length).removeFrom(left, left.length);
    return squares(left);
  }

  /** Sines and cosines of whole cycles are orthogonal, so that each is fitted by itself. */
  private static double squaresAroundWaves(double[] values) {
    int n = values.length;
    double left = squares(values);
    for (int cycles = 1; cycles <= WAVES; cycles++) {
      double cosine = 0;
      double sine = 0;
      for (int i = 0; i < n; i++) {
        double angle = 2 * Math.PI * cycles * i / n;
        cosine += values[i] * Math.cos(angle);
        sine += values[i] * Math.sin(angle);
      }
      left -= 2 * (cosine * cosine + sine * sine) / n;
    }
    return left;
  }

  /** Without the ends that are hardly away from what is usual: a line may begin before a step. */
  private static Segment core(double[] series, Segment stretch) {
    double usual = usual(series, List.of(stretch));
    double least = AWAY * away(series, stretch, usual);
    return SegmentRefiner.hull(stretch, i -> (series[i] - usual) / least >= 1);
  }

  /**
   * The season may be a day. On a weekend there is less than on other days, and it has two of them
   * unless the series begins or ends in it; a single day in between is a day off at best, which is
   * worth a look.
   */
  private static boolean mayBeWeekend(
      double[] series, SeriesBlocks blocks, Segment stretch, int n) {
    double season = blocks.shortSeason();
    Segment points = blocks.points(stretch);
    boolean inside = points.from() >= season / 2 && points.to() <= n - season / 2;
    return n < FOUR_WEEKS * season
        && points.length() < LONGER_THAN_WEEKEND * season - 1
        && !(inside && points.length() <= ONE_DAY * season)
        && away(series, stretch, usual(series, List.of(stretch))) < 0;
  }
}
