package io.hybridanomaly.export;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Gives back the session that an {@link HtmlReport} holds. Only its two blocks of data are read;
 * nothing of the markup is, so a changed report can at worst hold other data.
 */
public final class ReportReader {

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
        SeriesBlock.decode(
            between(html, HtmlReport.DATA_START), HtmlReport.DATA_COLUMNS, maxPoints);
    SessionJson.Restored facts =
        SessionJson.read(between(html, HtmlReport.FACTS_START), block.times().size());
    double[][] columns = block.columns();
    TimeSeries series = new TimeSeries(facts.valueColumn(), block.times(), columns[0]);
    int n = series.size();
    if (facts.window() < 1 || facts.window() > n || facts.epochs() < 1) {
      throw ReportException.damaged("its window does not fit its series");
    }
    ComponentScores components =
        new ComponentScores(
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            columns[4],
            columns[5],
            facts.losses(),
            facts.window(),
            facts.epochs(),
            Applicability.of(columns[0]));
    DetectionResult unjudged =
        new DetectionResult(facts.settings(), components, new double[n], 0, List.of());
    return new Session(
        facts.file(),
        facts.sha256(),
        series,
        block.labels(),
        facts.dataCheck(),
        unjudged.withDetector(facts.settings().detector()),
        facts.annotations(),
        facts.conversation(),
        facts.created());
  }

  private static String between(String html, String start) throws ReportException {
    int from = html.indexOf(start);
    int to = from < 0 ? -1 : html.indexOf(HtmlReport.BLOCK_END, from);
    if (to < 0) {
      throw new ReportException(
          "This is no report of this application, or not a whole one: choose the file that the"
              + " page saved.");
    }
    return html.substring(from + start.length(), to);
  }
}
