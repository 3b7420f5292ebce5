package io.hybridanomaly.detection;

import io.hybridanomaly.benford.StepEvidence;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.Statistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How large the errors of the reconstruction usually are, whatever the fusion. Each is found out
 * once, when first asked for, and kept. Thread-safe.
 */
final class ComponentLevels {

  /**
   * Standard deviation from the expected values, as a share of their spread, below which nothing
   * counts as far off: on a straight line the expected values are exact.
   */
  private static final double LEAST_DEVIATION = 0.005;

  private final ComponentScores components;
  private @Nullable Double medianMagnitude;
  private @Nullable DeviationByLevel deviationByLevel;
  private @Nullable Double spread;
  private @Nullable StepEvidence steps;

  ComponentLevels(ComponentScores components) {
    this.components = components;
  }

  /** The median of the magnitude of points, in scaled units. */
  synchronized double medianMagnitude() {
    Double found = medianMagnitude;
    if (found == null) {
      found = Quantiles.median(components.magnitude());
      medianMagnitude = found;
    }
    return found;
  }

  /**
   * Robust standard deviation of value − expected by what is expected, in the units of the series;
   * nowhere below that of all or what rounding makes.
   */
  synchronized DeviationByLevel deviationByLevel() {
    DeviationByLevel found = deviationByLevel;
    if (found == null) {
      double[] distances = PointDeviation.distances(components.values(), components.expected());
      double ofAll = Statistics.robustDeviation(distances);
      double least = Math.max(ofAll, LEAST_DEVIATION * spread());
      found = DeviationByLevel.of(components.expected(), distances, least);
      deviationByLevel = found;
    }
    return found;
  }

  /** The distance between the 5 % and the 95 % quantile of the values, in their units. */
  synchronized double spread() {
    Double found = spread;
    if (found == null) {
      found = Quantiles.distance(components.values(), 0.05, 0.95);
      spread = found;
    }
    return found;
  }

  /** What the steps between neighbouring values say; empty if they do not count. */
  synchronized Optional<StepEvidence> steps() {
    if (steps == null && components.applicability().stepsApply()) {
      steps = StepEvidence.of(components.applicability().signs().counted(components.values()));
    }
    return Optional.ofNullable(steps);
  }
}
