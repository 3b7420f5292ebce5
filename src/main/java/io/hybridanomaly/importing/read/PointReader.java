package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.points.GrowingPoints;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.points.TimeScale;
import io.hybridanomaly.importing.profile.Across;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.importing.text.RecordReader;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the records of one series into points, one by one, as a {@link ReadPlan} says. */
final class PointReader {

  private final ReadPlan plan;
  private final RowSink sink;
  private final int[] dateColumns;
  private final int valueColumn;
  private final int labelColumn;
  private final double[] codes;
  private final NumberParser numbers;
  private final @Nullable TimeReader times;
  private final @Nullable AcrossReader across;
  private final OtherTable otherTable;
  private final BlockWatch blocks;
  private final GroupWatch groups;
  private final Tally tally = new Tally();
  private final GrowingPoints points;

  private int missingValues;
  private int missingLabels;

  /**
   * @param otherTable what is known of a second table below the first, the same for all series
   * @param sink sees the rows that give points
   */
  PointReader(ReadPlan plan, OtherTable otherTable, RowSink sink) {
    this.plan = plan;
    this.sink = sink;
    this.dateColumns = plan.columns().dates().stream().mapToInt(Integer::intValue).toArray();
    this.valueColumn = plan.columns().value();
    this.labelColumn = plan.columns().across() == null ? plan.columns().label() : -1;
    this.codes = plan.numbers().sortedCodes();
    this.numbers = plan.numbers().parser();
    DateReading dates = plan.dates();
    this.times = dates == null ? null : new TimeReader(dates);
    Across wide = plan.columns().across();
    this.across = wide == null ? null : new AcrossReader(wide);
    this.otherTable = otherTable;
    this.blocks = new BlockWatch(plan.columns().watched());
    this.groups = new GroupWatch(plan.columns().group());
    boolean dated = times != null || wide != null;
    this.points = new GrowingPoints(dated, labelColumn >= 0, scale(dates));
  }

  private static TimeScale scale(@Nullable DateReading dates) {
    if (dates == null || !dates.style().isElapsed()) {
      return TimeScale.CALENDAR;
    }
    String symbol = dates.style().unit();
    return new TimeScale(
        Arrays.stream(ElapsedTimes.Unit.values())
            .filter(unit -> unit.symbol().equals(symbol))
            .findFirst()
            .orElseThrow(),
        false);
  }

  /** Number of points so far. */
  int size() {
    return points.size();
  }

  /**
   * Takes a record of the table's width.
   *
   * @param row number of the data row, from 1
   * @return false if another table starts with it, so that nothing more is read
   * @throws ImportException if a label makes the whole file unusable
   */
  boolean read(CsvRow record, RecordReader records, int row) throws ImportException {
    return across == null ? point(record, records, row) : acrossPoints(record, records, across);
  }

  private boolean point(CsvRow record, RecordReader records, int row) throws ImportException {
    if (times != null) {
      times.orderChange().on(records.firstLine());
    }
    TimeReader.Status status =
        times == null ? TimeReader.Status.TIME : times.read(record, dateColumns);
    double value = numbers.parse(record.text(), record.from(valueColumn), record.to(valueColumn));
    NumberParser.Status found = numbers.status();
    if (found == NumberParser.Status.UNREADABLE
        && (times == null || status == TimeReader.Status.UNREADABLE)
        && otherTable.isHeader(record, records.firstLine())) {
      tally.drop(DropReason.REPEATED_HEADER, records.firstLine());
      return true;
    }
    if (status != TimeReader.Status.TIME) {
      drop(reason(status), dateColumns[0], record, records);
      return true;
    }
    long micros = times == null ? 0 : times.localMicros();
    boolean number = found == NumberParser.Status.NUMBER;
    if (number && otherTable.isPending() && otherTable.startsBefore(micros, times != null)) {
      tally.forgetLastDrop();
      return false;
    }
    value(value, found, record, records, row);
    blocks.see(record, micros);
    if (number) {
      otherTable.passed(micros, records.lastLine());
    }
    return true;
  }

