package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.profile.KeyText;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.ImportException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks the rows of one series from a table of several, and remembers the names of all. */
final class SeriesFilter {

  private static final int LISTED = 20;

  private final ReadPlan plan;
  private final List<Integer> keys;
  private final Set<String> names = new LinkedHashSet<>();
  private @Nullable String wanted;
  private String @Nullable [] cells;

  SeriesFilter(ReadPlan plan) {
    this.plan = plan;
    this.keys = plan.columns().keys();
    this.wanted = plan.series().orElse(null);
  }

  /** Whether a row belongs to the series that is read. */
  boolean accepts(CsvRow row) {
    if (keys.isEmpty() || (cells != null && equalsCells(row, cells))) {
      return true;
    }
    String name = KeyText.of(row::get, keys);
    if (names.size() < SeriesChoice.MOST) {
      names.add(name);
    }
    if (wanted == null) {
      wanted = name;
    }
    boolean same = cells == null && name.equalsIgnoreCase(wanted.strip());
    if (same) {
      wanted = name;
      names.add(name);
      cells = keys.stream().map(row::get).toArray(String[]::new);
    }
    return same;
  }

  private boolean equalsCells(CsvRow row, String[] expected) {
    for (int i = 0; i < expected.length; i++) {
      int from = row.from(keys.get(i));
      int length = row.to(keys.get(i)) - from;
      if (length != expected[i].length()) {
        return false;
      }
      for (int k = 0; k < length; k++) {
        if (row.text()[from + k] != expected[i].charAt(k)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * What was chosen.
   *
   * @return empty if the table holds one series
   * @throws ImportException if the series that the user named is not there
   */
  Optional<SeriesChoice> choice() throws ImportException {
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
    List<String> columns = new ArrayList<>();
    keys.forEach(column -> columns.add(plan.name(column)));
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(new SeriesChoice(columns, List.copyOf(names), chosen));
  }
}
