package io.hybridanomaly.detection;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Long stretches in which a series is another one: a sensor that drifts away for days, a rhythm of
 * half the height, noise that grows. To windows and readings each part of such a stretch looks like
 * the part before it; beside the rest of the series the whole of it does not.
 *
 * <p>Of each {@linkplain SeriesBlocks block} of the series three numbers are taken, its level, its
 * height and its roughness, and in each of these short series the stretch is looked for that
 * deviates most, see {@link StretchDeviation}. What changes slowly anyway, as a random walk does,
 * has blocks that depend on each other, and nothing stands out.
 */
final class RegimeShift {

  /** A stretch has at most this part of the blocks; what is longer is the rule. */
  private static final double LONGEST = 0.45;

  /** What goes and comes back over more may be half a season. */
  private static final double LONGEST_WAVE = 0.25;

  private static final int MOST_STRETCHES = 3;

  private static final int FEWEST_BLOCKS = 3;

  /** The ends of a stretch are at least so far away, as a part of its mean. */
  private static final double AWAY = 0.4;

  /** All stretches together have at most this part of the blocks. */
  private static final double MOST = 0.45;

  /** Units of the statistics, a hundredth of which is nothing: of the spread of the values. */
  private static final double LEVEL_UNIT = 5;

  /** And of natural logarithms. */
  private static final double LOGARITHM_UNIT = 5;

  /** Less height or roughness is not told apart, in units of the spread of the values. */
  private static final double LEAST_HEIGHT = 0.02;

  private static final double LEAST_ROUGHNESS = 0.005;

  /** The inner part of a block, so that single readings have no say. */
  private static final double LOW = 0.05;

  private static final double HIGH = 0.95;

  /**
   * So much rarer than a reading must a stretch be, see {@link OutlierTail#rarity}: the noise of
   * blocks is known from few of them.
   */
  private static final double CAUTION = 2;

  /** Where it begins and ends is not known to the point, so that a clear spike ranks above it. */
  private static final double MOST_RARE = 5;

  private static final List<Form> FORMS =
      List.of(
          new Form(LevelShift::new, LONGEST, MOST_STRETCHES),
          new Form(
              (series, noise) -> new Drift(series, noise, Drift.Way.AWAY), LONGEST, MOST_STRETCHES),
          new Form(
              (series, noise) -> new Drift(series, noise, Drift.Way.BACK), LONGEST, MOST_STRETCHES),
          new Form(
              (series, noise) -> new Drift(series, noise, Drift.Way.AWAY_AND_BACK),
              LONGEST_WAVE,
              1));

  /**
   * A form of a stretch.
   *
   * @param longest it is at most this part of the blocks
   * @param mostStretches more of this form are a habit of the series
   */
  private record Form(StretchStatistic.Kind kind, double longest, int mostStretches) {

    List<StretchDeviation.Rare> in(double[] blocks) {
      int n = blocks.length;
      List<StretchDeviation.Rare> rare =
          StretchDeviation.of(blocks, kind, (int) (longest * n), (int) (MOST * n));
      return rare.size() <= mostStretches ? rare : List.of();
    }
  }

  /** What is compared of the blocks. */
  private enum Respect {
    LEVEL {
      @Override
      double of(double[] block) {
        double[] inner = Quantiles.of(block, LOW, HIGH);
        return Arrays.stream(block).map(v -> Math.clamp(v, inner[0], inner[1])).average().orElse(0)
            / LEVEL_UNIT;
      }
    },
    HEIGHT {
      @Override
      double of(double[] block) {
        return Math.log(Quantiles.distance(block, LOW, HIGH) + LEAST_HEIGHT) / LOGARITHM_UNIT;
      }
    },
    ROUGHNESS {
      @Override
      double of(double[] block) {
        double[] bends = new double[block.length - 2];
        Arrays.setAll(bends, i -> Math.abs(block[i] - 2 * block[i + 1] + block[i + 2]));
        return Math.log(Quantiles.median(bends) + LEAST_ROUGHNESS) / LOGARITHM_UNIT;
      }
    };

    abstract double of(double[] block);
  }

  private static final Set<Respect> ALL = EnumSet.allOf(Respect.class);

