package io.hybridanomaly.importing.time;

/** What one of several columns that make a time together holds. */
public enum TimePart {
  /** A date in any notation. */
  DATE,
  /** Days since 1899-12-30. */
  EXCEL_DAY,
  YEAR,
  /** Number or name of a month, or BLS's {@code M01} to {@code M12}. */
  MONTH,
  /** {@code Q01} or a number. */
  QUARTER,
  WEEK,
  DAY,
  DAY_OF_YEAR,
  /** A date without its year: {@code 01-31}. */
  MONTH_DAY,
  /** From 0 to 23; 24 ends the day. */
  HOUR,
  /** From 1 to 24: the hour that ends then, so that 1 starts at midnight. */
  HOUR_ENDING,
  /** From 1 to 24, where 24 is midnight at the start of the day. */
  HOUR_24_FIRST,
  MINUTE,
  SECOND,
  /** From 1 to 48. */
  HALF_HOUR,
  /** From 1 to 96. */
  QUARTER_HOUR,
  /** From 1 to 288. */
  FIVE_MINUTES,
  /** A whole number: 7 is 00:07, 1007 is 10:07. */
  HHMM,
  /** A whole number: 70809 is 07:08:09. */
  HHMMSS,
  /** From 0 to 1. */
  DAY_FRACTION,
  /** A time of day in any notation, or an interval of which the start counts. */
  CLOCK
}
