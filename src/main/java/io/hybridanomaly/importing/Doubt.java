package io.hybridanomaly.importing;

/**
 * Something that was assumed about a file and may be wrong, or was passed over.
 *
 * @param sentence for the user, ending in a full stop
 * @param remedy what the user can do about it
 */
public record Doubt(String sentence, Remedy remedy) {

  /** What can be done about a doubt; how it is asked for is each surface's own matter. */
  public enum Remedy {
    /** Nothing in particular, or the sentence says it. */
    NONE,
    /** Another of the table's series, or all of them. */
    CHOOSE_SERIES,
    /** Numbers that stand for a missing value. */
    NAME_CODES,
    /** What is added from point to point, instead of the readings of a meter. */
    TAKE_DIFFERENCES,
    /** To mend the rows that were left out; their count stands beside the file. */
    MEND_ROWS,
    /** The order of day and month; asked with the guess about it. */
    CHOOSE_DATE_ORDER,
    /** The decimal separator; asked with the guess about it. */
    CHOOSE_DECIMAL
  }
}
