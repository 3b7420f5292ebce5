package io.hybridanomaly.export;

import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;
import java.io.IOException;

/**
 * The series with its scores: one row per point in time order, UTF-8, comma, LF, one header line.
 * All cells are times and numbers made by this application, so none can start a formula in a
 * spreadsheet but by being a negative number.
 */
public final class AnnotatedCsv {

  /** The header line. */
  public static final String HEADER =
      "timestamp,value,reconstruction_score,benford_score,anomaly_score,is_anomaly";

  private AnnotatedCsv() {}

  /**
   * Writes the table.
   *
   * @param series the series that was detected on
   * @param result its result, with as many points
   * @param out receives the text; not closed
   */
  public static void write(TimeSeries series, DetectionResult result, Appendable out)
      throws IOException {
    ComponentScores components = result.components();
    boolean[] flags = result.flags();
    out.append(HEADER).append('\n');
    for (int i = 0; i < series.size(); i++) {
      out.append(series.times().text(i))
          .append(',')
          .append(PlainDecimal.format(series.values()[i]))
          .append(',')
          .append(PlainDecimal.format(components.reconstruction()[i]))
          .append(',')
          .append(PlainDecimal.format(components.benford()[i]))
          .append(',')
          .append(PlainDecimal.format(result.score()[i]))
          .append(',')
          .append(flags[i] ? '1' : '0')
          .append('\n');
    }
  }
}
