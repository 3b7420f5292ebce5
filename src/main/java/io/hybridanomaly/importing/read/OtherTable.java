package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.MissingTokens;

/**
 * Notices where a second table starts below the first one: a row of names, after which the times
 * start again, or which stands below a blank line. The header of the first table may be repeated.
 */
final class OtherTable {

  private final ReadPlan plan;
  private long lastTime = Long.MIN_VALUE;
  private long lastLine;
  private long pendingLine;
  private boolean pendingBelowBlank;
  private int pendingWidth;
  private long foundLine;

  OtherTable(ReadPlan plan) {
    this.plan = plan;
  }

  /** The line in which the second table starts, from 1; 0 if there is none. */
  long line() {
    return foundLine;
  }

  /** A row of the table was read. */
  void passed(long micros, long line) {
    lastTime = micros;
    passedLine(line);
  }

  /** A row of the table was met, of whatever series. */
  void passedLine(long line) {
    lastLine = line;
    pendingLine = 0;
  }

  /** Whether a row of names was met that is not the header. */
  boolean isPending() {
    return pendingLine > 0;
  }

  /**
   * Whether a row whose time and value cannot be read repeats the header; a row of other names is
   * remembered.
   */
  boolean isHeader(CsvRow record, long line) {
    if (!isNames(record)) {
      return false;
    }
    for (int i = 0; i < plan.layout().width(); i++) {
      if (!Blanks.strip(record.get(i)).equalsIgnoreCase(plan.layout().names().get(i))) {
        pendingLine = line;
        pendingBelowBlank = lastLine > 0 && line > lastLine + 1;
        return false;
      }
    }
    return true;
  }

  /** Whether the row below the remembered names belongs to another table. */
  boolean startsBefore(long micros, boolean dated) {
    boolean other = pendingBelowBlank || (dated && micros <= lastTime);
    foundLine = other ? pendingLine : 0;
    pendingLine = 0;
    return other;
  }

  /** Whether a record of another width belongs to a table below names of that width. */
  boolean startsWithOtherWidth(CsvRow record, long line) {
    if (record.size() > 1 && isNames(record, record.size())) {
      pendingWidth = lastLine > 0 && line > lastLine + 1 ? record.size() : 0;
      pendingLine = pendingWidth > 0 ? line : 0;
      return false;
    }
    boolean starts = pendingWidth > 1 && record.size() == pendingWidth && pendingLine == line - 1;
    foundLine = starts ? pendingLine : 0;
    return starts;
  }

  /** Whether every cell of a row of the table is a text that starts with a letter. */
  boolean isNames(CsvRow record) {
    return isNames(record, plan.layout().width());
  }

  private static boolean isNames(CsvRow record, int width) {
    for (int i = 0; i < width; i++) {
      String cell = Blanks.strip(record.get(i));
      if (cell.isEmpty() || !Character.isLetter(cell.charAt(0)) || MissingTokens.isMissing(cell)) {
        return false;
      }
    }
    return true;
  }
}
