package io.hybridanomaly.ui;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.ui.PageState.Phase;
import io.hybridanomaly.ui.PageState.Shown;
import io.hybridanomaly.ui.base.Member;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.overview.SeriesRuns;
import io.hybridanomaly.ui.run.RunProgress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of the page by an event.
 *
 * @param state what it shows then
 * @param effects what is to be done, in this order
 */
record PageTransition(PageState state, List<PageEffect> effects) {

  static PageTransition to(PageState state, PageEffect... effects) {
    return new PageTransition(state, List.of(effects));
  }

  /** The next state. Events that came too late for the present one change nothing. */
  static PageTransition of(PageState now, PageEvent event) {
    return switch (event) {
      case PageEvent.Reading reading ->
          to(now.withReading(Optional.of(reading.file())).withProblem(Optional.empty()));
      case PageEvent.Loaded loaded -> loaded(now, loaded.series());
      case PageEvent.Restored restored -> restored(now, restored);
      case PageEvent.Resumed resumed -> to(resumed(now, resumed));
      case PageEvent.Failed failed -> failed(now, failed);
      case PageEvent.ProblemClosed ignored -> to(now.withProblem(Optional.empty()));
      case PageEvent.SettingsChanged changed ->
          ResultTransition.judged(now.with(changed.change().apply(now.settings())));
      case PageEvent.DetectPressed ignored ->
          detect(now.withMembersToDo(List.of()).withOverviewOpen(false));
      case PageEvent.DetectAllPressed pressed -> detectAll(now, pressed.which());
      case PageEvent.CancelPressed ignored -> cancelled(now);
      case PageEvent.DetectionLeft left -> to(now.withProblem(Optional.of(left.text())));
      case PageEvent.Progressed progressed -> progressed(now, progressed.progress());
      case PageEvent.PreliminaryFound found -> to(PreliminaryTransition.found(now, found.result()));
      case PageEvent.Finished finished -> finished(now, finished);
      case PageEvent.CurveCounted counted -> to(ResultTransition.counted(now, counted));
      case PageEvent.RunChosen chosen -> chosen(now, chosen.run());
      case PageEvent.SeriesOpened opened -> opened(now, opened.name());
      case PageEvent.OverviewWanted ignored -> to(now.withOverviewOpen(true));
      case PageEvent.AnomalySelected selected ->
          to(ResultTransition.selected(now, selected.anomaly()));
      case PageEvent.Annotated annotated -> to(ResultTransition.annotated(now, annotated));
    };
  }

  /** A new series ends what runs; a result stays if it is of the same file. */
  private static PageTransition loaded(PageState now, LoadedSeries series) {
    boolean oneOfSeveral = now.seriesRuns().filter(runs -> runs.isOf(series)).isPresent();
    boolean sameFile =
        now.run().filter(run -> staysWith(run.loaded(), series, now.seriesRuns())).isPresent();
    PageState next =
        ready(now, series)
            .withMembersToDo(oneOfSeveral ? now.membersToDo() : List.of())
            .withSeriesRuns(now.seriesRuns().filter(runs -> runs.isOf(series)));
    if (!next.membersToDo().isEmpty()) {
      return detect(next.withMembersToDo(tail(next.membersToDo())));
    }
    PageState shown = sameFile ? next : next.withShown(Optional.empty());
    return isRunning(now) ? to(shown, PageEffect.LeaveDetection.of(now, series)) : to(shown);
  }

  /** Whether a result stays on the page when another series is loaded. */
  private static boolean staysWith(
      LoadedSeries shown, LoadedSeries next, Optional<SeriesRuns> several) {
    return shown.source().equals(next.source())
        || several.filter(runs -> runs.isOf(shown) && runs.isOf(next)).isPresent();
  }

  private static PageState ready(PageState now, LoadedSeries series) {
    return now.withReading(Optional.empty())
        .with(new Phase.Ready(series, false))
        .with(fitting(now.settings(), series));
  }

  /** A window that is longer than half the series is shortened to that. */
  private static DetectionSettings fitting(DetectionSettings chosen, LoadedSeries series) {
    int half = Math.max(DetectionSettings.MIN_WINDOW, series.series().size() / 2);
    int longest = Math.max(half, series.autoWindow());
    return chosen.window().orElse(0) > longest ? chosen.withWindow(longest) : chosen;
  }

