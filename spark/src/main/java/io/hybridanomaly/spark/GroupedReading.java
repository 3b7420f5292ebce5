package io.hybridanomaly.spark;

import io.hybridanomaly.cli.NamedSeries;
import io.hybridanomaly.cli.UsageException;
import io.hybridanomaly.export.PlainDecimal;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.HeaderChoice;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads series from rows (id, time, value, group) that are sorted by id. Each is written as the CSV
 * that it would be and read with the importer: all options hold, and results equal those of that
 * CSV.
 */
final class GroupedReading implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private static final String TIME = "time";
  private static final String VALUE = "value";
  private static final String GROUP = "group";

  private final TaskOptions options;
  private final String table;
  private final boolean timed;
  private final boolean quotes;
  private final boolean grouped;

  /**
   * @param table what the table is called, for messages
   * @param timed whether rows have a time
   * @param quotes whether times are free text
   */
  GroupedReading(TaskOptions options, String table, boolean timed, boolean quotes) {
    this.options = options;
    this.table = table;
    this.timed = timed;
    this.quotes = quotes;
    this.grouped = options.groupColumn().isPresent();
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    ImportOptions reading = importOptions();
    return new Iterator<>() {

      private @Nullable Row next = rows.hasNext() ? rows.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Row next() {
        Row row = next;
        if (row == null) {
          throw new NoSuchElementException();
        }
        String id = row.getString(0);
        StringBuilder text = new StringBuilder(header());
        while (row != null && row.getString(0).equals(id)) {
          append(row, text);
          row = rows.hasNext() ? rows.next() : null;
        }
        next = row;
        return read(id, text.toString(), reading);
      }
    };
  }

  private String header() {
    return (timed ? TIME + "," : "") + VALUE + (grouped ? "," + GROUP : "") + "\n";
  }

  private void append(Row row, StringBuilder text) {
    if (timed) {
      String time = row.isNullAt(1) ? "" : row.getString(1);
      text.append(quotes ? quoted(time) : time).append(',');
    }
    boolean written = !row.isNullAt(2) && Double.isFinite(row.getDouble(2));
    text.append(written ? PlainDecimal.format(row.getDouble(2)) : "\"\"");
    if (grouped) {
      text.append(',').append(quoted(row.isNullAt(3) ? "" : row.getString(3)));
    }
    text.append('\n');
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private Row read(String id, String text, ImportOptions reading) {
    try {
      return ReadRows.of(
          NamedSeries.one(
              "%s (%s)".formatted(table, id),
              id,
              new Text(id, text.getBytes(StandardCharsets.UTF_8)),
              reading),
          table,
          options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportOptions importOptions() {
    try {
      ImportOptions chosen = options.input().importOptions();
      return (grouped ? chosen.withGroupColumn(GROUP) : chosen)
          .withoutSeries()
          .withoutLabelColumn()
          .withDateColumns(timed ? ColumnSelection.of(TIME) : ColumnSelection.none())
          .withValueColumn(VALUE)
          .withCharset(StandardCharsets.UTF_8)
          .withDelimiter(',')
          .withQuote('"')
          .withHeader(HeaderChoice.PRESENT)
          .withDecimal(DecimalSeparator.POINT);
    } catch (UsageException e) {
      throw new IllegalStateException("the driver has read these options", e);
    }
  }

  /** Text in memory. */
  private record Text(String name, byte[] bytes) implements CsvSource {

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
