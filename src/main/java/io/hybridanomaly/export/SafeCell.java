package io.hybridanomaly.export;

import java.util.regex.Pattern;

/**
 * A cell of a file, written so that no spreadsheet takes it for a formula: what begins like one
 * gets an apostrophe in front. Numbers stay numbers, negative ones too.
 */
final class SafeCell {

  /** What makes a spreadsheet calculate a cell, also the wide forms of East Asian keyboards. */
  private static final String FORMULA_START = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  /** What has been taken for a group of digits stays taken: a cell may hold thousands of them. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d+([.,' \u00A0\u202F]\\d+)*+([.,]\\d*)?([eE][-+]?\\d{1,3})?\\s?%?");

  /** {@code +49 30 1234} is no sum, but a spreadsheet has no other way to take it than as one. */
  private static final Pattern SIGNED_BLANKS = Pattern.compile("\\+.*\\s.*");

  private SafeCell() {}

  /** A cell that cannot be calculated. */
  static String text(String cell) {
    if (!beginsLikeFormula(cell) && !beginsLikeFormula(cell.stripLeading())) {
      return cell;
    }
    boolean number = NUMBER.matcher(cell).matches() && !SIGNED_BLANKS.matcher(cell).matches();
    return number ? cell : "'" + cell;
  }

  /** Whether the first character makes a spreadsheet calculate, a number's sign included. */
  static boolean beginsLikeFormula(String cell) {
    return !cell.isEmpty() && FORMULA_START.indexOf(cell.charAt(0)) >= 0;
  }

  /** The same for a CSV file: quoted if it has to be. */
  static String csv(String cell, char separator) {
    String safe = text(cell);
    boolean plain =
        safe.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
