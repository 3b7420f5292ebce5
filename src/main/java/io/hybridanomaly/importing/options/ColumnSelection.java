package io.hybridanomaly.importing.options;

/** Which columns hold the time of a row. */
public sealed interface ColumnSelection {

  /** The importer guesses. */
  record Auto() implements ColumnSelection {}

  /** No column: the row number serves as time. */
  record None() implements ColumnSelection {}

  /**
   * A column the user named.
   *
   * @param spec a header, a column number from 1, or several of them joined by {@code +}; an exact
   *     header wins, so a header may itself hold a {@code +}
   */
  record Named(String spec) implements ColumnSelection {}

  /** The importer guesses. */
  static ColumnSelection auto() {
    return new Auto();
  }

  /** No column: the row number serves as time. */
  static ColumnSelection none() {
    return new None();
  }

  /**
   * The column or columns the user named.
   *
   * @param spec a header, a column number from 1, or several of them joined by {@code +}
   */
  static ColumnSelection of(String spec) {
    return new Named(spec);
  }
}
