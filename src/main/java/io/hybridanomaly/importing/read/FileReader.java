package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.text.BlankRuns;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.RecordReader;
import io.hybridanomaly.importing.text.TextStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a whole file once, row by row, as a {@link ReadPlan} says. */
public final class FileReader {

  private final ReadPlan plan;
  private final RowReader rows;
  private final HiddenRows hiddenRows;

  private FileReader(ReadPlan plan, boolean all, RowSink sink) {
    this.plan = plan;
    this.rows = new RowReader(plan, all, sink);
    this.hiddenRows = new HiddenRows(plan);
  }

  /**
   * Reads a whole file.
   *
   * @throws ImportException if a row or label makes the whole file unusable
   * @throws java.nio.charset.CharacterCodingException if the encoding is another one
   */
  public static FileReading read(CsvSource source, ReadPlan plan)
      throws ImportException, IOException {
    return read(source, plan, RowSink.NONE);
  }

  /**
   * Reads a whole file.
   *
   * @param sink sees each row that gives a point, in the order of the file; of a table whose times
   *     run across it sees none
   * @throws ImportException if a row or label makes the whole file unusable
   * @throws java.nio.charset.CharacterCodingException if the encoding is another one
   */
  public static FileReading read(CsvSource source, ReadPlan plan, RowSink sink)
      throws ImportException, IOException {
    return new FileReader(plan, false, sink).read(source).get(0);
  }

  /**
   * Reads every series of a file in one go.
   *
   * @return a reading of each series, in the order of the file; at least one
   * @throws ImportException if a row or label makes the whole file unusable
   * @throws java.nio.charset.CharacterCodingException if the encoding is another one
   */
  public static List<FileReading> readAll(CsvSource source, ReadPlan plan)
      throws ImportException, IOException {
    return new FileReader(plan.with(Optional.empty()), true, RowSink.NONE).read(source);
  }

  private List<FileReading> read(CsvSource source) throws ImportException, IOException {
    int quotes = 0;
    long done = 0;
    while (true) {
      StrayQuote stray = readBelow(source, done);
      if (stray == null) {
        return rows.results();
      }
      boolean stop = ++quotes > RecordReader.MOST_OPEN_QUOTES;
      rows.tally().row();
      rows.tally().drop(stray.problem(stop));
      if (stop) {
        return rows.results();
      }
      done = stray.line();
    }
  }

  /**
   * A quote that makes no sense.
   *
   * @param line where it opens
   * @param closed where it closes, around rows of the table; 0 if it never does
   */
  private record StrayQuote(long line, long closed) {

    ImportProblem problem(boolean restLeftOut) {
      return closed == 0
          ? new ImportProblem.UnclosedQuote(line, restLeftOut)
          : new ImportProblem.QuoteAroundRows(line, closed, restLeftOut);
    }
  }

  /**
   * Reads the rows below a line.
   *
   * @return the first stray quote; null if there is none
   */
  private @Nullable StrayQuote readBelow(CsvSource source, long linesDone)
      throws ImportException, IOException {
    Layout layout = plan.layout();
    try (InputStream in = source.open();
        InputStreamReader bytes =
            new InputStreamReader(
                in,
                plan.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE));
        Reader text =
            linesDone == 0 ? TextStart.withoutMark(bytes) : TextStart.below(linesDone, bytes);
        RecordReader records =
            new RecordReader(
                BlankRuns.joined(text, layout.delimiter()),
                layout.delimiter(),
                layout.quote(),
                layout.comments(),
                linesDone)) {
      int above = linesDone == 0 ? layout.recordsBeforeData() : 0;
      while (true) {
        CsvRow record;
        try {
          record = records.next();
        } catch (ImportException quote) {
          if (above > 0 || quote.line().isEmpty()) {
            throw quote;
          }
          return new StrayQuote(quote.line().getAsLong(), 0);
        }
        if (record == null) {
          return null;
        }
        checkLength(record, records);
        if (above > 0) {
          above--;
        } else if (records.spansLines() && hiddenRows.isIn(record)) {
          return new StrayQuote(records.firstLine(), records.lastLine());
        } else if (!rows.read(record, records)) {
          return null;
        }
      }
    }
  }

  /** A row of several lines is bounded by {@link RecordReader}. */
  private void checkLength(CsvRow record, RecordReader records) throws ImportException {
    if (record.length() > plan.limits().maxLineLength() && !records.spansLines()) {
      throw new ImportException(
          String.format(
              Locale.ROOT,
              "Line %d has more than %,d characters: leave out columns or shorten the texts in it.",
              records.lastLine(),
              plan.limits().maxLineLength()));
    }
  }
}
