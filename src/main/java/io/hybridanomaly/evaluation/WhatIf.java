package io.hybridanomaly.evaluation;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Segment;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What it would take for a stretch not to be flagged any more, and what would be lost with it.
 *
 * @param sensitivity the highest sensitivity, in steps of {@link #STEP}, at which nothing in the
 *     stretch is flagged; empty if it is flagged even at 0
 * @param threshold the threshold there; that of the lowest sensitivity if it is flagged even then
 * @param alsoVanishing the other anomalies that are gone then
 * @param staying the other anomalies of which something stays
 */
public record WhatIf(
    OptionalDouble sensitivity,
    double threshold,
    List<Anomaly> alsoVanishing,
    List<Anomaly> staying) {

  /** Sensitivities are looked at in these steps. */
  public static final double STEP = 0.1;

  /** A whole number: products with it are exact where quotients by the step are not. */
  private static final double STEPS_PER_UNIT = Math.rint(1 / STEP);

  public WhatIf {
    alsoVanishing = List.copyOf(alsoVanishing);
    staying = List.copyOf(staying);
  }

  /**
   * Looks for that sensitivity by bisection, as if a higher one flagged all that a lower one does.
   * That holds but for the edges of anomalies, which are drawn anew at each sensitivity: a stretch
   * at an edge may be flagged below the one that is found, too, or at a few above it not be flagged
   * either. Needs the component scores only, no training.
   *
   * @param result in which the stretch is flagged
   * @param segment the points of the stretch
   */
  public static WhatIf without(DetectionResult result, Segment segment) {
    // The step above: a sensitivity between two steps flags more than the lower of them.
    int flagged = (int) Math.ceil(result.settings().sensitivity() * STEPS_PER_UNIT);
    DetectionResult lowest = result.withSensitivity(0);
    if (flags(lowest, segment)) {
      return judged(OptionalDouble.empty(), result, lowest, segment);
    }
    int free = 0;
    DetectionResult best = lowest;
    while (flagged - free > 1) {
      int middle = (flagged + free) >>> 1;
      DetectionResult tried = result.withSensitivity(sensitivity(middle));
      if (flags(tried, segment)) {
        flagged = middle;
      } else {
        free = middle;
        best = tried;
      }
    }
    return judged(OptionalDouble.of(sensitivity(free)), result, best, segment);
  }

  private static double sensitivity(int steps) {
    return Math.min(DetectionSettings.MAX_SENSITIVITY, steps / STEPS_PER_UNIT);
  }

  private static WhatIf judged(
      OptionalDouble sensitivity, DetectionResult before, DetectionResult after, Segment segment) {
    List<Anomaly> others =
        before.anomalies().stream().filter(p -> !p.segment().overlaps(segment)).toList();
    return new WhatIf(
        sensitivity,
        after.threshold(),
        others.stream().filter(p -> !flags(after, p.segment())).toList(),
        others.stream().filter(p -> flags(after, p.segment())).toList());
  }

  private static boolean flags(DetectionResult result, Segment segment) {
    return result.anomalies().stream().anyMatch(p -> p.segment().overlaps(segment));
  }
}