  private static PageTransition restored(PageState now, PageEvent.Restored restored) {
    Analysis analysis = restored.analysis();
    PageState next =
        ready(now, restored.series())
            .withMembersToDo(List.of())
            .withSeriesRuns(Optional.empty())
            .with(now.history().annotated(analysis.dataset(), analysis.annotations()));
    PageTransition shown = show(next, restored.series(), analysis, restored.band());
    return isRunning(now)
        ? shown.first(PageEffect.LeaveDetection.of(now, restored.series()))
        : shown;
  }

  /** Whatever ran before has ended with that. */
  private static PageState resumed(PageState now, PageEvent.Resumed resumed) {
    return ready(now, resumed.series())
        .withMembersToDo(List.of())
        .withShown(Optional.empty())
        .withProblem(Optional.empty())
        .with(resumed.settings())
        .with(new Phase.Running(resumed.series(), RunProgress.STARTING));
  }

  private static PageTransition failed(PageState now, PageEvent.Failed failed) {
    Optional<String> member =
        now.runningSeries().flatMap(runs -> memberOf(now, runs, failed.source()));
    if (member.isPresent()) {
      return memberFailed(now, member.get(), failed);
    }
    PageState told = now.withProblem(Optional.of(failed.text(now.loaded())));
    return to(
        switch (failed.source()) {
          case FILE ->
              told.withReading(Optional.empty())
                  .withMembersToDo(isRunning(now) ? now.membersToDo() : List.of());
          case DETECTION -> stopped(told, false).withMembersToDo(List.of());
          case STABILITY -> told;
        });
  }

  /** Which of several series a failure is about, if it is one. */
  private static Optional<String> memberOf(
      PageState now, SeriesRuns runs, PageEvent.Failed.Source source) {
    return switch (source) {
      case FILE ->
          isRunning(now)
              ? Optional.empty()
              : now.membersToDo().stream().map(Member::name).findFirst();
      case DETECTION -> now.loaded().filter(series -> isRunning(now)).map(runs::nameOf);
      case STABILITY -> Optional.empty();
    };
  }

  /** One series that cannot be judged leaves the others. */
  private static PageTransition memberFailed(PageState now, String name, PageEvent.Failed failed) {
    List<Member> toDo = now.membersToDo();
    PageState next =
        stopped(now, false)
            .withReading(Optional.empty())
            .withMembersToDo(failed.source() == PageEvent.Failed.Source.FILE ? tail(toDo) : toDo)
            .withSeriesRuns(now.seriesRuns().map(runs -> runs.withFailed(name, failed.message())));
    return nextMember(next);
  }

  private static PageState stopped(PageState now, boolean cancelled) {
    return now.phase() instanceof Phase.Running running
        ? now.with(new Phase.Ready(running.series(), cancelled))
        : now;
  }

  private static PageTransition detect(PageState now) {
    return now.phase() instanceof Phase.Ready ready
        ? to(
            now.with(new Phase.Running(ready.series(), RunProgress.STARTING))
                .withProblem(Optional.empty()),
            new PageEffect.Detect(ready.series().series().samples(), now.effectiveSettings()))
        : to(now);
  }

  private static PageTransition detectAll(PageState now, Members which) {
    LoadedSeries series = now.loaded().orElse(null);
    if (series == null || now.progress().isPresent() || which.count(series) == 0) {
      return to(now);
    }
    SeriesRuns runs = SeriesRuns.begin(which, series);
    return nextMember(
        now.withProblem(Optional.empty())
            .withMembersToDo(runs.members())
            .withSeriesRuns(Optional.of(runs)));
  }

  private static PageTransition nextMember(PageState now) {
    return now.membersToDo().isEmpty()
        ? allDone(now)
        : to(now, new PageEffect.ReadMember(now.membersToDo().getFirst()));
  }

  /** Below the overview of all series is the result of the worst. */
  private static PageTransition allDone(PageState now) {
    PageState ended = now.withSeriesRuns(now.seriesRuns().map(SeriesRuns::ended));
    return now.runningSeries()
        .filter(SeriesRuns::open)
        .flatMap(SeriesRuns::worst)
        .flatMap(done -> now.history().run(done.run()))
        .map(run -> chosen(ended, run))
        .map(shown -> new PageTransition(shown.state().withOverviewOpen(true), shown.effects()))
        .orElseGet(() -> to(ended));
  }

