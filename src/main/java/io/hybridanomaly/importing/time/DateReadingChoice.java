package io.hybridanomaly.importing.time;

/** What the cells of the date column are. To number the rows, choose no date column. */
public enum DateReadingChoice {
  /** Decided from the whole column. */
  AUTO,
  /** Dates in any notation, with or without a time of day; {@code 20240131} is one. */
  CALENDAR,
  /** Years alone; each stands for its first instant. */
  YEAR,
  /** Seconds since 1970-01-01T00:00Z. */
  EPOCH_SECONDS,
  /** Milliseconds since 1970-01-01T00:00Z. */
  EPOCH_MILLIS,
  /** Microseconds since 1970-01-01T00:00Z. */
  EPOCH_MICROS,
  /** Nanoseconds since 1970-01-01T00:00Z. */
  EPOCH_NANOS,
  /** Days since 1899-12-30, the time of day as a fraction. */
  EXCEL_SERIAL;

  /** The meaning that a choice other than {@code AUTO} gives to the cells. */
  public DateReading reading() {
    DateReading.Style style =
        switch (this) {
          case AUTO, CALENDAR, YEAR -> DateReading.Style.CALENDAR;
          case EPOCH_SECONDS -> DateReading.Style.EPOCH_SECONDS;
          case EPOCH_MILLIS -> DateReading.Style.EPOCH_MILLIS;
          case EPOCH_MICROS -> DateReading.Style.EPOCH_MICROS;
          case EPOCH_NANOS -> DateReading.Style.EPOCH_NANOS;
          case EXCEL_SERIAL -> DateReading.Style.EXCEL_SERIAL;
        };
    DateGranularity granularity = this == YEAR ? DateGranularity.YEAR : DateGranularity.DAY;
    return new DateReading(style, granularity, DateOrder.DAY_MONTH);
  }
}
