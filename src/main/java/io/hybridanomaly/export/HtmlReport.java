package io.hybridanomaly.export;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Candidate;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.DataCheck.Fact;
import io.hybridanomaly.export.Session.Message;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session as one HTML file that needs nothing else: charts are pictures inside it, and the points
 * are in it too, so that {@link ReportReader} can give the session back. It runs no script and
 * loads nothing; its own Content-Security-Policy forbids both, whatever a file name or a note may
 * hold.
 *
 * <p>A million points make a report of 42 MB, as measured: what the network computes hardly
 * compresses.
 */
public final class HtmlReport {

  /** Tells a report from other HTML files. */
  static final String MARK = "<!-- hybrid-anomaly-detector report";

  static final String FACTS_START = "<script type=\"application/json\" id=\"session\">";
  static final String DATA_START = "<script type=\"application/json\" id=\"points\">";

  /** Before the points of version 1.0. */
  static final String FIRST_DATA_START = "<script type=\"text/plain\" id=\"points\">";

  static final String BLOCK_END = "</script>";

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'";

  private static final String STYLE = resource("report.css");

  private final Session session;
  private final Analysis analysis;
  private final DetectionResult result;
  private final TimeAxis times;
  private final TimeText text;
  private final Markup out = new Markup();
  private final Optional<LedgerReading> ledger;

  private HtmlReport(Session session, Optional<LedgerSource> rows) {
    this.session = session;
    this.analysis = session.analysis();
    this.result = analysis.result();
    this.times = analysis.series().times();
    this.text = new TimeText(times);
    boolean noted = rows.filter(source -> !source.notes().isEmpty()).isPresent();
    ledger = isLedger() || noted ? Optional.of(LedgerReading.of(rows)) : Optional.empty();
  }

  /** Writes the report of a series whose rows are not at hand. */
  public static void write(Session session, Appendable target) throws IOException {
    write(session, Optional.empty(), target);
  }

  /**
   * Writes the report; its points are held in memory as text meanwhile.
   *
   * @param rows those of the file, read if it looks like a ledger or a person noted some
   */
  public static void write(Session session, Optional<LedgerSource> rows, Appendable target)
      throws IOException {
    HtmlReport report = new HtmlReport(session, rows);
    head(report.out, MARK + " 2 -->\n", "Anomalies in " + report.analysis.file().name());
    report.summary();
    report.charts();
    report.anomalies();
    report.candidates();
    report.ledger.ifPresent(reading -> LedgerSection.write(reading, report.out));
    report.tables();
    report.conversation();
    target.append(report.out.toString());
    report.blocks(target);
  }

