package io.hybridanomaly.ui;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.ui.PageState.Phase;
import io.hybridanomaly.ui.PageState.Preliminary;
import java.util.Optional;

/**
 * What becomes of a preliminary result: found, judged anew, looked at, replaced by the final one.
 */
final class PreliminaryTransition {

  private PreliminaryTransition() {}

  /** A result that is on the page already is complete: nothing preliminary takes its place. */
  static PageState found(PageState now, DetectionResult result) {
    return now.phase() instanceof Phase.Running
            && now.shown().isEmpty()
            && now.runningSeries().isEmpty()
        ? judged(now.with(new Preliminary(result, Optional.empty())))
        : now;
  }

  /** The same as is chosen now; the selection follows its anomaly. */
  static PageState judged(PageState now) {
    Preliminary found = now.preliminary().orElse(null);
    if (found == null || !found.result().canBeJudgedBy(now.effectiveSettings().detector())) {
      return now;
    }
    DetectionResult judged = found.result().judgedAs(now.effectiveSettings());
    return judged.settings().equals(found.result().settings())
        ? now
        : now.with(new Preliminary(judged, meeting(found.selected(), judged)));
  }

  /** The same with one of its anomalies selected. */
  static PageState selected(PageState now, Optional<Anomaly> anomaly) {
    return now.preliminary()
        .map(Preliminary::result)
        .map(
            result ->
                now.with(new Preliminary(result, anomaly.filter(result.anomalies()::contains))))
        .orElse(now);
  }

  /** What was selected is found again in the final result, if it is still an anomaly there. */
  static Optional<Anomaly> selectedIn(PageState before, DetectionResult result) {
    return meeting(before.preliminary().flatMap(Preliminary::selected), result);
  }

  private static Optional<Anomaly> meeting(Optional<Anomaly> before, DetectionResult result) {
    return before.flatMap(anomaly -> ResultTransition.meeting(anomaly, result));
  }
}
