package io.hybridanomaly.export;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.FileNames;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Spacing;
import io.hybridanomaly.series.TimeSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Gives back the session that an {@link HtmlReport} holds. Only its two blocks of data are read;
 * nothing of the markup is, so a changed report can at worst hold other data.
 */
public final class ReportReader {

  private static final int MOST_ANNOTATIONS = 2_000;
  private static final int MOST_MESSAGES = 500;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_LINES = 1_000;

  /** Facts of a million points with an anomaly at every hundredth take 3 MB. */
  private static final int MOST_FACTS = 16 << 20;

  private ReportReader() {}

  /** Whether a file begins like a report, by its first bytes. */
  public static boolean isReport(byte[] head) {
    return new String(head, StandardCharsets.UTF_8).contains(HtmlReport.MARK);
  }

  /**
   * Reads a report.
   *
   * @param in the file; not closed
   * @param maxPoints longest series that is accepted
   * @throws ReportException if it is no report, damaged or too long
   * @throws IOException if the stream breaks off
   */
  public static Session read(InputStream in, int maxPoints) throws IOException, ReportException {
    String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    SeriesBlock block =
        PointsDocument.read(
            between(html, HtmlReport.DATA_START, HtmlReport.FIRST_DATA_START), maxPoints);
    String facts = between(html, HtmlReport.FACTS_START);
    if (facts.length() > MOST_FACTS) {
      throw tooMuch("text", facts.length(), MOST_FACTS);
    }
    RunDocument document = SessionJson.read(facts);
    try {
      checkSizes(document);
      return session(document, block);
    } catch (RuntimeException e) {
      // Whatever a foreign document makes go wrong here means the same to its reader.
      throw SessionJson.unreadable();
    }
  }

  /** A page shows all of it: what nobody could have made by hand is refused. */
  private static void checkSizes(RunDocument document) throws ReportException {
    List<RunDocument.Said> annotations = Objects.requireNonNull(document.annotations());
    List<Session.Message> messages = Objects.requireNonNull(document.conversation());
    DataDocument data = document.data();
    check("annotations", annotations.size(), MOST_ANNOTATIONS);
    check("messages of the chat", messages.size(), MOST_MESSAGES);
    List<String> others = Objects.requireNonNullElse(data.otherColumns(), List.of());
    check("notes", data.notes().size(), MOST_LINES);
    check("columns", others.size(), MOST_LINES);
    check("reasons for rows left out", data.dropped().size(), MOST_LINES);
    int longest =
        Stream.of(
                annotations.stream().map(RunDocument.Said::note),
                messages.stream().flatMap(said -> Stream.of(said.text(), said.reason())),
                data.notes().stream(),
                others.stream(),
                data.dropped().keySet().stream(),
                Stream.of(document.file(), document.sha256(), data.valueColumn()),
                Stream.of(data.dateColumns(), data.firstTime(), data.lastTime()))
            .flatMap(texts -> texts)
            .mapToInt(String::length)
            .max()
            .orElse(0);
    check("characters in one text", longest, LONGEST_TEXT);
  }

  private static void check(String what, int count, int most) throws ReportException {
    if (count > most) {
      throw tooMuch(what, count, most);
    }
  }

  private static ReportException tooMuch(String what, int count, int most) {
    return new ReportException(
        "The report holds %,d %s, more than the %,d that a page can show: save it again from the"
                .formatted(count, what, most)
            + " page it came from.");
  }

  /** The session that both parts make together. */
  static Session session(RunDocument document, SeriesBlock block) throws ReportException {
    Dataset dataset =
        dataset(
            new SourceFile(
                FileNames.seen(document.file(), "series.csv"),
                document.bytes() == null ? 0 : document.bytes(),
                document.sha256()),
            document.data(),
            block);
    TimeSeries series = dataset.series();
    Annotations annotations =
        new Annotations(
            Objects.requireNonNull(document.annotations()).stream()
                .map(said -> said.toAnnotation(series.size()))
                .toList());
    return new Session(
        new Analysis(dataset, result(document, block, series.values()), annotations, Map.of()),
        Objects.requireNonNull(document.conversation()),
        Objects.requireNonNull(document.created()));
  }

  /** The series with its facts. */
  static Dataset dataset(SourceFile file, DataDocument data, SeriesBlock block) {
    DataSummary summary = data.toSummary();
    TimeSeries series =
        new TimeSeries(
            summary.valueColumn(),
            block.times(),
            Objects.requireNonNull(block.columns().get(PointsDocument.VALUES)));
    return new Dataset(file, ImportOptions.defaults(), summary, series, block.labels());
  }

  private static DetectionResult result(RunDocument document, SeriesBlock block, double[] values)
      throws ReportException {
    DetectionSettings settings = document.settings().toSettings();
    int window = document.settings().window();
    int epochs = document.settings().epochs();
    if (window < 1 || window > values.length || epochs < 1) {
      throw ReportException.damaged("its window does not fit its series");
    }
    double[] losses = document.lossPerEpoch();
    // Reports of before have none: their points were judged in their order.
    double[] places = block.columns().get(PointsDocument.STEP);
    Spacing spacing = places == null ? Spacing.EVEN : Spacing.ofPlaces(places);
    ComponentScores components =
        new ComponentScores(
            new Samples(values, spacing),
            column(block, PointsDocument.RECONSTRUCTION),
            column(block, PointsDocument.SHARP),
            column(block, PointsDocument.BENFORD),
            column(block, PointsDocument.EXPECTED),
            column(block, PointsDocument.MAGNITUDE),
            known(block, PointsDocument.RARITY),
            ComponentScores.outlying(known(block, PointsDocument.OUTLYING)),
            known(block, PointsDocument.REGIME),
            Arrays.copyOf(losses, Math.min(losses.length, DetectionSettings.MAX_EPOCHS)),
            window,
            epochs,
            Applicability.of(values));
    return new DetectionResult(settings, components, new double[values.length], 0, List.of())
        .withDetector(settings.detector());
  }

  /** A column that reports of before do not have: 0 everywhere there. */
  private static double[] known(SeriesBlock block, String name) {
    return block
        .columns()
        .getOrDefault(name, new double[column(block, PointsDocument.VALUES).length]);
  }

  private static double[] column(SeriesBlock block, String name) {
    return Objects.requireNonNull(block.columns().get(name));
  }

  private static String between(String html, String... starts) throws ReportException {
    for (String start : starts) {
      int from = html.indexOf(start);
      int to = from < 0 ? -1 : html.indexOf(HtmlReport.BLOCK_END, from);
      if (to >= 0) {
        return html.substring(from + start.length(), to);
      }
    }
    throw new ReportException(
        "This is no report of this application, or not a whole one: choose the file that the"
            + " page saved.");
  }
}