  /**
   * Begins a page up to its content.
   *
   * @param mark a comment that tells what kind of page it is
   * @param title of the whole; untrusted
   */
  static void head(Markup out, String mark, String title) {
    out.raw("<!DOCTYPE html>\n" + mark)
        .raw("<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .element("title", title)
        .raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n");
  }

  private boolean isLedger() {
    DataSummary summary = analysis.dataset().summary();
    return Ledger.isLikely(summary.duplicateTimes(), summary.points());
  }

  private void summary() {
    int anomalies = result.anomalies().size();
    int flagged = result.anomalies().stream().mapToInt(Anomaly::length).sum();
    // What repeats or is round in a ledger is nothing that a course over time could show.
    String where = isLedger() ? " over time" : "";
    out.raw("<header>\n")
        .element("h1", analysis.file().name())
        .element(
            "p",
            anomalies == 0
                ? "Nothing abnormal%s in %,d points.".formatted(where, analysis.series().size())
                : "%s%s, %,d of %,d points%s."
                    .formatted(
                        NumberText.count(anomalies, "anomaly"),
                        where,
                        flagged,
                        analysis.series().size(),
                        analysis.annotations().falseAlarms(result.anomalies(), Locale.ENGLISH)))
        .element("p", result.components().applicability().summary());
    ledger.ifPresent(
        reading ->
            out.raw("<p>Copies, duplicates, limits and round amounts ")
                .raw(reading.ledger().isPresent() ? "stand under " : "were not looked for, see ")
                .raw("<a href=\"#ledger\">Ledger</a>.</p>\n"));
    out.raw("</header>\n");
  }

  private void charts() {
    ComponentScores components = result.components();
    ExpectedBand band = ExpectedBand.of(components);
    out.raw("<section>\n")
        .element("h2", analysis.series().name())
        .raw(
            new SvgChart(times, "The series, its expected values and the anomalies", 300)
                .numbered()
                .bands(result.anomalies())
                .around(components.expected(), band::low, band::high)
                .line(components.expected(), "expected")
                .line(analysis.series().values(), "value")
                .svg())
        .raw("<p class=\"key\"><span class=\"value\">value</span>")
        .raw("<span class=\"expected\">expected</span><span class=\"band\">anomaly</span></p>\n")
        .element("h2", "Anomaly score and threshold")
        .raw(
            new SvgChart(times, "The anomaly score and the threshold", 200)
                .numbered()
                .bands(result.anomalies())
                .line(result.score(), "score")
                .level(result.threshold())
                .svg())
        .raw("</section>\n");
  }

  private void anomalies() {
    out.raw("<section>\n").element("h2", "Anomalies");
    // In the order of their numbers in the pictures, as on the page.
    List<Anomaly> anomalies = result.ranked();
    List<String> explanations = AnomalyTexts.of(times, result, anomalies);
    for (int i = 0; i < anomalies.size(); i++) {
      Anomaly anomaly = anomalies.get(i);
      out.raw("<article>\n")
          .element("h3", "%d. %s".formatted(i + 1, text.of(anomaly.segment())))
          .element(
              "p",
              "Severity %.0f, %s."
                  .formatted(anomaly.severity(), NumberText.count(anomaly.length(), "point")));
      if (i < explanations.size()) {
        out.element("p", explanations.get(i));
      }
      analysis.annotations().of(anomaly).ifPresent(this::annotation);
      out.raw("</article>\n");
    }
    if (anomalies.isEmpty()) {
      out.element(
          "p", isLedger() ? "None over time at this sensitivity." : "None at this sensitivity.");
    }
    Annotations annotations = analysis.annotations();
    for (Annotation annotation : annotations.beside(anomalies)) {
      out.raw("<article>\n").element("h3", text.of(annotation.segment()));
      annotation(annotation);
      out.raw("</article>\n");
    }
    out.raw("</section>\n");
  }

  private void annotation(Annotation annotation) {
    out.raw("<p class=\"annotation\">").text("Marked as " + annotation.label().text());
    if (!annotation.note().isBlank()) {
      out.text(": " + annotation.note());
    }
    out.raw("</p>\n");
  }

  /** What comes next below the threshold. */
  private void candidates() {
    List<Candidate> candidates = result.candidates();
    if (candidates.isEmpty()) {
      return;
    }
    out.raw("<section>\n").element("h2", "Not flagged, the most unusual");
    for (Candidate candidate : candidates) {
      out.raw("<article>\n")
          .element("h3", text.of(candidate.segment()))
          .element(
              "p",
              "Around %s (%s), %s."
                  .formatted(
                      text.of(candidate.peak()),
                      NumberText.of(analysis.series().values()[candidate.peak()]),
                      candidate.sensitivity().isPresent()
                          ? "flagged from sensitivity "
                              + NumberText.of(candidate.sensitivity().getAsDouble())
                          : candidate.score() < analysis.result().threshold()
                              ? "below every threshold"
                              : "no reading is unusual by itself"))
          .raw("</article>\n");
    }
    out.raw("</section>\n");
  }

  private void tables() {
    out.raw("<section>\n").element("h2", "Settings").raw("<table>\n");
    SettingsTable.rows(result).forEach(out::row);
    out.raw("</table>\n</section>\n<section>\n").element("h2", "Data").raw("<table>\n");
    for (Fact fact : DataCheck.of(analysis.dataset())) {
      out.row(fact.name(), fact.text());
    }
    out.row(
        "SHA-256 of the file",
        analysis.file().sha256().isEmpty() ? "not known" : analysis.file().sha256());
    out.raw("</table>\n</section>\n<section>\n").element("h2", "Made with").raw("<table>\n");
    BuildInfo.versions().forEach(out::row);
    out.row("created", session.created().toString());
    out.row(
        "loss per epoch",
        Arrays.stream(result.components().lossPerEpoch())
            .mapToObj(NumberText::of)
            .collect(Collectors.joining(", ")));
    out.raw("</table>\n</section>\n");
  }

  private void conversation() {
    if (session.conversation().isEmpty()) {
      return;
    }
    out.raw("<section>\n").element("h2", "Conversation");
    for (Message message : session.conversation()) {
      boolean visitor = message.role() == Session.Role.VISITOR;
      out.raw(visitor ? "<div class=\"said visitor\">" : "<div class=\"said assistant\">")
          .element("h3", visitor ? "Question" : "Answer");
      if (visitor) {
        out.element("pre", message.text());
      } else {
        AnswerMarkup.write(message.text(), out);
      }
      switch (message.ending()) {
        case COMPLETE -> {}
        case STOPPED -> out.element("p", "Stopped before its end.");
        case FAILED -> out.element("p", message.reason());
      }
      out.raw("</div>\n");
    }
    out.raw("</section>\n");
  }

  private void blocks(Appendable target) throws IOException {
    target
        .append("<footer><p>Load this file into the detector to go on where it was made.</p>")
        .append("</footer>\n</main>\n")
        .append(FACTS_START)
        .append(scriptSafe(SessionJson.write(session)))
        .append(BLOCK_END)
        .append('\n')
        .append(DATA_START)
        .append(scriptSafe(Json.text(PointsDocument.of(analysis))))
        .append(BLOCK_END)
        .append("\n</body>\n</html>\n");
  }

  /** JSON stays the same when these characters of its strings are written as escapes. */
  static String scriptSafe(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (@Nullable InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
