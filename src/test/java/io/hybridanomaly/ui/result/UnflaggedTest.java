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
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.Segment;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two hundred hourly values of which 48 are stuck at 43.76, and one is a thousand times too large.
 */
class UnflaggedTest {

  private static final Segment STUCK = new Segment(100, 148);
  private static final int SPIKE = 20;

  private record Text(String content) implements CsvSource {
    @Override
    public String name() {
      return "stuck.csv";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static LoadedSeries load() throws Exception {
    StringBuilder text = new StringBuilder("time,value\n");
    for (int i = 0; i < 200; i++) {
      double value = STUCK.contains(i) ? 43.76 : i == SPIKE ? 40_000 : 40 + i % 7;
      text.append("2024-03-%02d %02d:00,%s%n".formatted(1 + i / 24, i % 24, value));
    }
    CsvSource source = new Text(text.toString());
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

  @Test
  void aStuckStretchIsOfferedWithItsExactBoundsUnlessItIsFlagged() throws Exception {
    LoadedSeries loaded = load();
    assertThat(Unflagged.of(loaded, result(loaded, List.of())))
        .contains(new Unflagged(STUCK, "stuck at 43.76 for 48 h"));
    Anomaly flagged = new Anomaly(STUCK, 100, 50, 1, 0, 43.76, 43);
    assertThat(Unflagged.of(loaded, result(loaded, List.of(flagged))))
        .noneMatch(unflagged -> unflagged.text().startsWith("stuck"));
  }

  @Test
  void theCheckOfTheDataNamesWhatStandsOut() throws Exception {
    DataFindings found = DataFindings.of(load());
    assertThat(found.constant()).containsExactly(STUCK);
    assertThat(found.outliers()).containsExactly(SPIKE);
    assertThat(found.duplicates()).isEmpty();
    assertThat(found.missing()).isEmpty();
  }
}
