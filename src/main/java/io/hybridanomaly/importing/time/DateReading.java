package io.hybridanomaly.importing.time;

/**
 * The decided meaning of a date column.
 *
 * @param style how times are written
 * @param granularity how much of the calendar each cell gives; others are not read
 * @param order order of day, month and year where the text leaves it open; not {@code AUTO}
 */
public record DateReading(Style style, DateGranularity granularity, DateOrder order) {

  /** How a column writes its times. */
  public enum Style {
    /** Years, months, days and clock times. */
    CALENDAR("date"),
    EPOCH_SECONDS("seconds since 1970 (UTC)"),
    EPOCH_MILLIS("milliseconds since 1970 (UTC)"),
    EPOCH_MICROS("microseconds since 1970 (UTC)"),
    EPOCH_NANOS("nanoseconds since 1970 (UTC)"),
    /** Days since 1899-12-30, the time of day as a fraction. */
    EXCEL_SERIAL("Excel serial date");

    private final String text;

    Style(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** The same meaning with another order. */
  public DateReading with(DateOrder other) {
    return new DateReading(style, granularity, other);
  }

  /** The meaning in plain words. */
  public String text() {
    return style == Style.CALENDAR ? granularity.text() : style.text();
  }
}
