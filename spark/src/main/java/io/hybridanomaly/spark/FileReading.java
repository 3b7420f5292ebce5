package io.hybridanomaly.spark;

import io.hybridanomaly.cli.NamedSeries;
import io.hybridanomaly.cli.UsageException;
import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** Reads a file with the importer of {@code detect}: its series, or why there are none. */
final class FileReading implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final TaskOptions options;
  private final SerializableConfiguration configuration;

  /**
   * @param configuration of file systems
   */
  FileReading(TaskOptions options, SerializableConfiguration configuration) {
    this.options = options;
    this.configuration = configuration;
  }

  @Override
  public Iterator<Row> call(Row file) {
    String shown = file.getString(0);
    CsvSource source = new RemoteFile(file.getString(1), configuration.value());
    List<Row> rows = new ArrayList<>();
    try {
      for (NamedSeries series :
          NamedSeries.read(
              shown, source, options.input(), file.getBoolean(2), options.groupColumn())) {
        rows.add(ReadRows.of(series, folder(shown), options));
      }
    } catch (UsageException e) {
      throw new IllegalStateException("the driver has read these options", e);
    } catch (IOException e) {
      String problem =
          "%s: the file could not be read (%s): retry.".formatted(shown, e.getMessage());
      rows.add(
          ReadRows.of(
              new NamedSeries(shown, source.name(), null, null, problem), folder(shown), options));
    }
    return rows.iterator();
  }

  /** The folder of a file: the files in it are a group if no column says otherwise. */
  private static String folder(String path) {
    int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return end < 0 ? "." : path.substring(0, end);
  }
}
