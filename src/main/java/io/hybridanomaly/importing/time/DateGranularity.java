package io.hybridanomaly.importing.time;

/** How much of the calendar a cell gives. */
public enum DateGranularity {
  /** A day, with or without a time of day. */
  DAY("date"),
  MONTH("year and month"),
  QUARTER("year and quarter"),
  HALF_YEAR("half-year"),
  WEEK("ISO week"),
  YEAR("year"),
  /** A time of day without a date. */
  TIME("time of day");

  private final String text;

  DateGranularity(String text) {
    this.text = text;
  }

  /** The granularity in plain words. */
  public String text() {
    return text;
  }
}
