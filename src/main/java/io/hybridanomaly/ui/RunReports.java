package io.hybridanomaly.ui;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.jobs.RunningDetection;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.overview.SeriesRuns;
import io.hybridanomaly.ui.run.RunProgress;
import io.hybridanomaly.ui.run.TimeForAll;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a running detection says becomes events of the page; with the time left for all series. */
final class RunReports implements RunningDetection.Listener {

  private final Presenter presenter;
  private final Runnable onResult;

  /** Set while several series are judged. */
  private Optional<TimeForAll> timeForAll = Optional.empty();

  /**
   * @param presenter hears the events
   * @param onResult called before a result is shown
   */
  RunReports(Presenter presenter, Runnable onResult) {
    this.presenter = presenter;
    this.onResult = onResult;
  }

  /** Several series are going to be judged, if the page has taken them. */
  void startAll() {
    timeForAll =
        presenter
            .state()
            .runningSeries()
            .map(several -> new TimeForAll(several.wanted(), System::nanoTime));
  }

  @Override
  public void onQueued(int position, OptionalDouble seconds) {
    presenter.on(new PageEvent.Progressed(RunProgress.queued(position, seconds)));
  }

  @Override
  public void onProgress(Progress progress, OptionalDouble secondsLeft) {
    RunProgress one = RunProgress.of(progress, secondsLeft);
    presenter.on(new PageEvent.Progressed(amongAll(one, progress.done(), secondsLeft)));
  }

  private RunProgress amongAll(RunProgress one, double share, OptionalDouble secondsLeft) {
    Optional<SeriesRuns> several = presenter.state().runningSeries();
    if (several.isEmpty() || timeForAll.isEmpty()) {
      return one;
    }
    int before = several.get().done();
    return one.among(
        before, several.get().wanted(), timeForAll.get().update(before, share, secondsLeft));
  }

  @Override
  public void onPreliminary(DetectionResult found) {
    presenter.on(new PageEvent.PreliminaryFound(found));
  }

  @Override
  public void onResult(DetectionResult found, ExpectedBand band) {
    onResult.run();
    presenter.on(new PageEvent.Finished(found, band));
  }

  @Override
  public void onProblem(String message) {
    presenter.on(new PageEvent.Failed(Source.DETECTION, message));
  }
}
