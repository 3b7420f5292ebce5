package io.hybridanomaly.export;

import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.HeaderChoice;
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
 * @param saved what the report holds
 */
public record RestoredSource(Dataset saved) implements CsvSource {

  @Override
  public String name() {
    return saved.file().name();
  }

  /** How it is to be read: nothing in it needs a guess. */
  public ImportOptions options() {
    ImportOptions options =
        ImportOptions.defaults()
            .withDateColumns(
                saved.series().times() instanceof RowNumbers
                    ? ColumnSelection.none()
                    : ColumnSelection.of("1"))
            .withValueColumn("2")
            .withHeader(HeaderChoice.PRESENT);
    return saved.labels() == null ? options : options.withLabelColumn("3");
  }

  /** What the file called its times, if that is known; a count of time says its unit. */
  private String timeHeader() {
    String known = String.join(" + ", saved.summary().dateColumns());
    return switch (saved.series().times()) {
      case RowNumbers ignored -> "row";
      case Timestamps ignored -> known.isBlank() ? "time" : known;
      case ElapsedTimes elapsed -> "elapsed (%s)".formatted(elapsed.unit().symbol());
    };
  }

  @Override
  public InputStream open() {
    TimeAxis times = saved.series().times();
    double[] values = saved.series().values();
    byte[] labels = saved.labels();
    StringBuilder text = new StringBuilder();
    text.append(quoted(timeHeader()))
        .append(',')
        .append(quoted(saved.series().name()))
        .append(labels == null ? "\n" : ",label\n");
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

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
