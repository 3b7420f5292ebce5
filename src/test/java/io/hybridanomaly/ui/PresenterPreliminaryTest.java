package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.PageState.Preliminary;
import io.hybridanomaly.ui.run.RunProgress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A result that is shown while the network still learns, without a page. */
class PresenterPreliminaryTest extends PageWithoutBrowser {

  private final LoadedSeries one = series("a.csv", "one");

  private void start(LoadedSeries series) {
    load(series);
    presenter.on(new PageEvent.DetectPressed());
  }

  private void find(LoadedSeries series) {
    DetectionResult found = result(series, state().effectiveSettings());
    presenter.on(new PageEvent.PreliminaryFound(found));
  }

  private List<Anomaly> found() {
    return state().preliminary().orElseThrow().result().anomalies();
  }

  private Optional<Anomaly> looking() {
    return state().preliminary().flatMap(Preliminary::selected);
  }

  @Test
  void itIsShownWhileTheDetectionGoesOnAndIsNoRun() {
    start(one);
    int asked = effects.size();
    find(one);
    presenter.on(new PageEvent.Progressed(new RunProgress("Training", 0.5, "")));
    assertThat(found()).isNotEmpty();
    assertThat(state().progress()).isPresent();
    assertThat(state().shown()).isEmpty();
    assertThat(state().history().runs()).isEmpty();
    assertThat(effects).hasSize(asked);
  }

  @Test
  void theFinalResultReplacesItAndKeepsWhatIsSelected() {
    start(one);
    find(one);
    Anomaly chosen = found().getLast();
    presenter.on(new PageEvent.AnomalySelected(Optional.of(chosen)));
    assertThat(looking()).contains(chosen);
    finish(one);
    assertThat(state().preliminary()).isEmpty();
    assertThat(selected())
        .hasValueSatisfying(
            anomaly -> assertThat(anomaly.segment().overlap(chosen.segment())).isPositive());
    find(one);
    assertThat(state().preliminary()).isEmpty();
  }

  @Test
  void aCancelKeepsItUntilTheNextDetection() {
    start(one);
    find(one);
    presenter.on(new PageEvent.AnomalySelected(Optional.of(found().getFirst())));
    Preliminary before = state().preliminary().orElseThrow();
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state().phase())
        .isEqualTo(new PageState.Phase.Ready(one, true, Optional.of(before)));
    assertThat(effects).last().isEqualTo(new PageEffect.CancelDetection());
    find(one);
    assertThat(state().preliminary()).contains(before);
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().preliminary()).isEmpty();
    assertThat(state().progress()).isPresent();
  }

  @Test
  void whatIsCancelledBeforeShowsNothing() {
    start(one);
    presenter.on(new PageEvent.CancelPressed());
    find(one);
    assertThat(state().preliminary()).isEmpty();
  }

  @Test
  void anotherSeriesAndAFailureTakeItAway() {
    start(one);
    find(one);
    presenter.on(new PageEvent.Failed(Source.DETECTION, "Too long."));
    assertThat(state().preliminary()).isEmpty();
    presenter.on(new PageEvent.DetectPressed());
    find(one);
    presenter.on(new PageEvent.Loaded(series("b.csv", "two")));
    assertThat(state().preliminary()).isEmpty();
  }

  @Test
  void theSensitivityJudgesItAnew() {
    start(one);
    find(one);
    int before = found().size();
    presenter.on(new PageEvent.AnomalySelected(Optional.of(found().getFirst())));
    choose(settings -> settings.withSensitivity(0));
    assertThat(found()).hasSizeLessThan(before);
    looking().ifPresent(anomaly -> assertThat(found()).contains(anomaly));
    choose(settings -> settings.withDetector(new DetectorKind.Original()));
    assertThat(found()).hasSizeLessThan(before);
  }

  @Test
  void whatIsNotInItIsNotSelected() {
    start(one);
    find(one);
    Anomaly gone = found().getFirst();
    choose(settings -> settings.withSensitivity(0));
    presenter.on(new PageEvent.AnomalySelected(Optional.of(gone)));
    looking().ifPresent(anomaly -> assertThat(found()).contains(anomaly));
    presenter.on(new PageEvent.AnomalySelected(Optional.empty()));
    assertThat(looking()).isEmpty();
  }

  @Test
  void aCompleteResultStaysWhileTheNextOneIsComputed() {
    detect(one);
    presenter.on(new PageEvent.DetectPressed());
    find(one);
    assertThat(state().preliminary()).isEmpty();
    assertThat(state().shown()).isPresent();
  }
}
