package io.hybridanomaly.importing;

/** How much of the calendar a cell gives. */
enum DateGranularity {
  /** A day, with or without a time of day. */
  DAY("date"),
  MONTH("year and month"),
  QUARTER("year and quarter"),
  WEEK("ISO week"),
  YEAR("year"),
  /** A time of day without a date. */
  TIME("time of day");

  private final String text;

  DateGranularity(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
