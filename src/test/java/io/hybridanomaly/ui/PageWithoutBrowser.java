package io.hybridanomaly.ui;

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
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A presenter with what leads it from state to state, without a page. */
abstract class PageWithoutBrowser {

  static final int POINTS = 400;

  final List<PageState> shown = new ArrayList<>();
  final List<PageEffect> effects = new ArrayList<>();
  final Presenter presenter = new Presenter((before, now) -> shown.add(now), effects::add);

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

  static LoadedSeries series(String file, String column) {
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
  static DetectionResult result(LoadedSeries series, DetectionSettings settings) {
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
      // Above the threshold of the default sensitivity, 4, and below that of the lowest, 5.25.
      score[300 + d] = 4.8 * (1 - Math.abs(d) / 6.0);
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

  final PageState state() {
    return presenter.state();
  }

  final void load(LoadedSeries series) {
    presenter.on(new PageEvent.Reading(series.source().name()));
    presenter.on(new PageEvent.Loaded(series));
  }

  final void finish(LoadedSeries series) {
    DetectionResult found = result(series, state().effectiveSettings());
    presenter.on(new PageEvent.Finished(found, ExpectedBand.of(found.components())));
  }

  final void detect(LoadedSeries series) {
    load(series);
    presenter.on(new PageEvent.DetectPressed());
    finish(series);
  }

  final void choose(UnaryOperator<DetectionSettings> change) {
    presenter.on(new PageEvent.SettingsChanged(change));
  }

  final CompletedRun run() {
    return state().run().orElseThrow();
  }

  final List<Anomaly> anomalies() {
    return run().result().anomalies();
  }

  final void select(int index) {
    presenter.on(new PageEvent.AnomalySelected(Optional.of(anomalies().get(index))));
  }

  final Optional<Anomaly> selected() {
    return state().shown().orElseThrow().selected();
  }
}
