package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.text.CsvRow;

/**
 * Notices series that stand below each other: the times start again where the text of a column
 * changes.
 */
final class BlockWatch {

  private final int column;
  private String text = "";
  private long lastTime = Long.MIN_VALUE;
  private int changes;
  private int restarts;

  /**
   * @param column index of the column; -1 for none
   */
  BlockWatch(int column) {
    this.column = column;
  }

  /** Takes a row with its time. */
  void see(CsvRow row, long micros) {
    if (column < 0) {
      return;
    }
    if (!isSame(row)) {
      text = row.get(column);
      if (lastTime != Long.MIN_VALUE) {
        changes++;
        restarts += micros < lastTime ? 1 : 0;
      }
    }
    lastTime = micros;
  }

  private boolean isSame(CsvRow row) {
    int from = row.from(column);
    int length = row.to(column) - from;
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (row.text()[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the column tells series apart. */
  boolean tellsSeriesApart() {
    return restarts > 0 && restarts * 10L >= changes * 8L;
  }
}
