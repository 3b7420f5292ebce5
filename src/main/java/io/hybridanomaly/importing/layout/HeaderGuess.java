package io.hybridanomaly.importing.layout;

import io.hybridanomaly.importing.text.MissingTokens;
import java.util.List;

/** Finds the row that names the columns, and the titles above it. */
final class HeaderGuess {

  private static final int MAX_TITLE_LINES = 30;

  private final CellTyper typer;

  /**
   * @param typer tells numbers and dates from texts
   */
  HeaderGuess(CellTyper typer) {
    this.typer = typer;
  }

  /** How many records stand above the first one that is a row of the table or its header. */
  int titleLines(List<List<String>> records) {
    int width = LayoutDetector.usualWidth(records);
    List<String> first = records.get(0);
    for (int i = 0; i < Math.min(records.size(), MAX_TITLE_LINES); i++) {
      List<String> record = records.get(i);
      if (record.size() == width && !isPaddedTitle(record)) {
        // A title as wide as the table may be the header of its first column alone.
        boolean narrow = first.size() != width && LayoutDetector.trimmedSize(first) < width - 1;
        return narrow || isHeader(record, records.subList(i + 1, records.size())) ? i : 0;
      }
    }
    return 0;
  }

  /**
   * A title as spreadsheets write it: one text at most, and an empty cell for each other column.
   */
  private boolean isPaddedTitle(List<String> record) {
    return record.size() > 2
        && LayoutDetector.trimmedSize(record) <= 1
        && !typer.isTyped(record.get(0));
  }

  /** A header has a text above a column of numbers or dates, or no number anywhere. */
  boolean isHeader(List<String> first, List<List<String>> rest) {
    boolean anyTyped = false;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column);
      if (MissingTokens.isMissing(cell)) {
        continue;
      }
      if (typer.isTyped(cell)) {
        anyTyped = true;
      } else if (mostlyTyped(rest, column)) {
        return true;
      }
    }
    if (runsAcross(first) && rest.stream().limit(2).noneMatch(HeaderGuess::runsAcross)) {
      return true;
    }
    return !anyTyped
        && LayoutDetector.trimmedSize(first) > 0
        && !first.stream().allMatch(MissingTokens::isMissing);
  }

  /** Whether most cells are dates side by side, as above a table that has its times across. */
  private static boolean runsAcross(List<String> cells) {
    AcrossHeader.Run run = AcrossHeader.times(cells);
    return run != null && run.columns().size() * 2 >= cells.size();
  }

  private boolean mostlyTyped(List<List<String>> rows, int column) {
    int filled = 0;
    int typed = 0;
    for (List<String> row : rows) {
      if (column < row.size() && !MissingTokens.isMissing(row.get(column))) {
        filled++;
        typed += typer.isTyped(row.get(column)) ? 1 : 0;
      }
    }
    return filled > 0 && typed * 10 >= filled * 8;
  }
}
