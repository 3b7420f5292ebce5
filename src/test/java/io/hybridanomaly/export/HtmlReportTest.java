package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.analysis.TestAnalyses;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.Session.Ending;
import io.hybridanomaly.export.Session.Message;
import io.hybridanomaly.export.Session.Role;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Spacing;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {

  private static final int MAX = 100_000;

  private static String html(Session session) {
    try {
      StringBuilder out = new StringBuilder();
      HtmlReport.write(session, out);
      return out.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Session load(String html) throws Exception {
    return ReportReader.read(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)), MAX);
  }

  @Test
  void aReportWithMoreThanAPageCanShowIsRefused() {
    Session usual = Sessions.of(3_000, "sales.csv", "amount", "planned work");
    Message message = new Message(Role.VISITOR, "Why?");
    assertThatThrownBy(() -> load(html(saying(usual, Collections.nCopies(501, message)))))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith("The report holds 501 messages of the chat, more than the 500");
    Message tooLong = new Message(Role.ASSISTANT, "x".repeat(20_001));
    assertThatThrownBy(() -> load(html(saying(usual, List.of(tooLong)))))
        .hasMessageContaining("20,001 characters in one text");
    List<Annotation> many =
        IntStream.range(0, 2_001)
            .mapToObj(i -> new Annotation(new Segment(i, i + 1), AnnotationLabel.TRUE, ""))
            .toList();
    Session annotated =
        new Session(usual.analysis().annotated(new Annotations(many)), List.of(), usual.created());
    assertThatThrownBy(() -> load(html(annotated))).hasMessageContaining("2,001 annotations");
  }

  @Test
  void aNameThatHidesSomethingIsNotTakenFromAReport() throws Exception {
    Session session = Sessions.of(3_000, "x\u202Evsc.exe", "amount", "planned work");
    assertThat(load(html(session)).analysis().file().name()).isEqualTo("xvsc.exe");
  }

  private static Session saying(Session session, List<Message> messages) {
    return new Session(session.analysis(), messages, session.created());
  }

  @Test
  void aReportGivesTheWholeSessionBack() throws Exception {
    Session session = Sessions.of(3_000, "sales.csv", "amount", "planned work");
    Session restored = load(html(session));
    Analysis back = restored.analysis();
    assertThat(back.file()).isEqualTo(new SourceFile("sales.csv", 1_234, "ab12"));
    assertThat(back.series().name()).isEqualTo("amount");
    assertThat(back.series().values()).isEqualTo(session.analysis().series().values());
    assertThat(((Timestamps) back.series().times()).localMicros())
        .isEqualTo(((Timestamps) session.analysis().series().times()).localMicros());
    DetectionResult result = back.result();
    assertThat(result.settings()).isEqualTo(session.analysis().result().settings());
    assertThat(result.score()).isEqualTo(session.analysis().result().score());
    assertThat(result.threshold()).isEqualTo(session.analysis().result().threshold());
    assertThat(result.anomalies()).isEqualTo(session.analysis().result().anomalies()).isNotEmpty();
    assertThat(result.components().expected())
        .isEqualTo(session.analysis().result().components().expected());
    assertThat(result.components().lossPerEpoch()).containsExactly(0.5, 0.25);
    assertThat(result.withSensitivity(9).anomalies())
        .isEqualTo(session.analysis().result().withSensitivity(9).anomalies());
    assertThat(back.annotations()).isEqualTo(session.analysis().annotations());
    assertThat(back.dataset().summary()).isEqualTo(session.analysis().dataset().summary());
    assertThat(restored.conversation()).isEqualTo(session.conversation());
    assertThat(restored.created()).isEqualTo(session.created());
  }

  @Test
  void theReportSaysWherePointsAreMissing() {
    assertThat(html(Sessions.of(3_000, "sales.csv", "amount", "planned work")))
        .contains(
            "2 gaps (9 points missing), the longest from 2024-01-02 03:00:00 to 2024-01-02"
                + " 10:00:00")
        .contains("Empty values")
        .contains("3,001 of 3,003 rows: series pumpA");
  }

  @ParameterizedTest
  @CsvSource({"CALIBRATED,0.7", "CALIBRATED,0", "EITHER,0.7", "SUM,", "BENFORD,2", "LSTM,"})
  void fusionAndWeightComeBack(FusionMode fusion, @Nullable Double weight) throws Exception {
    Session usual = Sessions.of(1_000, "f", "v", "");
    DetectionSettings wanted =
        usual
            .analysis()
            .result()
            .settings()
            .withDetector(new DetectorKind.Hybrid(fusion))
            .withBenfordWeight(weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight));
    DetectionResult judged = usual.analysis().result().judgedAs(wanted);
    DetectionResult back =
        load(html(with(usual, judged, usual.conversation()))).analysis().result();
    assertThat(back.settings()).isEqualTo(wanted);
    assertThat(back.benfordWeight()).isEqualTo(judged.benfordWeight());
    assertThat(back.score()).isEqualTo(judged.score());
    assertThat(back.threshold()).isEqualTo(judged.threshold());
    assertThat(back.anomalies()).isEqualTo(judged.anomalies());
  }

  @Test
  void stoppedAndFailedAnswersComeBackAndCanBeRead() throws Exception {
    Session usual = Sessions.of(400, "f", "v", "");
    List<Message> said =
        List.of(
            new Message(Role.VISITOR, "One?"),
            new Message(Role.ASSISTANT, "Half", Ending.STOPPED, ""),
            new Message(Role.VISITOR, "Two?"),
            new Message(Role.ASSISTANT, "", Ending.FAILED, "It <b>broke</b> off."));
    String html = html(with(usual, usual.analysis().result(), said));
    assertThat(load(html).conversation()).isEqualTo(said);
    assertThat(html).contains("<p>Stopped before its end.</p>", "It &lt;b&gt;broke&lt;/b&gt; off.");
  }

  @Test
  void aConversationOfAnEarlierVersionIsComplete() throws Exception {
    String html = html(Sessions.of(400, "f", "v", ""));
    String earlier =
        html.replaceAll("(?s),\\s*\"ending\" : \"COMPLETE\",\\s*\"reason\" : \"\"", "");
    assertThat(earlier).hasSizeLessThan(html.length()).doesNotContain("\"ending\"");
    assertThat(load(earlier).conversation()).isEqualTo(load(html).conversation()).hasSize(2);
  }

  private static Session with(Session session, DetectionResult result, List<Message> conversation) {
    return new Session(session.analysis().judged(result), conversation, session.created());
  }

  @Test
  void rowNumbersZonesAndLabelsComeBackToo() throws Exception {
    Session hourly = Sessions.of(400, "f", "v", "");
    int[] rows = IntStream.range(0, 400).map(i -> 3 * i + 2).toArray();
    byte[] labels = new byte[400];
    labels[7] = 1;
    Session numbered =
        with(
            hourly,
            new TimeSeries("v", new RowNumbers(rows), hourly.analysis().series().values()),
            labels);
    Session back = load(html(numbered));
    assertThat(((RowNumbers) back.analysis().series().times()).rows()).isEqualTo(rows);
    assertThat(back.analysis().dataset().labels()).isEqualTo(labels);

    long[] micros = ((Timestamps) hourly.analysis().series().times()).localMicros();
    int[] offsets = IntStream.range(0, 400).map(i -> i < 200 ? 3_600 : 7_200).toArray();
    offsets[3] = Timestamps.NO_OFFSET;
    Session zoned =
        with(
            hourly,
            new TimeSeries(
                "v", new Timestamps(micros, offsets), hourly.analysis().series().values()),
            null);
    assertThat(((Timestamps) load(html(zoned)).analysis().series().times()).offsetSeconds())
        .isEqualTo(offsets);

    short[] nanos = new short[400];
    nanos[5] = 999;
    Session fine =
        with(
            hourly,
            new TimeSeries(
                "v", new Timestamps(micros, null, nanos), hourly.analysis().series().values()),
            null);
    assertThat(load(html(fine)).analysis().series().times().text(5))
        .isEqualTo(fine.analysis().series().times().text(5))
        .endsWith("999");
  }

  /** A series with gaps that was judged in the order of its points is still known as such. */
  @Test
  void whereTheDetectorSawGapsComesBack() throws Exception {
    Session even = Sessions.of(400, "f", "v", "");
    DetectionResult result = even.analysis().result();
    ComponentScores scores = result.components();
    Spacing spacing = Spacing.ofNumbers(new double[] {17, 4, 200, 0});
    ComponentScores spaced =
        new ComponentScores(
            new Samples(scores.values(), spacing),
            scores.reconstruction(),
            scores.pointwise(),
            scores.benford(),
            scores.expected(),
            scores.magnitude(),
            scores.rarity(),
            scores.outlying(),
            scores.regime(),
            scores.lossPerEpoch(),
            scores.window(),
            scores.epochs(),
            scores.applicability());
    DetectionResult judged =
        new DetectionResult(
            result.settings(), spaced, result.score(), result.threshold(), result.anomalies());
    Session back = load(html(with(even, judged, List.of())));
    assertThat(back.analysis().result().components().samples().spacing()).isEqualTo(spacing);
    assertThat(load(html(even)).analysis().result().components().samples().spacing())
        .isEqualTo(Spacing.EVEN);
  }

  private static Session with(Session session, TimeSeries series, byte @Nullable [] labels) {
    Analysis analysis = session.analysis();
    return new Session(
        new Analysis(
            TestAnalyses.dataset("f", series, labels),
            analysis.result(),
            analysis.annotations(),
            Map.of()),
        session.conversation(),
        session.created());
  }

  @Test
  void itShowsSettingsHashAnomaliesNotesAndConversation() {
    String html = html(Sessions.of(1_000, "sales.csv", "amount", "planned work"));
    assertThat(html)
        .contains("<h1>sales.csv</h1>")
        .contains("SHA-256 of the file</th><td>ab12")
        .contains("Seed</th><td>42")
        .contains("Sensitivity</th><td>4.5")
        .contains("Marked as false alarm: planned work")
        .contains("Marked as missed")
        .contains("The score peaks at")
        .contains("Why? planned work")
        .contains("djl</th>")
        .contains("<svg");
    assertThat(html.split("class=\"band\" x=", -1)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "<!-- --><!--<script>",
        "]]><style>@import url(http://evil)</style>",
        "&lt;script&gt;",
        "\u2028\u2029\u0000\u001b"
      })
  void nothingFromOutsideBecomesMarkup(String hostile) throws Exception {
    Session session = Sessions.of(400, hostile, hostile, hostile);
    String html = html(session);
    assertThat(Pattern.compile("<script").matcher(html).results().count()).isEqualTo(2);
    assertThat(html.split("</script>", -1)).hasSize(3);
    assertThat(html).doesNotContain("<img").doesNotContain("<svg onload");
    assertThat(Pattern.compile("<style").matcher(html).results().count()).isEqualTo(1);
    assertThat(Pattern.compile("<[^>]*\\son\\w+\\s*=").matcher(html).find()).isFalse();
    assertThat(Pattern.compile("<!--").matcher(html).results().count()).isEqualTo(1);
    assertThat(load(html).analysis().file().name())
        .isEqualTo(hostile.startsWith("\u2028") ? "series.csv" : hostile);
    assertThat(load(html).analysis().annotations()).isEqualTo(session.analysis().annotations());
  }

  @Test
  void anAnswerIsShownAsItsMarkdownMeans() throws Exception {
    List<Message> said =
        List.of(
            new Message(Role.VISITOR, "Which **month**?"),
            new Message(Role.ASSISTANT, "## From your data\n\nMarch: **495.4**"));
    String html = html(saying(Sessions.of(400, "f.csv", "v", ""), said));
    assertThat(html)
        .contains("<pre>Which **month**?</pre>")
        .contains("<h4>From your data</h4>")
        .contains("<p>March: <strong>495.4</strong></p>");
    assertThat(load(html).conversation()).isEqualTo(said);
  }

  @Test
  void noScriptRunsAndNothingIsLoaded() {
    String html = html(Sessions.of(400, "f.csv", "v", ""));
    assertThat(html).contains("content=\"default-src 'none'; style-src 'unsafe-inline'");
    assertThat(html.indexOf("Content-Security-Policy")).isLessThan(html.indexOf("<title>"));
    assertThat(Pattern.compile("(src|href|url)\\s*[=(]").matcher(html).find()).isFalse();
  }

  @Test
  void theMachineReadableBlockIsJson() {
    String html = html(Sessions.of(400, "f<.csv", "v", ""));
    int from = html.indexOf(HtmlReport.FACTS_START) + HtmlReport.FACTS_START.length();
    String json = html.substring(from, html.indexOf("</script>", from));
    JsonNode root = JsonMapper.shared().readTree(json);
    assertThat(root.get("file").asString()).isEqualTo("f<.csv");
    assertThat(root.get("anomalies")).hasSize(2);
    assertThat(root.get("anomalies").get(0).get("explanation").asString())
        .contains("The score peaks at");
    assertThat(root.get("annotations").get(1).get("verdict").asString()).isEqualTo("false_alarm");
    assertThat(root.get("settings").get("seed").asLong()).isEqualTo(42);
  }

  @Test
  void whatIsNoReportIsRefusedInAPlainSentence() {
    String html = html(Sessions.of(400, "f.csv", "v", ""));
    assertThat(ReportReader.isReport(html.substring(0, 200).getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(ReportReader.isReport("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThatThrownBy(() -> load("<html></html>"))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("no report of this application");
    assertThatThrownBy(() -> load(html.substring(0, html.length() - 200)))
        .isInstanceOf(ReportException.class);
    assertThatThrownBy(() -> load(html.replace("\"seed\" : 42", "\"sead\" : 42")))
        .hasMessageContaining("facts cannot be read");
    assertThatThrownBy(() -> load(html.replace("\"window\" : 24", "\"window\" : 900")))
        .hasMessageContaining("window does not fit");
    int data = html.indexOf(HtmlReport.DATA_START) + HtmlReport.DATA_START.length();
    assertThatThrownBy(() -> load(html.substring(0, data) + "%%%" + html.substring(data)))
        .hasMessageContaining("damaged");
  }

  @Test
  void columnsOfALaterVersionArePassedOverAndMissingOnesAreNamed() throws Exception {
    Session session = Sessions.of(400, "f.csv", "v", "");
    String html = html(session);
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("later", new double[400]);
    for (String name : PointsDocument.of(session.analysis()).columns()) {
      columns.put(name, new double[400]);
    }
    columns.put("values", session.analysis().series().values());
    SeriesBlock block = new SeriesBlock(Sessions.hours(400), null, columns);
    int from = html.indexOf(HtmlReport.DATA_START) + HtmlReport.DATA_START.length();
    String points = html.substring(from, html.indexOf("</script>", from));
    String later =
        html.replace(
            points, Json.text(new PointsDocument(List.copyOf(columns.keySet()), block.encode())));
    assertThat(load(later).analysis().series().values())
        .isEqualTo(session.analysis().series().values());
    assertThatThrownBy(() -> load(html.replace("\"magnitude\"", "\"strength\"")))
        .hasMessageContaining("its columns are not those of a report");
    assertThatThrownBy(() -> load(html.replace("\"magnitude\"", "\"expected\"")))
        .hasMessageContaining("its columns are not those of a report");
  }

  @Test
  void tooLongASeriesIsRefusedBeforeItTakesMemory() {
    String html = html(Sessions.of(400, "f.csv", "v", ""));
    assertThatThrownBy(
            () ->
                ReportReader.read(
                    new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)), 399))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("400 points, more than the 399");
  }

  @Test
  void theJsonAloneHoldsTheSameFacts() {
    Session session = Sessions.of(400, "f.csv", "v", "n");
    JsonNode root = JsonMapper.shared().readTree(SessionJson.write(session));
    assertThat(root.get("sha256").asString()).isEqualTo("ab12");
    assertThat(root.get("conversation")).hasSize(2);
    assertThat(List.of("versions", "settings", "data", "threshold")).allMatch(root::has);
  }
}
