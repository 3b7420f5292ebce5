package io.hybridanomaly.importing;

/** The character between groups of three digits. */
public enum ThousandsSeparator {
  /** Whatever character parts groups of three digits and is not the decimal separator. */
  AUTO,
  /** None; a number with one is not read. */
  NONE,
  /** {@code 1,234,567.8}. */
  COMMA,
  /** {@code 1.234.567,8}. */
  POINT,
  /** {@code 1 234 567,8}; no-break and narrow spaces included. */
  SPACE,
  /** {@code 1'234'567.8}; the typographic apostrophe included. */
  APOSTROPHE;

  /** Whether a mark between digits can be this separator. */
  boolean allows(char mark) {
    return switch (this) {
      case AUTO -> true;
      case NONE -> false;
      case COMMA -> mark == ',';
      case POINT -> mark == '.';
      case SPACE -> Blanks.isBlank(mark);
      case APOSTROPHE -> mark == '\'' || mark == '\u2019';
    };
  }

  /** The decimal separator that this one leaves, {@code AUTO} if it leaves both. */
  DecimalSeparator decimal() {
    return switch (this) {
      case COMMA -> DecimalSeparator.POINT;
      case POINT -> DecimalSeparator.COMMA;
      default -> DecimalSeparator.AUTO;
    };
  }
}
