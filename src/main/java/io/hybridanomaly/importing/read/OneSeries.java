package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.profile.KeyText;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.ImportException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks the rows of one series from a table of several, and remembers the names of all. */
final class OneSeries implements SeriesRows {

  private static final int LISTED = 20;

  private final ReadPlan plan;
  private final List<Integer> keys;
  private final Set<String> names = new LinkedHashSet<>();
  private final PointReader reader;
  private @Nullable String wanted;
  private String @Nullable [] cells;

  OneSeries(ReadPlan plan, OtherTable otherTable, RowSink sink) {
    this.plan = plan;
    this.reader = new PointReader(plan, otherTable, sink);
    this.keys = plan.columns().keys();
    this.wanted = plan.series().orElse(null);
  }

  @Override
  public @Nullable PointReader readerOf(CsvRow row) {
    return keys.isEmpty() || accepts(row) ? reader : null;
  }

  @Override
  public List<FileReading> results(Tally shared) throws ImportException {
    return List.of(reader.result(shared, choice()));
  }

  private boolean accepts(CsvRow row) {
    if (cells != null && KeyText.isOf(row, keys, cells)) {
      return true;
    }
    String name = KeyText.of(row::get, keys);
    if (names.size() < SeriesChoice.MOST) {
      names.add(name);
    }
    if (wanted == null) {
      wanted = name;
    }
    boolean same = cells == null ? name.equalsIgnoreCase(wanted.strip()) : name.equals(wanted);
    if (same && cells == null) {
      wanted = name;
      names.add(name);
      cells = keys.stream().map(row::get).toArray(String[]::new);
    }
    return same;
  }

  /**
   * What was chosen.
   *
   * @return empty if the table holds one series
   * @throws ImportException if the series that the user named is not there
   */
  private Optional<SeriesChoice> choice() throws ImportException {
    String chosen = wanted;
    if (keys.isEmpty()) {
      if (chosen != null) {
        throw new ImportException(
            "The file holds one series, so “%s” cannot be chosen: leave the choice of a series out."
                .formatted(Blanks.shorten(chosen)));
      }
      return Optional.empty();
    }
    if (chosen == null) {
      return Optional.empty();
    }
    if (cells == null) {
      String list =
          names.stream().limit(LISTED).map(Blanks::shorten).collect(Collectors.joining(", "));
      throw new ImportException(
          "There is no series “%s”: choose one of %s%s."
              .formatted(Blanks.shorten(chosen), list, names.size() > LISTED ? ", …" : ""));
    }
    List<String> columns = keys.stream().map(plan::name).toList();
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(new SeriesChoice(columns, List.copyOf(names), chosen));
  }
}
