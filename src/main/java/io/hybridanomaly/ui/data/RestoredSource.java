package io.hybridanomaly.ui.data;

import io.hybridanomaly.export.PlainDecimal;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The points of a loaded report as the CSV file they could have come from.
 *
 * @param session what the report holds
 */
record RestoredSource(Session session) implements CsvSource {

  @Override
  public String name() {
    return session.file();
  }

  /** How it is to be read: nothing in it needs a guess. */
  ImportOptions options() {
    ImportOptions options =
        ImportOptions.defaults()
            .withDateColumns(
                session.series().times() instanceof RowNumbers
                    ? ColumnSelection.none()
                    : ColumnSelection.of("1"))
            .withValueColumn("2");
    return session.labels() == null ? options : options.withLabelColumn("3");
  }

  private static String timeHeader(TimeAxis times) {
    return switch (times) {
      case RowNumbers ignored -> "row";
      case Timestamps ignored -> "time";
      case ElapsedTimes elapsed -> "elapsed (%s)".formatted(elapsed.unit().symbol());
    };
  }

  @Override
  public InputStream open() {
    TimeAxis times = session.series().times();
    double[] values = session.series().values();
    byte[] labels = session.labels();
    StringBuilder text = new StringBuilder();
    text.append(timeHeader(times))
        .append(',')
        .append('"')
        .append(session.series().name().replace("\"", "\"\""))
        .append(labels == null ? "\"\n" : "\",label\n");
    for (int i = 0; i < values.length; i++) {
      String time = times instanceof ElapsedTimes elapsed ? elapsed.number(i) : times.text(i);
      text.append(time).append(',').append(PlainDecimal.format(values[i]));
      if (labels != null) {
        text.append(',').append(labels[i]);
      }
      text.append('\n');
    }
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
