package io.hybridanomaly.detection;

import io.hybridanomaly.benford.StepEvidence;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a threshold needs to know of a score, whatever the sensitivity. It is found out once, when
 * first asked for, and kept, so that a moved slider is answered without looking at quantiles again.
 * Thread-safe.
 */
public final class ScoreLevels {

  private static final double UPPER_QUARTILE = 0.75;

  private final double[] score;
  private final ComponentLevels parts;
  private @Nullable Levels levels;

  /**
   * @param score fused score of each point; must not change
   * @param components what it was fused from; must not change
   */
  ScoreLevels(double[] score, ComponentScores components) {
    this(score, new ComponentLevels(components));
  }

  private ScoreLevels(double[] score, ComponentLevels parts) {
    this.score = score;
    this.parts = parts;
  }

  /** The levels of another score that was fused from the same components. */
  ScoreLevels ofScore(double[] other) {
    return new ScoreLevels(other, parts);
  }

  /** The median score. */
  public double median() {
    return levels().median;
  }

  /** The score that a quarter of the points exceeds. */
  public double upperQuartile() {
    return levels().upperQuartile;
  }

  /** How often the score rises above its median. */
  public int crossings() {
    return levels().crossings;
  }

  /** The median magnitude of points, in scaled units. */
  public double medianMagnitude() {
    return parts.medianMagnitude();
  }

  /** Robust standard deviation of value − expected, in the units of the series. */
  public double deviation() {
    return parts.deviation();
  }

  /** What the steps between neighbouring values say of digits; empty if they do not count. */
  Optional<StepEvidence> steps() {
    return parts.steps();
  }

  /** Number of points. */
  public int length() {
    return score.length;
  }

  private synchronized Levels levels() {
    Levels found = levels;
    if (found == null) {
      double median = Quantiles.median(score);
      found =
          new Levels(median, Quantiles.quantile(score, UPPER_QUARTILE), runsAbove(score, median));
      levels = found;
    }
    return found;
  }

  private static int runsAbove(double[] score, double level) {
    return Runs.of(score.length, i -> score[i] > level).count();
  }

  private record Levels(double median, double upperQuartile, int crossings) {}
}
