package io.hybridanomaly.importing.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the cells of a date column say about the order of day, month and year. */
public final class OrderEvidence {

  private static final List<DateOrder> ORDERS =
      List.of(DateOrder.DAY_MONTH, DateOrder.MONTH_DAY, DateOrder.YEAR_FIRST);

  /** How many cells each set of orders reads, by the sum of their bits. */
  private final long[] cells = new long[8];

  private long pointed;
  private long slashed;
  private long halfDays;
  private long namedMonths;

  /** Counts the text that a parser has just read. */
  void count(DateParser parser) {
    if (parser.fits() == 0) {
      return;
    }
    cells[parser.fits()]++;
    pointed += parser.dateMark() == '.' ? 1 : 0;
    slashed += parser.dateMark() == '/' ? 1 : 0;
    halfDays += parser.halfDaySeen() ? 1 : 0;
    namedMonths += parser.namedMonth() ? 1 : 0;
  }

  /** The orders that read the most cells; empty if no cell leaves a choice. */
  public List<DateOrder> best() {
    List<DateOrder> best = new ArrayList<>();
    long most = 1;
    for (DateOrder order : ORDERS) {
      long read = cellsReadBy(order);
      if (read > most) {
        best.clear();
        most = read;
      }
      if (read == most) {
        best.add(order);
      }
    }
    // Dates with points put the day first; with a month's name, the year stands last.
    boolean dayFirst = pointed > 0 || namedMonths > 0;
    return dayFirst && best.contains(DateOrder.DAY_MONTH) ? List.of(DateOrder.DAY_MONTH) : best;
  }

  /** Whether the order mattered for any cell. */
  public boolean seen() {
    return Arrays.stream(cells).anyMatch(count -> count > 0);
  }

  /** Whether one order reads more cells than each other. */
  public boolean proven() {
    long most = ORDERS.stream().mapToLong(this::cellsReadBy).max().orElse(0);
    return ORDERS.stream().filter(order -> cellsReadBy(order) == most).count() == 1;
  }

  private long cellsReadBy(DateOrder order) {
    long sum = 0;
    for (int fits = 1; fits < cells.length; fits++) {
      sum += (fits & order.bit()) != 0 ? cells[fits] : 0;
    }
    return sum;
  }

  /**
   * The order to use when neither the dates nor their steps tell.
   *
   * @param delimiter the file's delimiter; a semicolon speaks for continental Europe
   */
  public DateOrder custom(List<DateOrder> possible, char delimiter) {
    boolean american = halfDays > 0 || (slashed > 0 && delimiter != ';');
    DateOrder first = american ? DateOrder.MONTH_DAY : DateOrder.DAY_MONTH;
    return possible.contains(first) ? first : possible.get(0);
  }
}
