package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.RunHistory;
import io.hybridanomaly.analysis.TestAnalyses;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A result that is judged, selected, annotated and brought back, without a page. */
class PresenterResultTest extends PageWithoutBrowser {

  @Test
  void anotherSensitivityJudgesTheResultAnew() {
    detect(series("a.csv", "one"));
    int before = anomalies().size();
    int asked = effects.size();
    choose(settings -> settings.withSensitivity(0));
    assertThat(anomalies()).hasSizeLessThan(before);
    assertThat(state().history().runs()).containsExactly(run());
    assertThat(run().number()).isEqualTo(1);
    assertThat(effects).hasSize(asked);
    choose(settings -> settings.withDetector(new DetectorKind.Hybrid(FusionMode.EITHER)));
    assertThat(effects).last().isEqualTo(new PageEffect.CountCurve(run().result()));
  }

  @Test
  void aSensitivityMovedWhileADetectionRunsIsKept() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    presenter.on(new PageEvent.DetectPressed());
    DetectionResult found = result(one, state().effectiveSettings());
    choose(settings -> settings.withSensitivity(0));
    presenter.on(new PageEvent.Finished(found, ExpectedBand.of(found.components())));
    assertThat(state().settings().sensitivity()).isZero();
    assertThat(run().result().settings().sensitivity()).isZero();
    assertThat(anomalies()).hasSizeLessThan(found.anomalies().size());
  }

  @Test
  void whatNeedsATrainingIsOnlyNoted() {
    detect(series("a.csv", "one"));
    CompletedRun before = run();
    choose(settings -> settings.withWindow(50).withEpochs(3));
    choose(settings -> settings.withDetector(new DetectorKind.Original()));
    assertThat(run()).isEqualTo(before);
    assertThat(state().settings().detector()).isEqualTo(new DetectorKind.Original());
  }

  @Test
  void aWeightOfTheDigitsCountsInTheCalibratedModeOnly() {
    detect(series("a.csv", "one"));
    choose(settings -> settings.withBenfordWeight(OptionalDouble.of(2)));
    assertThat(run().result().benfordWeight()).isEqualTo(2);
    choose(settings -> settings.withDetector(new DetectorKind.Hybrid(FusionMode.EITHER)));
    assertThat(run().result().settings().benfordWeight()).isEmpty();
    choose(settings -> settings.withDetector(new DetectorKind.Hybrid(FusionMode.CALIBRATED)));
    assertThat(run().result().benfordWeight()).isEqualTo(2);
  }

  @Test
  void theSelectionFollowsItsAnomaly() {
    detect(series("a.csv", "one"));
    select(0);
    Anomaly before = selected().orElseThrow();
    choose(settings -> settings.withSensitivity(4));
    assertThat(selected())
        .hasValueSatisfying(
            anomaly -> assertThat(anomaly.segment().overlap(before.segment())).isPositive())
        .hasValueSatisfying(anomaly -> assertThat(anomalies()).contains(anomaly));
    presenter.on(new PageEvent.AnomalySelected(Optional.empty()));
    assertThat(selected()).isEmpty();
  }

  @Test
  void whatIsNotThereAnyMoreIsNotSelected() {
    detect(series("a.csv", "one"));
    Anomaly strange = new Anomaly(new Segment(1, 3), 2, 10, 1, 0, 5, 5);
    presenter.on(new PageEvent.AnomalySelected(Optional.of(strange)));
    assertThat(selected()).isEmpty();
  }

  @Test
  void annotationsBelongToTheSeriesAndOutliveItsRuns() {
    LoadedSeries one = series("a.csv", "one");
    detect(one);
    Annotations said =
        Annotations.NONE.with(anomalies().getFirst(), AnnotationLabel.FALSE_ALARM, "a pump");
    presenter.on(new PageEvent.Annotated(said));
    assertThat(run().analysis().annotations()).isEqualTo(said);
    assertThat(state().history().runs().getFirst()).isEqualTo(run());
    detect(series("a.csv", "two"));
    assertThat(run().analysis().annotations()).isEqualTo(Annotations.NONE);
    detect(one);
    assertThat(run().analysis().annotations()).isEqualTo(said);
  }

  @Test
  void seriesOfOneTableKeepTheirAnnotationsApart() {
    LoadedSeries one = series("a.csv", "one");
    Dataset data = one.dataset();
    LoadedSeries other =
        new LoadedSeries(
            one.source(),
            new Dataset(
                data.file(),
                data.options().withSeries("other"),
                data.summary(),
                data.series(),
                data.labels()),
            one.imported(),
            one.autoWindow());
    detect(one);
    presenter.on(
        new PageEvent.Annotated(
            Annotations.NONE.with(anomalies().getFirst(), AnnotationLabel.TRUE, "")));
    detect(other);
    assertThat(run().analysis().annotations()).isEqualTo(Annotations.NONE);
  }

  @Test
  void aReportBringsItsRunBack() {
    LoadedSeries one = series("a.csv", "one");
    load(series("b.csv", "two"));
    presenter.on(new PageEvent.DetectPressed());
    DetectionSettings used =
        DetectionSettings.defaults()
            .withDetector(new DetectorKind.Hybrid(FusionMode.EITHER))
            .withSensitivity(6);
    DetectionResult found = result(one, used);
    Annotations said =
        Annotations.NONE.with(found.anomalies().getFirst(), AnnotationLabel.TRUE, "");
    Analysis analysis = new Analysis(one.dataset(), found).annotated(said);
    presenter.on(new PageEvent.Restored(one, analysis, ExpectedBand.of(found.components())));
    assertThat(run().analysis()).isEqualTo(analysis);
    assertThat(state().settings().detector().fusion()).isEqualTo(FusionMode.EITHER);
    assertThat(state().settings().sensitivity()).isEqualTo(6);
    assertThat(state().showsLoaded()).isTrue();
    assertThat(effects)
        .endsWith(
            new PageEffect.LeaveDetection("b.csv", "a.csv"), new PageEffect.CountCurve(found));
  }

  @Test
  void aFinishedDetectionIsShownAndItsCurveCounted() {
    LoadedSeries one = series("a.csv", "one");
    detect(one);
    assertThat(run().number()).isEqualTo(1);
    assertThat(run().analysis().dataset()).isEqualTo(one.dataset());
    assertThat(state().history().runs()).containsExactly(run());
    assertThat(state().progress()).isEmpty();
    assertThat(effects).last().isEqualTo(new PageEffect.CountCurve(run().result()));
    SensitivityCurve curve = SensitivityCurve.of(run().result());
    presenter.on(new PageEvent.CurveCounted(run().result().components(), curve));
    assertThat(state().shown().orElseThrow().curve()).contains(curve);
  }

  @Test
  void aCurveOfAnotherDetectionIsDropped() {
    LoadedSeries one = series("a.csv", "one");
    detect(one);
    DetectionResult first = run().result();
    detect(one);
    presenter.on(new PageEvent.CurveCounted(first.components(), SensitivityCurve.of(first)));
    assertThat(state().shown().orElseThrow().curve()).isEmpty();
  }

  @Test
  void ofManyRunsTheNewestAreKeptWithTheirNumbers() {
    LoadedSeries one = series("a.csv", "one");
    for (int i = 0; i < 252; i++) {
      detect(one);
    }
    assertThat(state().history().runs())
        .hasSize(250)
        .extracting(CompletedRun::number)
        .startsWith(252, 251)
        .endsWith(3);
  }

  @Test
  void ofLongSeriesTheNewestTwelveRunsAreKept() {
    double[] values = new double[20_000];
    TimeSeries series =
        new TimeSeries("long", new RowNumbers(IntStream.range(0, values.length).toArray()), values);
    ComponentScores components =
        new ComponentScores(
            values,
            values,
            values,
            values,
            values,
            new double[] {1},
            24,
            1,
            Applicability.of(values));
    DetectionResult result =
        new DetectionResult(DetectionSettings.defaults(), components, values, 1, List.of());
    LoadedSeries one = series("a.csv", "one");
    RunHistory history = RunHistory.EMPTY;
    for (int i = 0; i < 14; i++) {
      history =
          history.with(one, TestAnalyses.of("a.csv", series, result), ExpectedBand.of(components));
    }
    assertThat(history.runs())
        .hasSize(12)
        .extracting(CompletedRun::number)
        .startsWith(14, 13)
        .endsWith(3);
    assertThat(history.run(3)).isPresent();
    assertThat(history.run(2)).isEmpty();
  }

  @Test
  void ofVeryLongSeriesFewerRunsAreKept() {
    LoadedSeries one = series("a.csv", "one");
    int points = one.series().size();
    presenter.begin(PageState.first(RunHistory.empty(new RunHistory.Room(12, 2 * points))));
    for (int i = 0; i < 4; i++) {
      detect(one);
    }
    assertThat(state().history().runs()).extracting(CompletedRun::number).containsExactly(4, 3);
    assertThat(state().history().forgotten()).isEqualTo(2);
    presenter.begin(PageState.first(RunHistory.empty(new RunHistory.Room(12, points - 1))));
    detect(one);
    assertThat(state().history().runs()).hasSize(1);
  }
}
