package io.hybridanomaly.detection;

import io.hybridanomaly.detection.StretchDeviation.Rare;
import io.hybridanomaly.series.Runs;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Zeros in a row where a season says that there is something to count: a night in which nobody came
 * to an emergency room that is quiet but never empty. Each zero alone is ordinary, and so is a
 * window of few counts; it is the chance of all of them together that speaks, see {@link
 * ZeroChances}.
 *
 * <p>Where that chance does not explain all other zeros in a row, as of a shop that is closed on
 * Sundays but has the season of a day, zeros depend on something else, and nothing is said.
 */
final class DeadStretches {

  /** Fewest zeros in a row. */
  private static final int FEWEST = 3;

  /** More such stretches are a habit of the series, such as holidays. */
  private static final int MOST = 2;

  /** Rarity up to which chance explains a stretch: that of the rarest in one series of thirty. */
  private static final double BY_CHANCE = 1.5;

  private DeadStretches() {}

  /**
   * Raises the rarity of the points of dead stretches.
   *
   * @param values the series in its own units
   * @param season of the same values, in any units
   * @param rarities [points], changed
   */
  static void raise(double[] values, PointDeviation.Season season, double[] rarities) {
    if (!season.exists() || Arrays.stream(values).anyMatch(value -> value < 0)) {
      return;
    }
    ZeroChances chances = ZeroChances.of(values, season.sameTime());
    List<Rare> stretches =
        Runs.of(values.length, i -> values[i] == 0).segments().stream()
            .map(zeros -> new Rare(zeros, chances.surprise(zeros) - Math.log10(values.length)))
            .sorted(Comparator.comparingDouble(Rare::rarity).reversed())
            .toList();
    long rare = stretches.stream().filter(stretch -> stretch.rarity() > BY_CHANCE).count();
    long outlying =
        stretches.stream().filter(stretch -> stretch.rarity() >= OutlierTail.OUTLYING).count();
    if (rare > outlying || rare > MOST) {
      return;
    }
    stretches.stream()
        .limit(rare)
        .filter(stretch -> stretch.segment().length() >= FEWEST)
        .forEach(stretch -> stretch.raise(rarities, StretchDeviation.MOST_RARE));
  }
}
