package io.hybridanomaly.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.TableLimits;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.HtmlReport;
import io.hybridanomaly.export.LedgerSource;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesLoaderTest {

  private static final ImportOptions OPTIONS = ImportOptions.defaults().withMaxRows(1_000);

  private static SeriesLoader.Outcome open(CsvSource source) {
    List<SeriesLoader.Outcome> outcomes = new ArrayList<>();
    new SeriesLoader(Runnable::run, new TableLimits(1_000_000, 5, 400, 100))
        .open(source, 1 << 20, OPTIONS, outcomes::add);
    assertThat(outcomes).hasSize(1);
    return outcomes.getFirst();
  }

  private static LoadedSeries load(CsvSource source) {
    SeriesLoader.Outcome outcome = open(source);
    assertThat(outcome).isInstanceOf(SeriesLoader.Outcome.Loaded.class);
    return ((SeriesLoader.Outcome.Loaded) outcome).series();
  }

  private static String csv(String header) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < 80; i++) {
      text.append("2024-01-01T%02d:%02d:00,%d.5,%d%n".formatted(i / 60, i % 60, i % 9, i / 79));
    }
    return text.toString();
  }

  @Test
  void aLabelColumnIsFoundByItsName() {
    assertThat(load(TextSource.of("a.csv", csv("t,load,is_anomaly"))).imported().labels())
        .hasSize(80)
        .endsWith((byte) 1);
    assertThat(load(TextSource.of("a.csv", csv("t,load,door"))).imported().labels()).isNull();
  }

  @Test
  void theHashIsThatOfTheBytes() {
    // Computed with sha256sum from "v" and the numbers 1 to 40, one on each line.
    StringBuilder text = new StringBuilder("v\n");
    for (int i = 1; i <= 40; i++) {
      text.append(i).append('\n');
    }
    assertThat(load(TextSource.of("a.csv", text.toString())).dataset().file().sha256())
        .isEqualTo("3be89047bf201ee4885c1ae179f3f28b0797f48c97249448e6916a6b4c42ed67");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"load", "a \"quoted\", header", "=cmd|' /C calc'!A0", "<script>", "label"})
  void aReportRestoresItsSession(String column) throws Exception {
    LoadedSeries loaded =
        load(TextSource.of("a.csv", csv("t,\"" + column.replace("\"", "\"\"") + "\",is_anomaly")));
    Session session = session(loaded);
    StringBuilder html = new StringBuilder();
    HtmlReport.write(session, html);
    SeriesLoader.Outcome outcome = open(TextSource.of("a-report.html", html.toString()));
    assertThat(outcome).isInstanceOf(SeriesLoader.Outcome.Restored.class);
    SeriesLoader.Outcome.Restored restored = (SeriesLoader.Outcome.Restored) outcome;
    assertThat(restored.series().source().name()).isEqualTo("a.csv");
    assertThat(restored.series().dataset().file()).isEqualTo(loaded.dataset().file());
    assertThat(restored.series().imported().series().values())
        .isEqualTo(loaded.imported().series().values());
    assertThat(restored.series().imported().labels()).isEqualTo(loaded.imported().labels());
    assertThat(restored.session().analysis().annotations())
        .isEqualTo(session.analysis().annotations());
    assertThat(restored.session().analysis().result().score())
        .isEqualTo(session.analysis().result().score());
  }

  /** Its points would pass for rows, and equal ones for copies. */
  @Test
  void aReportHoldsNoRowsOfALedger() throws Exception {
    LoadedSeries loaded = load(TextSource.of("a.csv", csv("t,load,is_anomaly")));
    assertThat(LedgerSource.of(loaded, Map.of())).isPresent();
    StringBuilder html = new StringBuilder();
    HtmlReport.write(session(loaded), html);
    LoadedSeries restored =
        ((SeriesLoader.Outcome.Restored) open(TextSource.of("r.html", html.toString()))).series();
    assertThat(LedgerSource.of(restored, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zeit", "Date", "2024", "a \"quoted\" day"})
  void theColumnOfTheTimesKeepsItsNameInAReport(String column) throws Exception {
    String file = csv("\"" + column.replace("\"", "\"\"") + "\",load,is_anomaly");
    StringBuilder html = new StringBuilder();
    HtmlReport.write(session(load(TextSource.of("a.csv", file))), html);
    LoadedSeries restored =
        ((SeriesLoader.Outcome.Restored) open(TextSource.of("r.html", html.toString()))).series();
    assertThat(restored.imported().profile().dateColumns())
        .extracting(CsvColumn::name)
        .containsExactly(column);
    assertThat(restored.series().size()).isEqualTo(80);
  }

  @Test
  void aDamagedReportIsRefusedInAPlainSentence() throws Exception {
    StringBuilder html = new StringBuilder();
    HtmlReport.write(session(load(TextSource.of("a.csv", csv("t,load,door")))), html);
    SeriesLoader.Outcome outcome =
        open(TextSource.of("r.html", html.substring(0, html.length() - 300)));
    assertThat(outcome).isInstanceOf(SeriesLoader.Outcome.Refused.class);
    assertThat(((SeriesLoader.Outcome.Refused) outcome).message()).contains("not a whole one");
  }

  @Test
  void aFileThatIsTooWideIsRefused() {
    assertThat(refusal("a,b,c,d,e,f")).contains("6 columns, more than the 5");
  }

  @Test
  void aWiderFileMayHaveFewerRows() {
    // 400 cells are 80 rows of five columns, and there are 90.
    assertThat(refusal("a,b,c,d,e")).contains("80");
    assertThat(open(TextSource.of("a.csv", wide("a,b,c,d"))))
        .isInstanceOf(SeriesLoader.Outcome.Loaded.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with a \"\"quote\"\""})
  void aLineThatIsTooLongIsRefused(String note) {
    String file = csv("t,load,note") + "2024-01-02,1,\"" + note + " ".repeat(90) + "x\"\n";
    assertThat(open(TextSource.of("a.csv", file)))
        .isEqualTo(
            new SeriesLoader.Outcome.Refused(
                "a.csv",
                "Line 82 has more than 100 characters: leave out columns or shorten the texts in"
                    + " it."));
    assertThat(open(TextSource.of("a.csv", file.replace(" ".repeat(90), ""))))
        .isInstanceOf(SeriesLoader.Outcome.Loaded.class);
  }

  private static String wide(String header) {
    String row = header.replaceAll("[a-z]", "1.5");
    return header + "\n" + (row + "\n").repeat(90);
  }

  private static String refusal(String header) {
    SeriesLoader.Outcome outcome = open(TextSource.of("a.csv", wide(header)));
    assertThat(outcome).isInstanceOf(SeriesLoader.Outcome.Refused.class);
    return ((SeriesLoader.Outcome.Refused) outcome).message();
  }

  private static Session session(LoadedSeries loaded) {
    double[] values = loaded.imported().series().values();
    double[] score = new double[values.length];
    score[40] = 50;
    DetectionResult result =
        new DetectionResult(
                DetectionSettings.defaults(),
                new ComponentScores(
                    values,
                    score,
                    new double[values.length],
                    values.clone(),
                    score,
                    new double[] {1},
                    8,
                    1,
                    Applicability.of(values)),
                score,
                0,
                List.of())
            .withDetector(DetectorKind.calibrated());
    Analysis analysis =
        new Analysis(loaded.dataset(), result)
            .annotated(
                new Annotations(
                    List.of(new Annotation(new Segment(40, 41), AnnotationLabel.TRUE, "n"))));
    return new Session(analysis, List.of(), Instant.EPOCH);
  }
}
