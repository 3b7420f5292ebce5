package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.DataFindings;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two hundred hourly values of which 48 are stuck at 43.76, and one is a thousand times too large.
 */
class UnflaggedTest {

  private static final Segment STUCK = new Segment(100, 148);
  private static final int SPIKE = 20;

  private static LoadedSeries load() throws Exception {
    return load(i -> STUCK.contains(i) ? 43.76 : i == SPIKE ? 40_000 : 40 + i % 7);
  }

  private static LoadedSeries load(IntToDoubleFunction value) throws Exception {
    StringBuilder text = new StringBuilder("time,value\n");
    for (int i = 0; i < 200; i++) {
      text.append(
          "2024-03-%02d %02d:00,%s%n".formatted(1 + i / 24, i % 24, value.applyAsDouble(i)));
    }
    CsvSource source = TextSource.of("stuck.csv", text.toString());
    ImportOptions options = ImportOptions.defaults();
    ImportedSeries imported = CsvImporter.read(source, options);
    return new LoadedSeries(
        source, Dataset.of(SourceFile.of(source.name(), source), options, imported), imported, 24);
  }

  private static DetectionResult result(LoadedSeries loaded, List<Anomaly> anomalies) {
    double[] values = loaded.series().values();
    double[] zero = new double[values.length];
    ComponentScores components =
        new ComponentScores(
            values, zero, zero, values, zero, new double[] {1}, 24, 1, Applicability.of(values));
    return new DetectionResult(DetectionSettings.defaults(), components, zero, 3, anomalies);
  }

  private static List<Unflagged> listed(LoadedSeries loaded, DetectionResult result) {
    return Unflagged.of(loaded, result, result.candidates());
  }

  @Test
  void aStuckStretchIsOfferedWithItsExactBoundsUnlessItIsFlagged() throws Exception {
    LoadedSeries loaded = load();
    assertThat(listed(loaded, result(loaded, List.of())))
        .contains(new Unflagged(STUCK, "stuck at 43.76 for 48 h"));
    Anomaly flagged = new Anomaly(STUCK, 100, 50, 1, 0, 43.76, 43);
    assertThat(listed(loaded, result(loaded, List.of(flagged))))
        .noneMatch(unflagged -> unflagged.text().startsWith("stuck"));
  }

  /** Twelve hours of each night at 0, and thirty at 7. */
  @Test
  void nightsAreNotStuckButWhatStandsStillOnce() throws Exception {
    LoadedSeries loaded = load(i -> i >= 85 && i < 115 ? 7 : i % 24 < 12 ? 0 : 20 + i * 13 % 17);
    assertThat(listed(loaded, result(loaded, List.of())))
        .extracting(Unflagged::text)
        .filteredOn(text -> text.startsWith("stuck"))
        .containsExactly("stuck at 7 for 30 h");
  }

  @Test
  void aCandidateNamesItsPeakAndTheValueThere() throws Exception {
    LoadedSeries loaded = load();
    double[] score = new double[loaded.series().size()];
    // The stretch begins three points before its peak.
    score[SPIKE - 3] = 1.4;
    score[SPIKE - 2] = 1.6;
    score[SPIKE - 1] = 1.8;
    score[SPIKE] = 2;
    DetectionResult none = result(loaded, List.of());
    DetectionResult result =
        new DetectionResult(none.settings(), none.components(), score, 3, List.of());
    assertThat(listed(loaded, result))
        .anySatisfy(
            unflagged -> {
              assertThat(unflagged.segment()).isEqualTo(new Segment(SPIKE - 3, SPIKE + 1));
              assertThat(unflagged.text()).startsWith("around 2024-03-01 20:00 (40,000), ");
            });
  }

  @Test
  void theTrueCountsAreSaidThoughOnlySomePointsAreMarked() {
    TimeSeries series =
        new TimeSeries("v", new RowNumbers(new int[] {1, 2, 3}), new double[] {1, 2, 3});
    List<Integer> marked = IntStream.range(0, 50).boxed().toList();
    DataFindings found = new DataFindings(List.of(), List.of(), marked, 2634, marked, 50);
    assertThat(SeriesPreview.words(series, found))
        .contains(
            "2,634 repeated times (violet circles for 50 of them); 50 values far out (red"
                + " circles).");
  }

  @Test
  void theCheckOfTheDataNamesWhatStandsOut() throws Exception {
    DataFindings found = DataFindings.of(load());
    assertThat(found.constant()).containsExactly(STUCK);
    assertThat(found.outliers()).containsExactly(SPIKE);
    assertThat(found.duplicates()).isEmpty();
    assertThat(found.missing()).isEmpty();
    assertThat(found.allOutliers()).isEqualTo(1);
  }
}
