package io.hybridanomaly.importing;

/**
 * The decided meaning of a date column.
 *
 * @param style how times are written
 * @param granularity how much of the calendar each cell gives; others are not read
 * @param order order of day, month and year where the text leaves it open; not {@code AUTO}
 */
record DateReading(DateStyle style, DateGranularity granularity, DateOrder order) {

  DateReading with(DateOrder other) {
    return new DateReading(style, granularity, other);
  }

  /** The meaning in plain words. */
  String text() {
    return style == DateStyle.CALENDAR ? granularity.text() : style.text();
  }
}
