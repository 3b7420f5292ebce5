package io.hybridanomaly.ledger;

/**
 * What a person says about a row.
 *
 * @param mark what it is
 * @param text why, in the person's own words; empty without
 */
public record RowNote(Mark mark, String text) {

  /** What a row is. */
  public enum Mark {
    /** Nothing was said. */
    NONE(""),
    /** To be looked into. */
    SUSPICIOUS("suspicious"),
    /** Looked into, and in order. */
    IN_ORDER("in order"),
    /** Nobody can tell yet. */
    UNSURE("unsure");

    private final String label;

    Mark(String label) {
      this.label = label;
    }

    /** The mark in a sentence; empty if there is none. */
    public String label() {
      return label;
    }
  }

  /** Nothing. */
  public static final RowNote NONE = new RowNote(Mark.NONE, "");
}
