package io.hybridanomaly.importing.time;

import java.util.Optional;

/**
 * Where the order of day and month changes within a column: some cells can only be read with the
 * day first, others only with the month first.
 */
public final class OrderChange {

  /** Fewer cells of one kind are slips of the pen. */
  private static final int FEWEST_CELLS = 3;

  /** The order of the parser. */
  private final DateOrder assumed;

  private final Kind dayFirst = new Kind("day");
  private final Kind monthFirst = new Kind("month");
  private long line;
  private long lastMicros = Long.MIN_VALUE;

  /** Where times fall behind the last cell of the first kind; the order changes there. */
  private long fall;

  private int falls;

  /** Cells that one order alone reads, and the lines on which they stand. */
  private static final class Kind {
    private final String first;
    private long cells;
    private long firstLine;
    private long lastLine;

    Kind(String first) {
      this.first = first;
    }

    void add(long line) {
      firstLine = cells == 0 ? line : firstLine;
      lastLine = line;
      cells++;
    }
  }

  OrderChange(DateOrder assumed) {
    this.assumed = assumed;
  }

  /** The line of the file on which the next cells stand. */
  public void on(long number) {
    line = number;
  }

  /**
   * Looks at the text that a parser has just read.
   *
   * @param read whether it was read in the order of the parser
   */
  void see(DateParser parser, boolean read) {
    int fits = parser.fits() & (DateOrder.DAY_MONTH.bit() | DateOrder.MONTH_DAY.bit());
    if (fits == DateOrder.DAY_MONTH.bit()) {
      add(dayFirst, monthFirst);
    } else if (fits == DateOrder.MONTH_DAY.bit()) {
      add(monthFirst, dayFirst);
    }
    if (read && fits != 0) {
      boolean open = dayFirst.cells == 0 || monthFirst.cells == 0;
      if (open && parser.localMicros() < lastMicros) {
        fall = line;
        falls++;
      }
      lastMicros = parser.localMicros();
    }
  }

  private void add(Kind kind, Kind other) {
    kind.add(line);
    if (other.cells == 0) {
      fall = 0;
      falls = 0;
    }
  }

  /** A sentence about it; empty if all cells but a few can be read in one order. */
  public Optional<String> sentence() {
    if (Math.min(dayFirst.cells, monthFirst.cells) < FEWEST_CELLS) {
      return Optional.empty();
    }
    boolean dayBefore = dayFirst.firstLine < monthFirst.firstLine;
    Kind before = dayBefore ? dayFirst : monthFirst;
    Kind after = dayBefore ? monthFirst : dayFirst;
    if (line == 0 || before.lastLine >= after.firstLine) {
      return Optional.of(
          "%d dates can only be read with the day first, %d only with the month first: the order is mixed. They were read as %s; rows of the other kind were left out where the day is above 12, and stand in wrong months where it is not. Write all dates in one order."
              .formatted(dayFirst.cells, monthFirst.cells, assumed.text()));
    }
    boolean readBefore = (assumed == DateOrder.DAY_MONTH) == dayBefore;
    String where =
        falls == 1
            ? "from line %d on".formatted(fall)
            : "somewhere from line %d to line %d".formatted(before.lastLine + 1, after.firstLine);
    return Optional.of(
        "The order of the dates changes: up to line %d the %s stands first, %s the %s. They were read as %s: of the rows %s that, those with a day above 12 were left out, and the others stand in wrong months. Write all dates in one order."
            .formatted(
                falls == 1 ? fall - 1 : before.lastLine,
                before.first,
                where,
                after.first,
                assumed.text(),
                readBefore ? "after" : "before"));
  }
}
