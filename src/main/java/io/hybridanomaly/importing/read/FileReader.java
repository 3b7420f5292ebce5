package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.points.GrowingPoints;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.importing.text.RecordReader;
import io.hybridanomaly.importing.text.TextStart;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a whole file once, row by row, as a {@link ReadPlan} says. */
public final class FileReader {

  private final ReadPlan plan;
  private final int[] dateColumns;
  private final int valueColumn;
  private final int labelColumn;
  private final NumberParser numbers;
  private final @Nullable TimeReader times;
  private final HiddenRows hiddenRows;
  private final Tally tally = new Tally();

  private final GrowingPoints points;
  private int missingValues;
  private int missingLabels;

  private FileReader(ReadPlan plan) {
    this.plan = plan;
    this.dateColumns = plan.columns().dates().stream().mapToInt(Integer::intValue).toArray();
    this.valueColumn = plan.columns().value();
    this.labelColumn = plan.columns().label();
    this.numbers = new NumberParser(plan.decimal(), plan.thousands());
    DateReading dates = plan.dates();
    this.times = dates == null ? null : new TimeReader(dates);
    this.hiddenRows = new HiddenRows(plan);
    this.points = new GrowingPoints(times != null, labelColumn >= 0);
  }

  /**
   * Reads a whole file.
   *
   * @throws ImportException if a row or label makes the whole file unusable
   * @throws java.nio.charset.CharacterCodingException if the encoding is another one
   */
  public static FileReading read(CsvSource source, ReadPlan plan)
      throws ImportException, IOException {
    return new FileReader(plan).read(source);
  }

  private FileReading read(CsvSource source) throws ImportException, IOException {
    int quotes = 0;
    long done = 0;
    while (true) {
      StrayQuote stray = readBelow(source, done);
      if (stray == null) {
        return result();
      }
      boolean stop = ++quotes > RecordReader.MOST_OPEN_QUOTES;
      tally.row();
      tally.drop(stray.problem(stop));
      if (stop) {
        return result();
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
                text, layout.delimiter(), layout.quote(), layout.comments(), linesDone)) {
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
        if (above > 0) {
          above--;
        } else if (records.spansLines() && hiddenRows.isIn(record)) {
          return new StrayQuote(records.firstLine(), records.lastLine());
        } else {
          row(record, records);
        }
      }
    }
  }

  private void row(CsvRow record, RecordReader records) throws ImportException {
    tally.row();
    if (tally.rows() > plan.maxRows()) {
      throw new ImportException(
          String.format(
              Locale.ROOT,
              "The file has more than %,d rows: split it or shorten it.",
              plan.maxRows()));
    }
    if (!fits(record)) {
      int found = record.size();
      DropReason reason =
          found < plan.layout().width() ? DropReason.TOO_FEW_FIELDS : DropReason.TOO_MANY_FIELDS;
      if (tally.wants(reason)) {
        tally.drop(
            new ImportProblem.WrongFieldCount(
                records.firstLine(), records.lastLine(), plan.layout().width(), found));
      } else {
        tally.drop(reason);
      }
      return;
    }
    if (time(record, records)) {
      value(record, records);
    }
  }

  /** A delimiter at the end of a line makes no field. */
  private boolean fits(CsvRow record) {
    int width = plan.layout().width();
    if (record.size() < width) {
      return false;
    }
    for (int i = width; i < record.size(); i++) {
      if (!record.isEmpty(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean time(CsvRow record, RecordReader records) {
    if (times == null) {
      return true;
    }
    TimeReader.Status status =
        dateColumns.length == 1
            ? times.read(record.text(), record.from(dateColumns[0]), record.to(dateColumns[0]))
            : times.read(record::get, plan.columns().dates());
    if (status == TimeReader.Status.TIME) {
      return true;
    }
    boolean missing = status == TimeReader.Status.MISSING;
    DropReason reason = missing ? DropReason.MISSING_TIME : DropReason.UNREADABLE_TIME;
    drop(reason, dateColumns[0], record, records);
    return false;
  }

  private String joined(CsvRow record) {
    StringBuilder text = new StringBuilder();
    for (int column : dateColumns) {
      text.append(text.isEmpty() ? "" : " ").append(record.get(column));
    }
    return text.toString();
  }

  private void value(CsvRow record, RecordReader records) throws ImportException {
    double value = numbers.parse(record.text(), record.from(valueColumn), record.to(valueColumn));
    switch (numbers.status()) {
      case NUMBER -> keep(value, record, records);
      case MISSING -> {
        missingValues++;
        if (plan.keepMissing()) {
          keep(Double.NaN, record, records);
        } else {
          drop(DropReason.MISSING_VALUE, valueColumn, record, records);
        }
      }
      case INFINITE -> drop(DropReason.INFINITE_VALUE, valueColumn, record, records);
      case UNREADABLE -> drop(DropReason.UNREADABLE_VALUE, valueColumn, record, records);
    }
  }

  private void keep(double value, CsvRow record, RecordReader records) throws ImportException {
    if (times == null) {
      points.add(tally.rows(), value);
    } else {
      points.add(times.localMicros(), times.nanos(), times.offsetSeconds(), value);
    }
    if (labelColumn >= 0) {
      points.label(label(record, records));
    }
  }

  private byte label(CsvRow record, RecordReader records) throws ImportException {
    String cell = Blanks.strip(record.get(labelColumn));
    if (MissingTokens.isMissing(cell)) {
      missingLabels++;
      return 0;
    }
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "0", "0.0", "false", "no" -> 0;
      case "1", "1.0", "true", "yes" -> 1;
      default ->
          throw new ImportException(
              "Line %d, column “%s”: “%s” is not 0 or 1; mend it or choose another label column."
                  .formatted(
                      records.firstLine(),
                      Blanks.shorten(plan.name(labelColumn)),
                      Blanks.shorten(cell)),
              records.firstLine(),
              plan.name(labelColumn));
    };
  }

  private void drop(DropReason reason, int column, CsvRow record, RecordReader records) {
    if (tally.wants(reason)) {
      String cell = column == valueColumn ? record.get(column) : joined(record);
      tally.drop(
          new ImportProblem.BadCell(
              records.firstLine(),
              reason,
              Blanks.shorten(plan.name(column)),
              Blanks.shorten(cell)));
    } else {
      tally.drop(reason);
    }
  }

  private FileReading result() {
    return new FileReading(
        plan, points.toPoints(), tally, numbers, times, missingValues, missingLabels);
  }
}
