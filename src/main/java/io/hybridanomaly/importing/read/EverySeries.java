package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.profile.KeyText;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.ImportException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives each series of a table a reader of its own, so that one reading serves all. */
final class EverySeries implements SeriesRows {

  private final ReadPlan plan;
  private final OtherTable otherTable;
  private final List<Integer> keys;
  private final Map<String, PointReader> readers = new LinkedHashMap<>();
  private final String[] lastCells;
  private @Nullable PointReader last;

  EverySeries(ReadPlan plan, OtherTable otherTable) {
    this.plan = plan;
    this.otherTable = otherTable;
    this.keys = plan.columns().keys();
    this.lastCells = new String[keys.size()];
  }

  @Override
  public PointReader readerOf(CsvRow row) throws ImportException {
    if (last != null && KeyText.isOf(row, keys, lastCells)) {
      return last;
    }
    String name = KeyText.of(row::get, keys);
    PointReader reader = readers.get(name);
    if (reader == null) {
      if (readers.size() == SeriesChoice.MOST) {
        throw new ImportException(
            String.format(
                Locale.ROOT, "The table holds more than %,d series: split it.", SeriesChoice.MOST));
      }
      reader = new PointReader(plan.with(Optional.of(name)), otherTable, RowSink.NONE);
      readers.put(name, reader);
    }
    for (int i = 0; i < lastCells.length; i++) {
      lastCells[i] = row.get(keys.get(i));
    }
    last = reader;
    return reader;
  }

  @Override
  public List<FileReading> results(Tally shared) {
    if (readers.size() < 2) {
      PointReader only =
          readers.isEmpty()
              ? new PointReader(plan, otherTable, RowSink.NONE)
              : readers.values().iterator().next();
      return List.of(only.result(shared, Optional.empty()));
    }
    List<String> columns = keys.stream().map(plan::name).toList();
    List<String> names = List.copyOf(readers.keySet());
    List<FileReading> results = new ArrayList<>();
    readers.forEach(
        (name, reader) ->
            results.add(
                reader.result(shared, Optional.of(new SeriesChoice(columns, names, name)))));
    return results;
  }
}
