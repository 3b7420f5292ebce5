package io.hybridanomaly.detection;

import io.hybridanomaly.benford.StepEvidence;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a threshold needs to know of a score, whatever the sensitivity. It is found out once, when
 * first asked for, and kept, so that a moved slider is answered without looking at quantiles again.
 * Thread-safe.
 */
public final class ScoreLevels {

  private final double[] score;
  private final ComponentLevels parts;
  private @Nullable Double median;

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
    return found();
  }

  /** The median magnitude of points, in scaled units. */
  public double medianMagnitude() {
    return parts.medianMagnitude();
  }

  /** Robust standard deviation of value − expected by what is expected. */
  DeviationByLevel deviationByLevel() {
    return parts.deviationByLevel();
  }

  /** What the steps between neighbouring values say of digits; empty if they do not count. */
  Optional<StepEvidence> steps() {
    return parts.steps();
  }

  private synchronized double found() {
    Double known = median;
    if (known == null) {
      known = Quantiles.median(score);
      median = known;
    }
    return known;
  }
}
