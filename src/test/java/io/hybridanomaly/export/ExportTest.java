package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.LabelColumn;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {

  private static ImportedSeries imported;
  private static DetectionResult result;

  @BeforeAll
  static void detect() throws Exception {
    StringBuilder text = new StringBuilder("day,sales\n");
    for (int i = 0; i < 80; i++) {
      double value = i == 50 ? 900 : 10 + 0.5 * (i % 7);
      text.append("2024-0").append(1 + i / 28).append('-');
      text.append("%02d".formatted(1 + i % 28)).append(',').append(value).append('\n');
    }
    imported =
        CsvImporter.read(TextSource.of("sales.csv", text.toString()), ImportOptions.defaults());
    result =
        Detectors.detect(
            Samples.even(imported.series().values()),
            DetectionSettings.defaults().withEpochs(2),
            ProgressListener.NONE,
            Cancellation.NEVER);
  }

  @Test
  void theAnnotatedCsvHasOneRowForEachPointWithItsScores() throws Exception {
    StringBuilder out = new StringBuilder();
    AnnotatedCsv.write(imported.series(), result, Annotations.NONE, out);
    List<String> lines = out.toString().lines().toList();
    assertThat(out).endsWith("\n").doesNotContain("\r");
    assertThat(lines).hasSize(81).first().isEqualTo(AnnotatedCsv.HEADER);
    String[] cells = lines.get(51).split(",", -1);
    assertThat(cells[0]).isEqualTo("2024-02-23T00:00:00");
    assertThat(cells[1]).isEqualTo("900");
    assertThat(Double.parseDouble(cells[2])).isEqualTo(result.components().reconstruction()[50]);
    assertThat(Double.parseDouble(cells[3])).isEqualTo(result.components().benford()[50]);
    assertThat(Double.parseDouble(cells[4])).isEqualTo(result.score()[50]);
    assertThat(cells[5]).isEqualTo(result.isAnomaly(50) ? "1" : "0");
    double expected = result.components().expected()[50];
    double half = ExpectedBand.of(result.components()).halfWidth(50);
    assertThat(Double.parseDouble(cells[6])).isEqualTo(expected);
    assertThat(Double.parseDouble(cells[7])).isEqualTo(Math.max(0, expected - half));
    assertThat(Double.parseDouble(cells[8])).isEqualTo(expected + half);
    assertThat(cells).hasSize(10);
  }

  @Test
  void rowsOfAnAnomalyHaveItsNumberInTheList() throws Exception {
    DetectionResult found =
        new DetectionResult(
            result.settings(),
            result.components(),
            result.score(),
            result.threshold(),
            List.of(
                new Anomaly(new Segment(10, 12), 10, 20, 1, 0, 12, 11),
                new Anomaly(new Segment(50, 51), 50, 90, 1, 0, 900, 11)));
    StringBuilder out = new StringBuilder();
    AnnotatedCsv.write(imported.series(), found, Annotations.NONE, out);
    List<String> numbers =
        out.toString().lines().skip(1).map(row -> row.substring(row.lastIndexOf(',') + 1)).toList();
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i == 50 ? "1" : i == 10 || i == 11 ? "2" : "");
    }
    assertThat(out.toString().lines().toList().get(51).split(",", -1)[5]).isEqualTo("1");
  }

  /** Read again it is its value that is judged, and what was flagged before is not the truth. */
  @Test
  void anAnnotatedCsvIsReadAgainByItsValueAlone() throws Exception {
    for (int anomalies = 0; anomalies <= 4; anomalies++) {
      List<Anomaly> some = new ArrayList<>();
      for (int i = 0; i < anomalies; i++) {
        some.add(new Anomaly(new Segment(9 * i + 3, 9 * i + 6), 9 * i + 4, 50 - i, 1, 0, 10, 11));
      }
      DetectionResult found =
          new DetectionResult(
              result.settings(), result.components(), result.score(), result.threshold(), some);
      StringBuilder out = new StringBuilder();
      AnnotatedCsv.write(imported.series(), found, Annotations.NONE, out);
      ImportedSeries again =
          CsvImporter.read(TextSource.of("again.csv", out.toString()), ImportOptions.defaults());
      assertThat(again.series().name()).isEqualTo("value");
      assertThat(again.series().values()).isEqualTo(imported.series().values());
      assertThat(LabelColumn.guess(again.profile())).isEmpty();
      assertThat(again.profile().valueColumns())
          .extracting(CsvColumn::name)
          .containsExactly("value");
      assertThat(again.profile().series()).isEmpty();
    }
  }

  @Test
  void annotationsAddTwoColumnsThatNoSpreadsheetCalculates() throws Exception {
    Annotations annotations =
        new Annotations(
            List.of(
                new Annotation(
                    new Segment(50, 51), AnnotationLabel.TRUE, "=HYPERLINK(\"http://evil\")"),
                new Annotation(new Segment(60, 62), AnnotationLabel.MISSED, "")));
    StringBuilder out = new StringBuilder();
    AnnotatedCsv.write(imported.series(), result, annotations, out);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst()).isEqualTo(AnnotatedCsv.HEADER + ",mark,note");
    assertThat(lines.get(51)).endsWith(",true,\"'=HYPERLINK(\"\"http://evil\"\")\"");
    assertThat(lines.get(61)).endsWith(",missed,");
    assertThat(lines.get(1)).endsWith(",,");
  }

  /** The same table as with commas, cell by cell, and every number reads back. */
  @Test
  void spreadsheetsWithDecimalCommasGetSemicolons() throws Exception {
    Annotations note =
        new Annotations(List.of(new Annotation(new Segment(0, 1), AnnotationLabel.TRUE, "=1;2")));
    StringBuilder points = new StringBuilder();
    AnnotatedCsv.write(imported.series(), result, note, points);
    StringBuilder commas = new StringBuilder();
    AnnotatedCsv.write(
        imported.series(), result, note, Optional.empty(), CsvDialect.SEMICOLON, commas);
    List<String> lines = commas.toString().lines().toList();
    assertThat(lines.get(1)).endsWith(";true;\"'=1;2\"").doesNotContain(".");
    assertThat(commas.toString().replace(',', '.').replace(';', ','))
        .isEqualTo(points.toString().replace(';', ','));
  }

  /** What reads the table finds its columns where they always are. */
  @Test
  void columnsOfTheFileStandBehindUnderNamesOfTheirOwn() throws Exception {
    int n = imported.series().size();
    String[] cells = new String[n];
    Arrays.fill(cells, String.join("\u001F", "1", "2", "3", "=4"));
    OriginalRows rows =
        new OriginalRows(
            List.of("Value", "file.value", "mark", "vendor"),
            List.of(),
            DateOrder.AUTO,
            0,
            imported.series().values(),
            new long[n],
            cells);
    StringBuilder behind = new StringBuilder();
    AnnotatedCsv.write(
        imported.series(),
        result,
        Annotations.NONE,
        Optional.of(KeptColumns.behind(rows)),
        CsvDialect.COMMA,
        behind);
    assertThat(behind.toString().lines().limit(1))
        .containsExactly(AnnotatedCsv.HEADER + ",file.file.Value,file.value,file.mark,vendor");
    assertThat(behind.toString().lines().skip(1)).allMatch(line -> line.endsWith(",1,2,3,'=4"));
    StringBuilder before = new StringBuilder();
    AnnotatedCsv.write(
        imported.series(),
        result,
        Annotations.NONE,
        Optional.of(KeptColumns.before(rows)),
        CsvDialect.SEMICOLON,
        before);
    assertThat(before.toString()).startsWith("Value;file.value;mark;vendor;timestamp;value;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "\uff1d1"})
  void whatBeginsLikeAFormulaGetsAnApostrophe(String note) {
    assertThat(AnnotatedCsv.quoted(note)).isEqualTo("\"'" + note + "\"");
  }

  @Test
  void otherNotesAreOnlyQuoted() {
    assertThat(AnnotatedCsv.quoted("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
    assertThat(AnnotatedCsv.quoted("")).isEmpty();
  }

  @Test
  void theReportOfOneRunIsTheDocumentItself() {
    RunReport single = new RunReport(false);
    single.add(run());
    JsonNode report = JsonMapper.shared().readTree(single.json());
    assertThat(report.get("file").asString()).isEqualTo("sales.csv");
    assertThat(report.get("sha256").asString()).isEqualTo("abc");
    assertThat(report.get("settings").get("epochs").asInt()).isEqualTo(2);
    assertThat(report.get("settings").get("epochs_chosen_by").asString()).isEqualTo("user");
    assertThat(report.get("settings").get("window_chosen_by").asString()).isEqualTo("auto");
    assertThat(report.get("data").get("value_column").asString()).isEqualTo("sales");
    assertThat(report.get("data").get("first_time").asString()).startsWith("2024-01-01");
    assertThat(report.get("timings_seconds").get("import").asDouble()).isEqualTo(0.5);
    assertThat(report.get("loss_per_epoch")).hasSize(2);
    assertThat(report.get("benford").get("level").asString()).isEqualTo("does_not_apply");
    assertThat(report.get("anomalies")).hasSize(result.anomalies().size());
  }

  @Test
  void theReportOfSeveralRunsNamesTheFailedOnes() {
    RunReport report = new RunReport(true);
    report.add(run());
    report.addFailure("bad.csv", "why");
    JsonNode root = JsonMapper.shared().readTree(report.json());
    assertThat(root.propertyNames()).containsExactly("versions", "runs");
    JsonNode runs = root.get("runs");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).propertyNames()).first().isEqualTo("file");
    assertThat(runs.get(1).get("error").asString()).isEqualTo("why");
  }

  /** The keys that other programs rely on, in their order. */
  @Test
  void theReportHasItsKeysInTheirOrder() {
    RunReport single = new RunReport(false);
    single.add(run());
    JsonNode report = JsonMapper.shared().readTree(single.json());
    assertThat(report.propertyNames())
        .containsExactly(
            "versions",
            "file",
            "sha256",
            "settings",
            "data",
            "timings_seconds",
            "benford",
            "loss_per_epoch",
            "threshold",
            "anomalies",
            "candidates");
    assertThat(report.get("settings").propertyNames())
        .containsExactly(
            "fusion",
            "sensitivity",
            "seed",
            "window",
            "window_chosen_by",
            "epochs",
            "epochs_chosen_by",
            "benford_weight",
            "benford_weight_chosen_by");
    assertThat(report.get("data").propertyNames())
        .containsExactly(
            "value_column",
            "date_columns",
            "rows_read",
            "rows_dropped",
            "points",
            "first_time",
            "last_time",
            "duplicate_times",
            "minimum",
            "maximum",
            "sampling_step",
            "gaps",
            "dropped",
            "guesses",
            "notes");
    assertThat(report.get("benford").propertyNames())
        .containsExactly("level", "steps_count", "verdict");
    RunReport withAnomalies = new RunReport(false);
    withAnomalies.add(Sessions.of(400, "f.csv", "v", "").analysis());
    JsonNode anomalies = JsonMapper.shared().readTree(withAnomalies.json()).get("anomalies");
    assertThat(anomalies.get(0).propertyNames())
        .containsExactly(
            "start",
            "end",
            "peak",
            "points",
            "severity",
            "lstm_share",
            "benford_share",
            "value",
            "expected",
            "expected_low",
            "expected_high");
    JsonNode candidates = JsonMapper.shared().readTree(withAnomalies.json()).get("candidates");
    assertThat(candidates).isNotEmpty().hasSizeLessThanOrEqualTo(5);
    for (JsonNode candidate : candidates) {
      assertThat(candidate.propertyNames())
          .startsWith("start", "end", "peak", "points", "score", "value");
      assertThat(candidate.get("score").asDouble()).isLessThan(4);
    }
  }

  private static Analysis run() {
    Dataset dataset =
        Dataset.of(new SourceFile("sales.csv", 900, "abc"), ImportOptions.defaults(), imported);
    return new Analysis(dataset, result, Annotations.NONE, Map.of("import", 0.5));
  }
}
