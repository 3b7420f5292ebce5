package io.hybridanomaly.importing.profile;

/** What the cells of a column look like in the first rows of a file. */
public enum ColumnKind {
  /** Dates, or dates with a time of day. */
  DATE("date"),
  /** Times of day without a date; useful beside a date column. */
  TIME("time of day"),
  /** Numbers. */
  NUMBER("number"),
  /** Numbers that are all 0 or 1: probably a label. */
  BINARY("0 or 1"),
  /** Whole numbers that count up by one: probably a row number. */
  RUNNING_ID("running number"),
  /** Numbers that count time: hours, months, seconds since the start. */
  CLOCK("part of a time"),
  /** Anything else. */
  TEXT("text"),
  /** No cell has a content. */
  EMPTY("empty");

  private final String text;

  ColumnKind(String text) {
    this.text = text;
  }

  /** The kind in plain words. */
  public String text() {
    return text;
  }

  /** Whether the cells are numbers, so that the column can be chosen as value. */
  public boolean isNumeric() {
    return this == NUMBER || this == BINARY || this == RUNNING_ID || this == CLOCK;
  }
}
