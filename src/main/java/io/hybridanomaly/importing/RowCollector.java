package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.read.FileReader;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.shape.ShapedPoints;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects the rows behind the points of a file, in a reading of their own. */
final class RowCollector {

  private final List<String> texts = new ArrayList<>();
  private final int width;
  private long[] lines = new long[1024];

  private RowCollector(int width) {
    this.width = width;
  }

  static OriginalRows collect(CsvSource source, ImportOptions options, FileReading reading)
      throws ImportException, IOException {
    List<String> columns = reading.plan().layout().names();
    RowCollector collector = new RowCollector(columns.size());
    double[] values = reading.points().values();
    FileReader.read(source, reading.plan(), collector::add);
    int[] order = ShapedPoints.order(reading);
    double[] ordered = Arrays.stream(order).mapToDouble(place -> values[place]).toArray();
    double[] shaped = ShapedPoints.of(reading, options).points().values();
    if (collector.texts.size() != values.length || !Arrays.equals(ordered, shaped)) {
      throw new ImportException(
          "The points are no longer the rows of the file, one by one: choose no range, filling,"
              + " merging, differences or resampling, and no table whose times run across.");
    }
    return new OriginalRows(
        columns,
        reading.plan().columns().dates(),
        Optional.ofNullable(reading.plan().dates()).map(DateReading::order).orElse(DateOrder.AUTO),
        reading.plan().columns().value(),
        ordered,
        Arrays.stream(order).mapToLong(place -> collector.lines[place]).toArray(),
        Arrays.stream(order).mapToObj(collector.texts::get).toArray(String[]::new));
  }

  private void add(CsvRow row, long line, double value) {
    if (texts.size() == lines.length) {
      lines = Arrays.copyOf(lines, 2 * lines.length);
    }
    lines[texts.size()] = line;
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < width; column++) {
      text.append(column == 0 ? "" : OriginalRows.SEPARATOR);
      text.append(row.text(), row.from(column), row.to(column) - row.from(column));
    }
    texts.add(text.toString());
  }
}
