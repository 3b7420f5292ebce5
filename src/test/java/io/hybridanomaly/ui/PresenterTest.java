package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.run.RunProgress;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The states of the page, without a page. */
class PresenterTest {

  private static final int POINTS = 400;

  private final List<PageState> shown = new ArrayList<>();
  private final List<PageEffect> effects = new ArrayList<>();
  private final Presenter presenter = new Presenter((before, now) -> shown.add(now), effects::add);

  private record Text(String name) implements CsvSource {
    @Override
    public InputStream open() {
      StringBuilder text = new StringBuilder("row,one,two\n");
      for (int i = 0; i < POINTS; i++) {
        text.append(i).append(',').append(100.5 + i % 7).append(',').append(3.5 * (i % 11));
        text.append('\n');
      }
      return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static LoadedSeries series(String file, String column) {
    try {
      Text source = new Text(file);
      ImportOptions options = ImportOptions.defaults().withValueColumn(column);
      ImportedSeries imported = CsvImporter.read(source, options);
      Dataset dataset = Dataset.of(SourceFile.of(file, source), options, imported);
      return new LoadedSeries(source, dataset, imported, 24);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A high and a low bump in the network's score, one in that of the digits. */
  private static DetectionResult result(LoadedSeries series, DetectionSettings settings) {
    double[] values = series.series().values();
    double[] score = new double[POINTS];
    double[] benford = new double[POINTS];
    double[] magnitude = new double[POINTS];
    Arrays.fill(magnitude, 0.1);
    Random random = new Random(1);
    double smooth = 0;
    for (int i = 0; i < POINTS; i++) {
      smooth = 0.8 * smooth + 0.6 * random.nextGaussian();
      score[i] = Math.min(3, smooth);
    }
    for (int d = -5; d <= 5; d++) {
      score[200 + d] = 60 * (1 - Math.abs(d) / 6.0);
      score[300 + d] = 9 * (1 - Math.abs(d) / 6.0);
      benford[100 + d] = 30;
      magnitude[200 + d] = 6;
      magnitude[300 + d] = 6;
    }
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            benford,
            values,
            magnitude,
            new double[] {1},
            24,
            1,
            Applicability.of(values));
    return new DetectionResult(settings, components, score, 0, List.of()).judgedAs(settings);
  }

  private PageState state() {
    return presenter.state();
  }

  private void load(LoadedSeries series) {
    presenter.on(new PageEvent.Reading(series.source().name()));
    presenter.on(new PageEvent.Loaded(series));
  }

  private void finish(LoadedSeries series) {
    DetectionResult found = result(series, state().effectiveSettings());
    presenter.on(new PageEvent.Finished(found, ExpectedBand.of(found.components())));
  }

  private void detect(LoadedSeries series) {
    load(series);
    presenter.on(new PageEvent.DetectPressed());
    finish(series);
  }

  private void choose(UnaryOperator<DetectionSettings> change) {
    presenter.on(new PageEvent.SettingsChanged(change));
  }

  private CompletedRun run() {
    return state().run().orElseThrow();
  }

  private List<Anomaly> anomalies() {
    return run().result().anomalies();
  }

  private void select(int index) {
    presenter.on(new PageEvent.AnomalySelected(Optional.of(anomalies().get(index))));
  }

  private Optional<Anomaly> selected() {
    return state().shown().orElseThrow().selected();
  }

  @Test
  void aFileThatWasReadCanBeLookedAt() {
    LoadedSeries one = series("a.csv", "one");
    presenter.on(new PageEvent.Reading("a.csv"));
    assertThat(state().reading()).contains("a.csv");
    assertThat(state().loaded()).isEmpty();
    presenter.on(new PageEvent.Loaded(one));
    assertThat(state().reading()).isEmpty();
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(one, false));
    assertThat(effects).isEmpty();
    assertThat(shown).hasSize(2);
  }

  @Test
  void aFileThatCannotBeUsedLeavesTheOneBefore() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    presenter.on(new PageEvent.Reading("b.csv"));
    presenter.on(new PageEvent.Failed(Source.FILE, "b.csv: it is empty."));
    assertThat(state().reading()).isEmpty();
    assertThat(state().loaded()).contains(one);
    assertThat(state().problem()).contains("b.csv: it is empty.");
    presenter.on(new PageEvent.ProblemClosed());
    assertThat(state().problem()).isEmpty();
  }