  private static DropReason reason(TimeReader.Status status) {
    return switch (status) {
      case MISSING -> DropReason.MISSING_TIME;
      case YEARLY -> DropReason.YEARLY_VALUE;
      default -> DropReason.UNREADABLE_TIME;
    };
  }

  private void value(
      double value, NumberParser.Status status, CsvRow record, RecordReader records, int row)
      throws ImportException {
    boolean code = codes.length > 0 && Arrays.binarySearch(codes, value) >= 0;
    switch (code ? NumberParser.Status.MISSING : status) {
      case NUMBER -> keep(value, record, records, row);
      case MISSING -> {
        missingValues++;
        if (plan.keepMissing()) {
          keep(Double.NaN, record, records, row);
        } else {
          drop(DropReason.MISSING_VALUE, valueColumn, record, records);
        }
      }
      case INFINITE -> drop(DropReason.INFINITE_VALUE, valueColumn, record, records);
      case UNREADABLE -> drop(DropReason.UNREADABLE_VALUE, valueColumn, record, records);
    }
  }

  private void keep(double value, CsvRow record, RecordReader records, int row)
      throws ImportException {
    sink.kept(record, records.firstLine(), value);
    groups.see(record);
    if (times == null) {
      points.add(row, value);
    } else {
      points.add(times.localMicros(), times.nanos(), times.offsetSeconds(), value);
    }
    if (labelColumn >= 0) {
      points.label(label(record, records));
    }
  }

  /** One point for each column of a table that runs across; empty cells give none. */
  private boolean acrossPoints(CsvRow record, RecordReader records, AcrossReader wide) {
    TimeReader.Status status =
        times == null ? TimeReader.Status.TIME : times.read(record, dateColumns);
    if (status != TimeReader.Status.TIME) {
      drop(reason(status), dateColumns[0], record, records);
      return true;
    }
    wide.start(times == null ? 0 : times.localMicros());
    groups.see(record);
    int offset = times == null ? Timestamps.NO_OFFSET : times.offsetSeconds();
    int unreadable = 0;
    for (int i = 0; i < wide.size(); i++) {
      int column = wide.column(i);
      double value = numbers.parse(record.text(), record.from(column), record.to(column));
      boolean code = codes.length > 0 && Arrays.binarySearch(codes, value) >= 0;
      NumberParser.Status found = code ? NumberParser.Status.MISSING : numbers.status();
      if (found == NumberParser.Status.NUMBER && wide.exists(i)) {
        points.add(wide.micros(i), 0, offset, value);
      } else if (found == NumberParser.Status.MISSING) {
        missingValues += wide.exists(i) ? 1 : 0;
        if (plan.keepMissing() && wide.exists(i)) {
          points.add(wide.micros(i), 0, offset, Double.NaN);
        }
      } else if (wide.exists(i) && unreadable++ == 0) {
        drop(DropReason.UNREADABLE_VALUE, column, record, records);
      }
    }
    return true;
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
      boolean time = dateColumns.length > 0 && column == dateColumns[0];
      String cell = time ? joined(record) : record.get(column);
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

  private String joined(CsvRow record) {
    StringBuilder text = new StringBuilder();
    for (int column : dateColumns) {
      text.append(text.isEmpty() ? "" : " ").append(record.get(column));
    }
    return text.toString();
  }

  /**
   * Everything that was read.
   *
   * @param shared what was counted of rows that belong to no series
   * @param series the series in the table and this one; empty if there is one
   */
  FileReading result(Tally shared, Optional<SeriesChoice> series) {
    RawPoints read = points.toPoints();
    return new FileReading(
        plan,
        read,
        shared.with(tally),
        read.values().length + tally.rowsDropped(),
        numbers,
        times,
        missingValues,
        missingLabels,
        series,
        otherTable.line(),
        blocks.tellsSeriesApart(),
        groups.found());
  }
}
