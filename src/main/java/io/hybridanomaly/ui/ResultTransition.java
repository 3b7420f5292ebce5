package io.hybridanomaly.ui;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.ui.PageState.Shown;
import java.util.Comparator;
import java.util.Optional;

/** What becomes of the result that is shown: another judgement, a choice in it, annotations. */
final class ResultTransition {

  private ResultTransition() {}

  /** Judges the result that is shown as is chosen now; does nothing if that needs a run. */
  static PageTransition judged(PageState now) {
    Shown shown = now.shown().orElse(null);
    DetectionSettings wanted = now.effectiveSettings();
    if (shown == null) {
      return PageTransition.to(PreliminaryTransition.judged(now));
    }
    if (!shown.run().result().canBeJudgedBy(wanted.detector())) {
      return PageTransition.to(now);
    }
    DetectionResult before = shown.run().result();
    DetectionResult judged = before.judgedAs(wanted);
    if (judged.settings().equals(before.settings())) {
      return PageTransition.to(now);
    }
    CompletedRun run = shown.run().with(shown.run().analysis().judged(judged));
    PageState next =
        now.with(now.history().with(run))
            .withSeriesRuns(now.seriesRuns().map(runs -> runs.judged(run)))
            .withShown(
                Optional.of(
                    new Shown(
                        run,
                        shown.selected().flatMap(anomaly -> meeting(anomaly, judged)),
                        shown.curve())));
    boolean sameScore =
        judged.benfordWeight() == before.benfordWeight()
            && judged.settings().detector().equals(before.settings().detector());
    return sameScore
        ? PageTransition.to(next)
        : PageTransition.to(next, new PageEffect.CountCurve(judged));
  }

  /** The anomaly of a result that has most points in common with one of another judgement. */
  static Optional<Anomaly> meeting(Anomaly before, DetectionResult judged) {
    return judged.anomalies().stream()
        .filter(anomaly -> anomaly.segment().overlap(before.segment()) > 0)
        .max(Comparator.comparingInt(anomaly -> anomaly.segment().overlap(before.segment())));
  }

  static PageState counted(PageState now, PageEvent.CurveCounted counted) {
    return now.withShown(
        now.shown()
            .map(
                shown ->
                    shown.run().result().components().equals(counted.components())
                        ? new Shown(shown.run(), shown.selected(), Optional.of(counted.curve()))
                        : shown));
  }

  static PageState selected(PageState now, Optional<Anomaly> anomaly) {
    if (now.shown().isEmpty()) {
      return PreliminaryTransition.selected(now, anomaly);
    }
    return now.withShown(
        now.shown()
            .map(
                shown ->
                    new Shown(
                        shown.run(),
                        anomaly.filter(shown.run().result().anomalies()::contains),
                        shown.curve())));
  }

  static PageState annotated(PageState now, PageEvent.Annotated annotated) {
    Shown shown = now.shown().orElse(null);
    if (shown == null) {
      return now;
    }
    Analysis analysis = shown.run().analysis().annotated(annotated.annotations());
    return now.with(now.history().annotated(analysis.dataset(), annotated.annotations()))
        .withShown(
            Optional.of(new Shown(shown.run().with(analysis), shown.selected(), shown.curve())));
  }
}
