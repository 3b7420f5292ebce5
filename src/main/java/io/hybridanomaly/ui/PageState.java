package io.hybridanomaly.ui;

import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.RunHistory;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.ui.base.Member;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.overview.SeriesRuns;
import io.hybridanomaly.ui.run.RunProgress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that the page shows. A result stays while another column is looked at, and while the next
 * detection runs.
 *
 * @param phase what a detection would look at, and whether one runs
 * @param reading the file that is being read
 * @param problem what went wrong last, in one plain sentence
 * @param settings what is chosen for the next detection
 * @param shown the result on the page
 * @param history the runs of the visit
 * @param membersToDo series that are still to be analysed, when several are wanted
 * @param seriesRuns what has come of those, if they were wanted
 */
record PageState(
    Phase phase,
    Optional<String> reading,
    Optional<String> problem,
    DetectionSettings settings,
    Optional<Shown> shown,
    RunHistory history,
    List<Member> membersToDo,
    Optional<SeriesRuns> seriesRuns) {

  /** A first visit. */
  static final PageState FIRST = first(RunHistory.EMPTY);

  /**
   * A first visit.
   *
   * @param history without a run
   */
  static PageState first(RunHistory history) {
    return new PageState(
        new Phase.NoFile(),
        Optional.empty(),
        Optional.empty(),
        DetectionSettings.defaults(),
        Optional.empty(),
        history,
        List.of(),
        Optional.empty());
  }

  /** What a detection would look at, and whether one runs. */
  sealed interface Phase {

    /** Nothing has been loaded yet. */
    record NoFile() implements Phase {}

    /**
     * A detection can start.
     *
     * @param cancelled whether the last one was cancelled
     * @param preliminary what that one had found until then
     */
    record Ready(LoadedSeries series, boolean cancelled, Optional<Preliminary> preliminary)
        implements Phase {

      Ready(LoadedSeries series, boolean cancelled) {
        this(series, cancelled, Optional.empty());
      }
    }

    /**
     * A detection waits or runs.
     *
     * @param preliminary what it has found before its networks have learned
     */
    record Running(LoadedSeries series, RunProgress progress, Optional<Preliminary> preliminary)
        implements Phase {

      Running(LoadedSeries series, RunProgress progress) {
        this(series, progress, Optional.empty());
      }
    }
  }

  /**
   * What a detection has found before its networks have learned: it is looked at, and nothing else.
   *
   * @param selected one of its anomalies
   */
  record Preliminary(DetectionResult result, Optional<Anomaly> selected) {}

  /**
   * A result on the page.
   *
   * @param selected one of its anomalies
   * @param curve what every sensitivity would flag; empty until it is counted
   */
  record Shown(CompletedRun run, Optional<Anomaly> selected, Optional<SensitivityCurve> curve) {}

  PageState {
    membersToDo = List.copyOf(membersToDo);
  }

  /** The series that a detection would look at. */
  Optional<LoadedSeries> loaded() {
    return switch (phase) {
      case Phase.NoFile ignored -> Optional.empty();
      case Phase.Ready ready -> Optional.of(ready.series());
      case Phase.Running running -> Optional.of(running.series());
    };
  }

  /** What is shown as long as there is no result. */
  Optional<Preliminary> preliminary() {
    return switch (phase) {
      case Phase.NoFile ignored -> Optional.empty();
      case Phase.Ready ready -> ready.preliminary();
      case Phase.Running running -> running.preliminary();
    };
  }

  /** How far the running detection is, or that the next series is being read. */
  Optional<RunProgress> progress() {
    return phase instanceof Phase.Running running
        ? Optional.of(running.progress())
        : runningSeries().map(runs -> RunProgress.between(runs.done(), runs.wanted()));
  }

  /** Several series, while they are being judged. */
  Optional<SeriesRuns> runningSeries() {
    return seriesRuns.filter(SeriesRuns::running);
  }

  /** The run whose result is on the page. */
  Optional<CompletedRun> run() {
    return shown.map(Shown::run);
  }

  /** How many series beside the one that is shown have not been judged, nor will be soon. */
  int unjudged(Members which) {
    LoadedSeries series = run().map(CompletedRun::loaded).orElse(null);
    int all = series == null ? 0 : which.count(series);
    if (series == null || all < 2) {
      return 0;
    }
    return seriesRuns
        .filter(runs -> runs.hold(which, series))
        .map(runs -> runs.running() ? 0 : all - runs.done())
        .orElse(which.hasAmong(series) ? all - 1 : all);
  }

  /** Whether the result on the page is of the series that a detection would look at. */
  boolean showsLoaded() {
    return run().map(CompletedRun::loaded).equals(loaded());
  }

  /**
   * The settings as they count: a weight of the digits has a meaning in the calibrated mode only.
   */
  DetectionSettings effectiveSettings() {
    return settings.detector().equals(DetectorKind.calibrated())
        ? settings
        : settings.withBenfordWeight(OptionalDouble.empty());
  }

  PageState with(Phase next) {
    return new PageState(next, reading, problem, settings, shown, history, membersToDo, seriesRuns);
  }

  PageState with(Preliminary found) {
    return switch (phase) {
      case Phase.NoFile ignored -> this;
      case Phase.Ready ready ->
          with(new Phase.Ready(ready.series(), ready.cancelled(), Optional.of(found)));
      case Phase.Running running ->
          with(new Phase.Running(running.series(), running.progress(), Optional.of(found)));
    };
  }

  PageState withReading(Optional<String> file) {
    return new PageState(phase, file, problem, settings, shown, history, membersToDo, seriesRuns);
  }

  PageState withProblem(Optional<String> message) {
    return new PageState(
        phase, reading, message, settings, shown, history, membersToDo, seriesRuns);
  }

  PageState with(DetectionSettings chosen) {
    return new PageState(phase, reading, problem, chosen, shown, history, membersToDo, seriesRuns);
  }

  PageState withShown(Optional<Shown> result) {
    return new PageState(
        phase, reading, problem, settings, result, history, membersToDo, seriesRuns);
  }

  PageState with(RunHistory runs) {
    return new PageState(phase, reading, problem, settings, shown, runs, membersToDo, seriesRuns);
  }

  PageState withMembersToDo(List<Member> members) {
    return new PageState(phase, reading, problem, settings, shown, history, members, seriesRuns);
  }

  PageState withSeriesRuns(Optional<SeriesRuns> runs) {
    return new PageState(phase, reading, problem, settings, shown, history, membersToDo, runs);
  }

  PageState withOverviewOpen(boolean open) {
    return withSeriesRuns(seriesRuns.map(runs -> runs.opened(open)));
  }
}
