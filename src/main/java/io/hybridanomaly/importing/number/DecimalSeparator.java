package io.hybridanomaly.importing.number;

/** The character between the whole and the fractional part of a number. */
public enum DecimalSeparator {
  /** Decided from the whole column. */
  AUTO,
  /** {@code 1234.5}; a comma separates thousands. */
  POINT,
  /** {@code 1234,5}; a point separates thousands. */
  COMMA
}
