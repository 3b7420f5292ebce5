package io.hybridanomaly.importing.time;

/** What one of several columns that make a time together holds. */
public enum TimePart {
  /** A date in any notation. */
  DATE("date"),
  /** Days since 1899-12-30. */
  EXCEL_DAY("Excel day"),
  YEAR("year"),
  /** Number or name of a month, or BLS's {@code M01} to {@code M12}. */
  MONTH("month"),
  /** {@code Q01} or a number. */
  QUARTER("quarter"),
  WEEK("week"),
  DAY("day"),
  DAY_OF_YEAR("day of the year"),
  /** A date without its year: {@code 01-31}. */
  MONTH_DAY("month and day"),
  /** From 0 to 23; 24 ends the day. */
  HOUR("hour"),
  /** From 1 to 24: the hour that ends then, so that 1 starts at midnight. */
  HOUR_ENDING("hour ending"),
  /** From 1 to 24, where 24 is midnight at the start of the day. */
  HOUR_24_FIRST("hour"),
  MINUTE("minute"),
  SECOND("second"),
  /** From 1 to 48. */
  HALF_HOUR("half-hour"),
  /** From 1 to 96. */
  QUARTER_HOUR("quarter-hour"),
  /** From 1 to 288. */
  FIVE_MINUTES("five minutes"),
  /** A whole number: 7 is 00:07, 1007 is 10:07. */
  HHMM("time of day as a whole number"),
  /** A whole number: 70809 is 07:08:09. */
  HHMMSS("time of day as a whole number"),
  /** From 0 to 1. */
  DAY_FRACTION("fraction of a day"),
  /** A time of day in any notation, or an interval of which the start counts. */
  CLOCK("time of day");

  private final String text;

  TimePart(String text) {
    this.text = text;
  }

  /** The part in plain words. */
  public String text() {
    return text;
  }
}
