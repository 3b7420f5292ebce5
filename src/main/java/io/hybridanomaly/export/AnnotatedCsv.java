package io.hybridanomaly.export;

import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.TimeSeries;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The series with its scores and the number of the anomaly that a point lies in, as the page lists
 * them: one row per point in time order, UTF-8, LF, one header line, comma and decimal point unless
 * another dialect is chosen. All columns of the file may stand beside its own. Its own cells are
 * times and numbers made by this application, so none can start a formula in a spreadsheet but by
 * being a negative number. A person's notes and the cells of the file are the exception: one that a
 * spreadsheet could take for a formula gets an apostrophe in front.
 */
public final class AnnotatedCsv {

  /** The header line, with commas. */
  public static final String HEADER =
      "timestamp,value,reconstruction_score,benford_score,anomaly_score,is_anomaly,"
          + "expected,expected_low,expected_high,anomaly";

  private static final String MARK_COLUMNS = ",mark,note";

  private AnnotatedCsv() {}

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
    write(series, result, annotations, Optional.empty(), CsvDialect.COMMA, out);
  }

  /**
   * Writes the table beside all columns of the file.
   *
   * @param kept the columns of the file, and where they stand; empty for the table alone
   * @param dialect separates cells and decimals
   */
  public static void write(
      TimeSeries series,
      DetectionResult result,
      Annotations annotations,
      Optional<KeptColumns> kept,
      CsvDialect dialect,
      Appendable out)
      throws IOException {
    if (kept.isPresent() && kept.get().rows().size() != series.size()) {
      throw new IllegalArgumentException("rows of another series");
    }
    @Nullable Annotation[] annotationOf = new Annotation[series.size()];
    for (Annotation annotation : annotations.all()) {
      Arrays.fill(annotationOf, annotation.segment().from(), annotation.segment().to(), annotation);
    }
    boolean annotated = !annotations.all().isEmpty();
    ComponentScores components = result.components();
    ExpectedBand band = ExpectedBand.of(components);
    int[] numbers = result.numbers();
    char separator = dialect.separator();
    header(annotated, kept, dialect, out);
    for (int i = 0; i < series.size(); i++) {
      List<String> cells = kept.isPresent() ? kept.get().rows().cells(i) : List.of();
      if (kept.isPresent()) {
        out.append(kept.get().head(cells, dialect));
      }
      double expected = components.expected()[i];
      out.append(series.times().text(i));
      append(out, dialect, series.values()[i]);
      append(out, dialect, components.reconstruction()[i]);
      append(out, dialect, components.benford()[i]);
      append(out, dialect, result.score()[i]);
      out.append(separator).append(numbers[i] > 0 ? '1' : '0');
      append(out, dialect, expected);
      append(out, dialect, band.low(i, expected));
      append(out, dialect, band.high(i, expected));
      out.append(separator).append(numbers[i] > 0 ? Integer.toString(numbers[i]) : "");
      if (annotated) {
        Annotation annotation = annotationOf[i];
        out.append(separator).append(annotation == null ? "" : annotation.label().id());
        out.append(separator).append(annotation == null ? "" : quoted(annotation.note()));
      }
      if (kept.isPresent()) {
        out.append(kept.get().tail(cells, dialect));
      }
      out.append('\n');
    }
  }

  private static void append(Appendable out, CsvDialect dialect, double value) throws IOException {
    out.append(dialect.separator()).append(dialect.number(value));
  }

  private static void header(
      boolean annotated, Optional<KeptColumns> kept, CsvDialect dialect, Appendable out)
      throws IOException {
    List<String> taken = List.of((HEADER + MARK_COLUMNS).split(","));
    List<String> names = kept.map(columns -> columns.names(taken)).orElse(List.of());
    out.append(kept.map(columns -> columns.head(names, dialect)).orElse(""))
        .append((HEADER + (annotated ? MARK_COLUMNS : "")).replace(',', dialect.separator()))
        .append(kept.map(columns -> columns.tail(names, dialect)).orElse(""))
        .append('\n');
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
