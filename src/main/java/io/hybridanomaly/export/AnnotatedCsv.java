package io.hybridanomaly.export;

import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.series.TimeSeries;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The series with its scores: one row per point in time order, UTF-8, comma, LF, one header line.
 * All cells are times and numbers made by this application, so none can start a formula in a
 * spreadsheet but by being a negative number. A person's notes are the exception: a note that a
 * spreadsheet could take for a formula gets an apostrophe in front.
 */
public final class AnnotatedCsv {

  /** The header line. */
  public static final String HEADER =
      "timestamp,value,reconstruction_score,benford_score,anomaly_score,is_anomaly,"
          + "expected,expected_low,expected_high";

  private static final String MARK_COLUMNS = ",mark,note";

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
    write(series, result, Annotations.NONE, out);
  }

  /**
   * Writes the table with what a person said: if there are annotations, two more columns hold the
   * verdict and the note at every point of each annotation.
   *
   * @param series the series that was detected on
   * @param result its result, with as many points
   * @param annotations where points have several, the one that begins last counts
   * @param out receives the text; not closed
   */
  public static void write(
      TimeSeries series, DetectionResult result, Annotations annotations, Appendable out)
      throws IOException {
    write(series, result, annotations, Optional.empty(), out);
  }

  /**
   * Writes the table behind all columns of the file. In those a cell that a spreadsheet could take
   * for a formula gets an apostrophe in front; negative numbers stay as they are.
   *
   * @param kept the rows of the file, one for each point; empty for the table alone
   */
  public static void write(
      TimeSeries series,
      DetectionResult result,
      Annotations annotations,
      Optional<OriginalRows> kept,
      Appendable out)
      throws IOException {
    if (kept.isPresent() && kept.get().size() != series.size()) {
      throw new IllegalArgumentException("rows of another series");
    }
    @Nullable Annotation[] annotationOf = new Annotation[series.size()];
    for (Annotation annotation : annotations.all()) {
      Arrays.fill(annotationOf, annotation.segment().from(), annotation.segment().to(), annotation);
    }
    boolean annotated = !annotations.all().isEmpty();
    ComponentScores components = result.components();
    ExpectedBand band = ExpectedBand.of(components);
    boolean[] flags = result.flags();
    out.append(kept.map(rows -> cells(rows.columns())).orElse(""));
    out.append(HEADER).append(annotated ? MARK_COLUMNS : "").append('\n');
    for (int i = 0; i < series.size(); i++) {
      if (kept.isPresent()) {
        out.append(cells(kept.get().cells(i)));
      }
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
          .append(',')
          .append(PlainDecimal.format(components.expected()[i]))
          .append(',')
          .append(PlainDecimal.format(band.low(i, components.expected()[i])))
          .append(',')
          .append(PlainDecimal.format(band.high(i, components.expected()[i])));
      if (annotated) {
        Annotation annotation = annotationOf[i];
        out.append(',').append(annotation == null ? "" : annotation.label().id());
        out.append(',').append(annotation == null ? "" : quoted(annotation.note()));
      }
      out.append('\n');
    }
  }

  /** Cells as they are written, each with a comma behind it. */
  private static String cells(List<String> cells) {
    return cells.stream().map(cell -> SafeCell.csv(cell) + ",").collect(Collectors.joining());
  }

  /** A cell of free text, which can neither end its row nor be taken for a formula. */
  static String quoted(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String apostrophe = SafeCell.beginsLikeFormula(text) ? "'" : "";
    return '"' + apostrophe + text.replace("\"", "\"\"") + '"';
  }
}
