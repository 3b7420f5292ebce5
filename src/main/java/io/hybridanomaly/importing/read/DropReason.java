package io.hybridanomaly.importing.read;

/** Why a row was left out. */
public enum DropReason {
  TOO_FEW_FIELDS("too few fields"),
  TOO_MANY_FIELDS("too many fields"),
  UNCLOSED_QUOTE("a quote that is never closed"),
  QUOTE_AROUND_ROWS("a stray quote"),
  MISSING_TIME("no time"),
  UNREADABLE_TIME("a time that cannot be read"),
  YEARLY_VALUE("a value for a whole year"),
  MISSING_VALUE("no value"),
  UNREADABLE_VALUE("a value that is no number"),
  INFINITE_VALUE("an infinite value"),
  REPEATED_HEADER("the names of the columns again");

  private final String text;

  DropReason(String text) {
    this.text = text;
  }

  /** The reason in plain words, to follow "with". */
  public String text() {
    return text;
  }
}
