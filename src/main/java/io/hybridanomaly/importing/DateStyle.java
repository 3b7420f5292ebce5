package io.hybridanomaly.importing;

/** How a column writes its times. */
enum DateStyle {
  /** Years, months, days and clock times. */
  CALENDAR("date"),
  EPOCH_SECONDS("seconds since 1970 (UTC)"),
  EPOCH_MILLIS("milliseconds since 1970 (UTC)"),
  EPOCH_MICROS("microseconds since 1970 (UTC)"),
  EPOCH_NANOS("nanoseconds since 1970 (UTC)"),
  /** Days since 1899-12-30, the time of day as a fraction. */
  EXCEL_SERIAL("Excel serial date");

  private final String text;

  DateStyle(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
