package io.hybridanomaly.evaluation;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
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

  public WhatIf {
    alsoVanishing = List.copyOf(alsoVanishing);
    staying = List.copyOf(staying);
  }

  /**
   * Looks for that sensitivity by bisection: what a lower one flags, a higher one flags too. Needs
   * the component scores only, no training.
   *
   * @param result in which the stretch is flagged
   * @param start first point of the stretch
   * @param end the point after its last
   */
  public static WhatIf without(DetectionResult result, int start, int end) {
    int flagged = (int) Math.round(result.settings().sensitivity() / STEP);
    DetectionResult lowest = result.withSensitivity(0);
    if (flags(lowest, start, end)) {
      return judged(OptionalDouble.empty(), result, lowest, start, end);
    }
    int free = 0;
    DetectionResult best = lowest;
    while (flagged - free > 1) {
      int middle = (flagged + free) >>> 1;
      DetectionResult tried = result.withSensitivity(sensitivity(middle));
      if (flags(tried, start, end)) {
        flagged = middle;
      } else {
        free = middle;
        best = tried;
      }
    }
    return judged(OptionalDouble.of(sensitivity(free)), result, best, start, end);
  }

  private static double sensitivity(int steps) {
    return Math.min(DetectionSettings.MAX_SENSITIVITY, steps / Math.rint(1 / STEP));
  }

  private static WhatIf judged(
      OptionalDouble sensitivity,
      DetectionResult before,
      DetectionResult after,
      int start,
      int end) {
    List<Anomaly> others =
        before.anomalies().stream().filter(p -> p.end() <= start || end <= p.start()).toList();
    return new WhatIf(
        sensitivity,
        after.threshold(),
        others.stream().filter(p -> !flags(after, p.start(), p.end())).toList(),
        others.stream().filter(p -> flags(after, p.start(), p.end())).toList());
  }

  private static boolean flags(DetectionResult result, int start, int end) {
    return result.anomalies().stream().anyMatch(p -> p.start() < end && start < p.end());
  }
}