  /** Changes at all, as a part of the points: what stands still has a level. */
  private static final double FEWEST_CHANGES = 0.1;

  /** Changes against the direction of a series that goes one way, as a part of those along it. */
  private static final double MOST_BACKWARDS = 0.02;

  private RegimeShift() {}

  /**
   * How rare the stretch is in which a point lies, of those that are rare, of up to a third of the
   * series each.
   *
   * @param scaled values in units of their spread, finite
   * @return [points] see {@link OutlierTail#rarity}, the same in all of a stretch; 0 elsewhere
   */
  static double[] rarities(double[] scaled) {
    double[] rarities = new double[scaled.length];
    Optional<SeriesBlocks> blocks = SeriesBlocks.of(scaled);
    if (blocks.isPresent() && SeasonalOutliers.moves(scaled)) {
      for (Respect respect :
          isCumulative(scaled) ? EnumSet.complementOf(EnumSet.of(Respect.LEVEL)) : ALL) {
        in(scaled, blocks.get(), respect).forEach(rare -> rare.raise(rarities, MOST_RARE));
      }
      for (Segment stretch : stretches(rarities)) {
        double most = Arrays.stream(rarities, stretch.from(), stretch.to()).max().orElse(0);
        Arrays.fill(rarities, stretch.from(), stretch.to(), most);
      }
    }
    return rarities;
  }

  /** Whether a series goes one way only, as the reading of a meter does: it has no level. */
  private static boolean isCumulative(double[] values) {
    int up = 0;
    int down = 0;
    for (int i = 1; i < values.length; i++) {
      up += values[i] > values[i - 1] ? 1 : 0;
      down += values[i] < values[i - 1] ? 1 : 0;
    }
    return up + down >= FEWEST_CHANGES * values.length
        && Math.min(up, down) <= MOST_BACKWARDS * Math.max(up, down);
  }

  /** The stretches in what {@link #rarities} found. */
  static List<Segment> stretches(double[] regime) {
    return Runs.of(regime.length, i -> regime[i] > 0).segments();
  }

  /** The stretch of {@link #rarities} that a point lies in. */
  static Segment stretchAt(double[] regime, int point) {
    int from = point;
    while (from > 0 && regime[from - 1] > 0) {
      from--;
    }
    int to = point + 1;
    while (to < regime.length && regime[to] > 0) {
      to++;
    }
    return new Segment(from, to);
  }

  /** Those of the form, a step or a line, whose first stretch is the rarest. */
  private static Stream<StretchDeviation.Rare> in(
      double[] scaled, SeriesBlocks blocks, Respect respect) {
    double[] series = blocks.of(scaled, respect::of);
    List<StretchDeviation.Rare> rarest =
        FORMS.stream()
            .map(form -> form.in(series))
            .filter(rare -> !rare.isEmpty())
            .max(Comparator.comparingDouble(rare -> rare.getFirst().rarity()))
            .orElse(List.of());
    double usual = usual(series, rarest);
    return rarest.stream()
        .map(rare -> new StretchDeviation.Rare(core(series, rare.segment(), usual), rare.rarity()))
        .filter(rare -> rare.segment().length() >= FEWEST_BLOCKS)
        .map(
            rare ->
                new StretchDeviation.Rare(blocks.points(rare.segment()), rare.rarity() - CAUTION));
  }

  /** The median of the blocks that are in no stretch. */
  private static double usual(double[] series, List<StretchDeviation.Rare> stretches) {
    return Quantiles.median(
        IntStream.range(0, series.length)
            .filter(i -> stretches.stream().noneMatch(rare -> rare.segment().contains(i)))
            .mapToDouble(i -> series[i])
            .toArray());
  }

  /** Without the ends that are hardly away from what is usual: a line may begin before a step. */
  private static Segment core(double[] series, Segment stretch, double usual) {
    double[] away =
        Arrays.stream(series, stretch.from(), stretch.to()).map(value -> value - usual).toArray();
    double least = AWAY * Arrays.stream(away).average().orElse(0);
    return SegmentRefiner.hull(stretch, i -> (series[i] - usual) / least >= 1);
  }
}