  private static PageTransition cancelled(PageState now) {
    LoadedSeries series = now.loaded().orElse(null);
    return series != null && now.progress().isPresent()
        ? to(
            now.with(new Phase.Ready(series, true, now.preliminary()))
                .withMembersToDo(List.of())
                .withSeriesRuns(now.seriesRuns().map(SeriesRuns::ended)),
            new PageEffect.CancelDetection())
        : to(now);
  }

  private static PageTransition progressed(PageState now, RunProgress progress) {
    return now.phase() instanceof Phase.Running running
        ? to(now.with(new Phase.Running(running.series(), progress, running.preliminary())))
        : to(now);
  }

  private static PageTransition finished(PageState now, PageEvent.Finished finished) {
    if (!(now.phase() instanceof Phase.Running running)) {
      return to(now);
    }
    LoadedSeries series = running.series();
    DetectionSettings wanted = now.effectiveSettings();
    // The visitor may have moved the sensitivity while it ran.
    DetectionResult result =
        finished.result().canBeJudgedBy(wanted.detector())
            ? finished.result().judgedAs(wanted)
            : finished.result();
    Analysis analysis = new Analysis(series.dataset(), result);
    PageState ended = stopped(now, false);
    PageTransition shown =
        staysWhileOthersAreJudged(now)
            ? to(kept(ended, series, analysis, finished.band()))
            : show(ended, series, analysis, finished.band())
                .selecting(PreliminaryTransition.selectedIn(now, result));
    CompletedRun run = shown.state().history().runs().getFirst();
    PageTransition next =
        nextMember(shown.state().withSeriesRuns(now.seriesRuns().map(runs -> runs.with(run))));
    return new PageTransition(
        next.state(), Stream.concat(shown.effects().stream(), next.effects().stream()).toList());
  }

  /**
   * Whether a result stays on the page while further columns are judged: the visitor may look at
   * it, and the charts of each would take longer than its detection.
   */
  private static boolean staysWhileOthersAreJudged(PageState now) {
    return now.shown().isPresent() && now.runningSeries().isPresent();
  }

  private static PageState kept(
      PageState now, LoadedSeries series, Analysis analysis, ExpectedBand band) {
    return now.with(now.history().with(series, analysis, band));
  }

  /** Puts a new run on the page. What it was judged with is what is chosen from now on. */
  private static PageTransition show(
      PageState now, LoadedSeries series, Analysis analysis, ExpectedBand band) {
    PageState kept = kept(now, series, analysis, band);
    DetectionSettings used = analysis.settings();
    return to(
        kept.withShown(shown(kept.history().runs().getFirst()))
            .with(
                now.settings()
                    .withSensitivity(used.sensitivity())
                    .withDetector(used.detector())
                    .withBenfordWeight(used.benfordWeight())),
        new PageEffect.CountCurve(analysis.result()));
  }

  private static Optional<Shown> shown(CompletedRun run) {
    return Optional.of(new Shown(run, Optional.empty(), Optional.empty()));
  }

  /** An earlier run brings its file, its column and its settings back, unless one runs. */
  private static PageTransition chosen(PageState now, CompletedRun run) {
    PageState next =
        now.withShown(shown(run)).with(run.result().settings()).withOverviewOpen(false);
    return to(
        isRunning(now) ? next : next.with(new Phase.Ready(run.loaded(), false)),
        new PageEffect.CountCurve(run.result()));
  }

  /** One of several series; if its run is forgotten, it is judged again. */
  private static PageTransition opened(PageState now, String name) {
    Optional<CompletedRun> run =
        now.seriesRuns().flatMap(runs -> runs.of(name)).flatMap(d -> now.history().run(d.run()));
    if (run.isPresent()) {
      return chosen(now, run.get());
    }
    Optional<Member> again =
        now.seriesRuns()
            .filter(runs -> now.loaded().filter(runs::isOf).isPresent())
            .filter(runs -> now.progress().isEmpty())
            .flatMap(runs -> runs.member(name));
    return again.isEmpty()
        ? to(now)
        : nextMember(now.withMembersToDo(List.of(again.get())).withOverviewOpen(false));
  }

  private static boolean isRunning(PageState now) {
    return now.phase() instanceof Phase.Running;
  }

  private static List<Member> tail(List<Member> members) {
    return members.subList(1, members.size());
  }

  private PageTransition first(PageEffect effect) {
    return new PageTransition(state, Stream.concat(Stream.of(effect), effects.stream()).toList());
  }

  private PageTransition selecting(Optional<Anomaly> anomaly) {
    return new PageTransition(ResultTransition.selected(state, anomaly), effects);
  }
}