  @Test
  void withoutAFileNothingStarts() {
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.DetectAllPressed());
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state()).isEqualTo(PageState.FIRST);
    assertThat(effects).isEmpty();
  }

  @Test
  void detectStartsWithWhatIsChosenAndProgressIsShown() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    choose(settings -> settings.withSensitivity(7));
    presenter.on(new PageEvent.DetectPressed());
    assertThat(effects)
        .containsExactly(
            new PageEffect.Detect(
                one.series().values(), DetectionSettings.defaults().withSensitivity(7)));
    assertThat(state().progress()).contains(RunProgress.STARTING);
    RunProgress half = new RunProgress("Training", 0.5, "about 3 s left");
    presenter.on(new PageEvent.Progressed(half));
    assertThat(state().progress()).contains(half);
    presenter.on(new PageEvent.DetectPressed());
    assertThat(effects).hasSize(1);
  }

  @Test
  void aCancelledDetectionIsOverAtOnce() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(one, true));
    assertThat(effects).last().isEqualTo(new PageEffect.CancelDetection());
    finish(one);
    assertThat(state().shown()).isEmpty();
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().progress()).isPresent();
  }

  @Test
  void aFailedDetectionTellsWhy() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.Failed(Source.DETECTION, "Too wide a window."));
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(one, false));
    assertThat(state().problem()).contains("Too wide a window.");
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().problem()).isEmpty();
  }

  @Test
  void aFailedCheckOfTheStabilityEndsNoDetection() {
    detect(series("a.csv", "one"));
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.Failed(Source.STABILITY, "The queue is full."));
    assertThat(state().progress()).isPresent();
    assertThat(state().problem()).contains("The queue is full.");
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
  void anotherColumnLeavesTheResultUntilItIsLookedAt() {
    detect(series("a.csv", "one"));
    CompletedRun first = run();
    LoadedSeries two = series("a.csv", "two");
    load(two);
    assertThat(state().run()).contains(first);
    assertThat(state().loaded()).contains(two);
    assertThat(state().showsLoaded()).isFalse();
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().run()).contains(first);
    finish(two);
    assertThat(run().analysis().series().name()).isEqualTo("two");
    assertThat(state().showsLoaded()).isTrue();
    assertThat(state().history().runs()).hasSize(2);
  }

  @Test
  void anotherFileTakesTheResultAwayAndKeepsTheRuns() {
    detect(series("a.csv", "one"));
    load(series("b.csv", "one"));
    assertThat(state().shown()).isEmpty();
    assertThat(state().history().runs()).hasSize(1);
  }

  @Test
  void anotherFileEndsWhatRuns() {
    load(series("a.csv", "one"));
    presenter.on(new PageEvent.DetectPressed());
    LoadedSeries other = series("b.csv", "one");
    load(other);
    assertThat(effects).last().isEqualTo(new PageEffect.CancelDetection());
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(other, false));
  }

  @Test
  void anEarlierRunBringsItsColumnAndItsSettingsBack() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    choose(settings -> settings.withWindow(30).withSensitivity(3));
    presenter.on(new PageEvent.DetectPressed());
    finish(one);
    CompletedRun first = run();
    choose(DetectionSettings::withAutomaticWindow);
    detect(series("a.csv", "two"));
    presenter.on(new PageEvent.RunChosen(first));
    assertThat(run()).isEqualTo(first);
    assertThat(state().loaded()).contains(one);
    assertThat(state().settings()).isEqualTo(first.result().settings());
    assertThat(state().settings().window()).hasValue(30);
    assertThat(state().showsLoaded()).isTrue();
  }

  @Test
  void whileADetectionRunsAnEarlierRunLeavesItAlone() {
    detect(series("a.csv", "one"));
    CompletedRun first = run();
    LoadedSeries two = series("a.csv", "two");
    load(two);
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.RunChosen(first));
    assertThat(state().loaded()).contains(two);
    assertThat(state().progress()).isPresent();
  }

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
    choose(settings -> settings.withFusion(FusionMode.EITHER));
    assertThat(effects).last().isEqualTo(new PageEffect.CountCurve(run().result()));
  }

  @Test
  void whatNeedsATrainingIsOnlyNoted() {
    detect(series("a.csv", "one"));
    CompletedRun before = run();
    choose(settings -> settings.withWindow(50).withEpochs(3));
    choose(settings -> settings.withFusion(FusionMode.ORIGINAL));
    assertThat(run()).isEqualTo(before);
    assertThat(state().settings().fusion()).isEqualTo(FusionMode.ORIGINAL);
  }

  @Test
  void aWeightOfTheDigitsCountsInTheCalibratedModeOnly() {
    detect(series("a.csv", "one"));
    choose(settings -> settings.withBenfordWeight(OptionalDouble.of(2)));
    assertThat(run().result().benfordWeight()).isEqualTo(2);
    choose(settings -> settings.withFusion(FusionMode.EITHER));
    assertThat(run().result().settings().benfordWeight()).isEmpty();
    choose(settings -> settings.withFusion(FusionMode.CALIBRATED));
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
    Anomaly strange = new Anomaly(1, 3, 2, 10, 1, 0, 5, 5);
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
  void allColumnsAreLookedAtOneAfterTheOther() {
    LoadedSeries one = series("a.csv", "one");
    LoadedSeries two = series("a.csv", "two");
    load(one);
    presenter.on(new PageEvent.DetectAllPressed());
    assertThat(effects).hasSize(1).last().isInstanceOf(PageEffect.ReadColumn.class);
    load(one);
    assertThat(effects).last().isInstanceOf(PageEffect.Detect.class);
    finish(one);
    assertThat(effects).last().isEqualTo(new PageEffect.ReadColumn(one.valueColumns().get(1)));
    load(two);
    finish(two);
    assertThat(state().columnsToDo()).isEmpty();
    assertThat(state().progress()).isEmpty();
    assertThat(state().history().runs()).hasSize(2);
  }

  @Test
  void aCancelEndsAllColumns() {
    load(series("a.csv", "one"));
    presenter.on(new PageEvent.DetectAllPressed());
    load(series("a.csv", "one"));
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state().columnsToDo()).isEmpty();
    load(series("a.csv", "two"));
    assertThat(state().progress()).isEmpty();
  }

  @Test
  void aReportBringsItsRunBack() {
    LoadedSeries one = series("a.csv", "one");
    load(series("b.csv", "two"));
    presenter.on(new PageEvent.DetectPressed());
    DetectionSettings used =
        DetectionSettings.defaults().withFusion(FusionMode.EITHER).withSensitivity(6);
    DetectionResult found = result(one, used);
    Annotations said =
        Annotations.NONE.with(found.anomalies().getFirst(), AnnotationLabel.TRUE, "");
    Analysis analysis = new Analysis(one.dataset(), found).annotated(said);
    presenter.on(new PageEvent.Restored(one, analysis, ExpectedBand.of(found.components())));
    assertThat(run().analysis()).isEqualTo(analysis);
    assertThat(state().settings().fusion()).isEqualTo(FusionMode.EITHER);
    assertThat(state().settings().sensitivity()).isEqualTo(6);
    assertThat(state().showsLoaded()).isTrue();
    assertThat(effects)
        .endsWith(new PageEffect.CancelDetection(), new PageEffect.CountCurve(found));
  }

  @Test
  void aWindowThatIsTooLongForASeriesIsShortened() {
    choose(settings -> settings.withWindow(900));
    load(series("a.csv", "one"));
    assertThat(state().settings().window()).hasValue(POINTS / 2);
  }

  @Test
  void ofManyRunsTheNewestAreKeptWithTheirNumbers() {
    LoadedSeries one = series("a.csv", "one");
    for (int i = 0; i < 14; i++) {
      detect(one);
    }
    assertThat(state().history().runs())
        .hasSize(12)
        .extracting(CompletedRun::number)
        .startsWith(14, 13)
        .endsWith(3);
  }
}
