package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.DecimalSeparator;
import java.nio.charset.Charset;

/**
 * How a file writes its table.
 *
 * @param charset the encoding
 * @param byteOrderMark whether the file starts with a byte-order mark
 * @param delimiter the character between two fields
 * @param quote the character around a field that holds a delimiter
 * @param header whether a row names the columns
 * @param skippedLines lines above the table, for example a title; blank and comment lines are not
 *     counted
 * @param decimal the decimal separator of the value column, never {@code AUTO}
 */
public record CsvFormat(
    Charset charset,
    boolean byteOrderMark,
    char delimiter,
    char quote,
    boolean header,
    int skippedLines,
    DecimalSeparator decimal) {

  /** The delimiter in plain words. */
  public String delimiterText() {
    return switch (delimiter) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "vertical bar";
      case ' ' -> "blank";
      default -> "“" + delimiter + "”";
    };
  }
}
