package io.hybridanomaly.ui;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.run.RunProgress;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happens on the page: what the visitor does, and what comes from background threads. */
sealed interface PageEvent {

  /** A file is being read, or read again with other choices. */
  record Reading(String file) implements PageEvent {}

  /** A series is ready for detection. */
  record Loaded(LoadedSeries series) implements PageEvent {}

  /**
   * A report was loaded.
   *
   * @param analysis the run in it
   */
  record Restored(LoadedSeries series, Analysis analysis, ExpectedBand band) implements PageEvent {}

  /**
   * A detection was found again that was started before.
   *
   * @param settings what it was started with
   */
  record Resumed(LoadedSeries series, DetectionSettings settings) implements PageEvent {}

  /** A file could not be used, or a detection could not start or failed. */
  record Failed(Source source, String message) implements PageEvent {

    /** What failed. */
    enum Source {
      FILE,
      DETECTION,
      STABILITY
    }

    /**
     * The message, and that the page still shows a file when another cannot be used.
     *
     * @param loaded what stays on the page
     */
    String text(Optional<LoadedSeries> loaded) {
      return source == Source.FILE
          ? loaded
              .map(
                  stays -> message + " The page still shows " + stays.dataset().file().name() + ".")
              .orElse(message)
          : message;
    }
  }

  /** The visitor has read the message about a problem. */
  record ProblemClosed() implements PageEvent {}

  /** Other settings are chosen, by the visitor or by a model on their behalf. */
  record SettingsChanged(UnaryOperator<DetectionSettings> change) implements PageEvent {}

  /** A detection is wanted. */
  record DetectPressed() implements PageEvent {}

  /** A detection in several series is wanted. */
  record DetectAllPressed(Members which) implements PageEvent {}

  /** The running detection is not wanted any more. */
  record CancelPressed() implements PageEvent {}

  /**
   * A detection was left for another series.
   *
   * @param left in which it ran
   * @param next what took its place
   * @param kept whether it goes on
   */
  record DetectionLeft(String left, String next, boolean kept) implements PageEvent {

    /** What has become of it. */
    String text() {
      if (!kept && left.equals(next)) {
        return "The detection in %s was stopped, because the data are read differently now. It has no result."
            .formatted(left);
      }
      return kept
          ? "The detection in %s goes on: the link that you kept leads to it.".formatted(left)
          : "The detection in %s was stopped, because %s took its place. It has no result."
              .formatted(left, next);
    }
  }

  /** The running detection has come further. */
  record Progressed(RunProgress progress) implements PageEvent {}

  /** The running detection has found something before its networks have learned. */
  record PreliminaryFound(DetectionResult result) implements PageEvent {}

  /** The running detection is done. */
  record Finished(DetectionResult result, ExpectedBand band) implements PageEvent {}

  /**
   * It was counted what every sensitivity would flag.
   *
   * @param components the scores that were counted on
   */
  record CurveCounted(ComponentScores components, SensitivityCurve curve) implements PageEvent {}

  /** Another run of the visit is to be shown. */
  record RunChosen(CompletedRun run) implements PageEvent {}

  /** The result of one of several series is to be shown. */
  record SeriesOpened(String name) implements PageEvent {}

  /** The overview of several series is to be shown again. */
  record OverviewWanted() implements PageEvent {}

  /** An anomaly was selected; empty: none any more. */
  record AnomalySelected(Optional<Anomaly> anomaly) implements PageEvent {}

  /** Something was said about the series that is shown. */
  record Annotated(Annotations annotations) implements PageEvent {}
}
