package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.RecordReader;
import java.util.List;
import java.util.Locale;

/** Hands the records of a table to the reader of their series and counts the others. */
final class RowReader {

  private final ReadPlan plan;
  private final int width;
  private final boolean several;
  private final SeriesRows series;
  private final OtherTable otherTable;
  private final NumberParser numbers;
  private final Tally tally = new Tally();
  private long points;

  /**
   * @param all whether every series of the table is read, not only one
   * @param sink sees the rows of a series that is read alone
   */
  RowReader(ReadPlan plan, boolean all, RowSink sink) {
    this.plan = plan;
    this.width = plan.layout().width();
    this.several = !plan.columns().keys().isEmpty();
    this.otherTable = new OtherTable(plan);
    this.series =
        all && several ? new EverySeries(plan, otherTable) : new OneSeries(plan, otherTable, sink);
    this.numbers = plan.numbers().parser();
  }

  Tally tally() {
    return tally;
  }

  /**
   * Takes a record.
   *
   * @return false if another table starts with it or started before, so that nothing more is read
   * @throws ImportException if a row or label makes the whole file unusable
   */
  boolean read(CsvRow record, RecordReader records) throws ImportException {
    tally.row();
    if (tally.rows() > plan.limits().maxRows() || points > plan.limits().maxRows()) {
      throw new ImportException(
          String.format(
              Locale.ROOT,
              "The file has more than %,d rows: split it or shorten it.",
              plan.limits().maxRows()));
    }
    if (!fits(record)) {
      return wrongWidth(record, records);
    }
    if (several && !belongs(record, records)) {
      return otherTable.line() == 0;
    }
    PointReader reader = series.readerOf(record);
    if (reader == null) {
      return true;
    }
    int before = reader.size();
    boolean more = reader.read(record, records, tally.rows());
    points += reader.size() - before;
    if (!more) {
      tally.forgetRows(2);
    }
    return more;
  }

  private boolean wrongWidth(CsvRow record, RecordReader records) {
    int found = record.size();
    DropReason reason = found < width ? DropReason.TOO_FEW_FIELDS : DropReason.TOO_MANY_FIELDS;
    if (tally.wants(reason)) {
      tally.drop(
          new ImportProblem.WrongFieldCount(records.firstLine(), records.lastLine(), width, found));
    } else {
      tally.drop(reason);
    }
    return !otherTable.startsWithOtherWidth(record, records.firstLine());
  }

  /** A delimiter at the end of a line makes no field. */
  private boolean fits(CsvRow record) {
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

  /**
   * Whether a row of a table of several series is one of a series: names of columns, repeated or of
   * another table, are no name of a series.
   */
  private boolean belongs(CsvRow record, RecordReader records) {
    if (otherTable.isPending() && otherTable.startsBefore(0, false)) {
      tally.forgetRows(2);
      tally.forgetLastDrop();
      return false;
    }
    if (otherTable.isNames(record) && !isNumber(record)) {
      if (otherTable.isHeader(record, records.firstLine())) {
        tally.drop(DropReason.REPEATED_HEADER, records.firstLine());
      } else {
        int column = plan.columns().value();
        String name = Blanks.shorten(plan.name(column));
        String cell = Blanks.shorten(record.get(column));
        tally.drop(
            new ImportProblem.BadCell(
                records.firstLine(), DropReason.UNREADABLE_VALUE, name, cell));
      }
      return false;
    }
    otherTable.passedLine(records.lastLine());
    return true;
  }

  private boolean isNumber(CsvRow record) {
    int column = plan.columns().value();
    numbers.parse(record.text(), record.from(column), record.to(column));
    return numbers.status() == NumberParser.Status.NUMBER;
  }

  /**
   * Everything that was read, one for each series that is read; at least one.
   *
   * @throws ImportException if the series that the user named is not there
   */
  List<FileReading> results() throws ImportException {
    return series.results(tally);
  }
}
