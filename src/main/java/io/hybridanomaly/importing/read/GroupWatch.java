package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.profile.KeyText;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import java.util.ArrayList;
import java.util.List;

/** Notices what stands in a column, and whether it is the same in all rows of a series. */
final class GroupWatch {

  private final List<Integer> columns;
  private final List<String> found = new ArrayList<>();
  private String[] lastCell = {};

  /**
   * @param column index of the column; -1 for none
   */
  GroupWatch(int column) {
    this.columns = column < 0 ? List.of() : List.of(column);
  }

  /** Takes a row. */
  void see(CsvRow row) {
    if (columns.isEmpty()
        || found.size() > 1
        || (lastCell.length > 0 && KeyText.isOf(row, columns, lastCell))) {
      return;
    }
    String cell = row.get(columns.getFirst());
    lastCell = new String[] {cell};
    String text = Blanks.strip(cell);
    if (!found.contains(text)) {
      found.add(text);
    }
  }

  /** Nothing, one text, or the first two that differ. */
  List<String> found() {
    return List.copyOf(found);
  }
}
