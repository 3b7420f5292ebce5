package io.hybridanomaly.importing.time;

import java.util.List;

/**
 * The decided meaning of the date columns.
 *
 * @param style how times are written
 * @param granularity how much of the calendar each cell gives; others are not read
 * @param order order of day, month and year where the text leaves it open; not {@code AUTO}
 * @param parts what each of several columns holds; empty if their texts are joined as they are, or
 *     if there is only one column
 * @param names what the column has settled about zones and intervals
 */
public record DateReading(
    Style style,
    DateGranularity granularity,
    DateOrder order,
    List<TimePart> parts,
    NameReading names) {

  public DateReading {
    parts = List.copyOf(parts);
  }

  /** A meaning without parts. */
  public DateReading(Style style, DateGranularity granularity, DateOrder order) {
    this(style, granularity, order, List.of(), NameReading.USUAL);
  }

  /** How a column writes its times. */
  public enum Style {
    /** Years, months, days and clock times. */
    CALENDAR("date"),
    EPOCH_SECONDS("seconds since 1970 (UTC)"),
    EPOCH_MILLIS("milliseconds since 1970 (UTC)"),
    EPOCH_MICROS("microseconds since 1970 (UTC)"),
    EPOCH_NANOS("nanoseconds since 1970 (UTC)"),
    /** Days since 1899-12-30, the time of day as a fraction. */
    EXCEL_SERIAL("Excel serial date"),
    /** Years whose decimals are the part of the year that is over. */
    DECIMAL_YEAR("years with decimals"),
    ELAPSED_MILLIS("milliseconds since the start"),
    ELAPSED_SECONDS("seconds since the start"),
    ELAPSED_MINUTES("minutes since the start"),
    ELAPSED_HOURS("hours since the start"),
    ELAPSED_DAYS("days since the start");

    private final String text;

    Style(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    /** Whether times count from the start of the recording, not on the calendar. */
    public boolean isElapsed() {
      return microsPerUnit() > 0;
    }

    /** Microseconds of the unit of elapsed time; 0 for all others. */
    public long microsPerUnit() {
      return switch (this) {
        case ELAPSED_MILLIS -> 1_000;
        case ELAPSED_SECONDS -> ClockTime.MICROS_PER_SECOND;
        case ELAPSED_MINUTES -> 60 * ClockTime.MICROS_PER_SECOND;
        case ELAPSED_HOURS -> 3600 * ClockTime.MICROS_PER_SECOND;
        case ELAPSED_DAYS -> ClockTime.MICROS_PER_DAY;
        default -> 0;
      };
    }

    /** The unit of elapsed time as it stands behind a number; empty for all others. */
    public String unit() {
      return switch (this) {
        case ELAPSED_MILLIS -> "ms";
        case ELAPSED_SECONDS -> "s";
        case ELAPSED_MINUTES -> "min";
        case ELAPSED_HOURS -> "h";
        case ELAPSED_DAYS -> "d";
        default -> "";
      };
    }
  }

  /** The same meaning with another order. */
  public DateReading with(DateOrder other) {
    return new DateReading(style, granularity, other, parts, names);
  }

  /** The same meaning with what the column has settled. */
  public DateReading with(NameReading other) {
    return new DateReading(style, granularity, order, parts, other);
  }

  /** A date whose parts stand in several columns. */
  public static DateReading joined(List<TimePart> parts) {
    return new DateReading(
        Style.CALENDAR, DateGranularity.DAY, DateOrder.DAY_MONTH, parts, NameReading.USUAL);
  }

  /** The meaning in plain words. */
  public String text() {
    return style == Style.CALENDAR ? granularity.text() : style.text();
  }
}
