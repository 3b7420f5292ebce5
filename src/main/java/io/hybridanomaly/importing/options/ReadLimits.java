package io.hybridanomaly.importing.options;

/**
 * What is too large to be read.
 *
 * @param maxRows the most data rows a file may have, and the most points that filling may make
 * @param maxLineLength the most characters of a line
 */
public record ReadLimits(int maxRows, int maxLineLength) {

  /** The most data rows of a file, if nothing else is said. */
  public static final int DEFAULT_MAX_ROWS = 10_000_000;

  /** The most characters of a line that can be read at all. */
  public static final int LONGEST_LINE = 1 << 20;

  /** The limits if nothing else is said. */
  public static ReadLimits defaults() {
    return new ReadLimits(DEFAULT_MAX_ROWS, LONGEST_LINE);
  }
}
