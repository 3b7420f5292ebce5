package io.hybridanomaly.importing.time;

/** The order of the parts of dates such as {@code 03/04/05} that several orders can read. */
public enum DateOrder {
  /** Decided from the whole column. */
  AUTO("decided from the whole column"),
  /** {@code 31/12/2024}. */
  DAY_MONTH("day/month/year"),
  /** {@code 12/31/2024}. */
  MONTH_DAY("month/day/year"),
  /** {@code 24/12/31}. */
  YEAR_FIRST("year/month/day");

  private final String text;

  DateOrder(String text) {
    this.text = text;
  }

  /** The bit that stands for this order in a set of orders; 0 for {@code AUTO}. */
  int bit() {
    return switch (this) {
      case AUTO -> 0;
      case DAY_MONTH -> 1;
      case MONTH_DAY -> 2;
      case YEAR_FIRST -> 4;
    };
  }

  /** The order in plain words. */
  public String text() {
    return text;
  }
}
