package io.hybridanomaly.expectation;

import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A series in which some points are hidden, and what several predictors need of the others, worked
 * out once.
 */
final class Visible {

  private final double[] values;
  private final boolean[] hidden;
  private final Map<Integer, double[]> levels = new HashMap<>();
  private final Map<Predictor.Shape, double[]> seasons = new HashMap<>();

  /**
   * @param values [points], finite; not changed
   * @param hidden [points], true where a value must not be looked at; some are false; not changed
   */
  Visible(double[] values, boolean[] hidden) {
    this.values = values;
    this.hidden = hidden;
  }

  double[] values() {
    return values;
  }

  boolean[] hidden() {
    return hidden;
  }

  /** The level as {@link RunningLevel} says; not to be changed. */
  double[] level(int width) {
    return levels.computeIfAbsent(width, w -> RunningLevel.of(values, hidden, w));
  }

  /** The share of the season in every point; not to be changed. */
  double[] season(Predictor.Shape shape) {
    return seasons.computeIfAbsent(shape, this::measured);
  }

  private double[] measured(Predictor.Shape shape) {
    double[] rest = Statistics.difference(values, level(shape.base()));
    if (shape.near()) {
      return NearCycles.of(rest, hidden, shape.period());
    }
    if (shape.shorter() == 0) {
      return SeasonalProfile.of(rest, hidden, shape.period(), 0);
    }
    double[] inner = SeasonalProfile.of(rest, hidden, shape.shorter(), 0);
    double[] outer =
        SeasonalProfile.of(
            Statistics.difference(rest, inner), hidden, shape.period(), Predictor.Shape.TRUST);
    Arrays.setAll(outer, i -> outer[i] + inner[i]);
    return outer;
  }
}
