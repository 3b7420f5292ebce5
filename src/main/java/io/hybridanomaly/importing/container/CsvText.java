package io.hybridanomaly.importing.container;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Writes the cells of another format as a CSV text that the importer cannot take otherwise. */
final class CsvText {

  /** Whole numbers may be identifiers with more digits than a double has. */
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");

  private final Writer out;
  private boolean inRow;

  CsvText(Writer out) {
    this.out = out;
  }

  /** A cell of text. Line breaks become blanks, so that a row is a line. */
  void text(String cell) throws IOException {
    separate();
    String line = cell.replaceAll("\\R", " ");
    boolean plain =
        line.indexOf(',') < 0 && line.indexOf('"') < 0 && line.indexOf('#') != 0 && !padded(line);
    out.write(plain ? line : '"' + line.replace("\"", "\"\"") + '"');
  }

  private static boolean padded(String line) {
    return !line.equals(line.strip());
  }

  /**
   * A cell with a number.
   *
   * @param number as the file has it
   */
  void number(String number) throws IOException {
    separate();
    out.write(plain(number));
  }

  /**
   * The shortest number that reads back to the same double: workbooks store 0.1 + 0.2 with all its
   * digits, and some store 1234.56 as 1234.5599999999999. Three decimals get a fourth: 1.234 could
   * be taken for a thousand.
   */
  private static String plain(String number) {
    if (WHOLE.matcher(number).matches()) {
      return number;
    }
    double value;
    try {
      value = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return number;
    }
    if (!Double.isFinite(value)) {
      return number;
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String digits = value == 0 ? "0" : shortest.toPlainString();
    int point = digits.indexOf('.');
    return point >= 0 && digits.length() - point == 4 ? digits + '0' : digits;
  }

  /** Ends a row, also one without cells. */
  void endRow() throws IOException {
    out.write('\n');
    inRow = false;
  }

  private void separate() throws IOException {
    if (inRow) {
      out.write(',');
    }
    inRow = true;
  }
}
