package io.hybridanomaly.export;

/** How a CSV file separates cells and decimals; spreadsheets expect that of their language. */
public enum CsvDialect {
  /** Comma between cells, decimal point: what programs expect. */
  COMMA(',', '.', "Comma: a, 1234.5"),

  /** Semicolon between cells, decimal comma: what spreadsheets of most of Europe expect. */
  SEMICOLON(';', ',', "Semicolon: a; 1234,5");

  private final char separator;
  private final char decimal;
  private final String title;

  CsvDialect(char separator, char decimal, String title) {
    this.separator = separator;
    this.decimal = decimal;
    this.title = title;
  }

  /** What stands between two cells. */
  public char separator() {
    return separator;
  }

  /** Its name for users, with an example. */
  public String title() {
    return title;
  }

  /** A finite number without an exponent that reads back to exactly the same double. */
  String number(double value) {
    return PlainDecimal.format(value).replace('.', decimal);
  }

  /** A cell as it is in a file, quoted if it has to be, that no spreadsheet calculates. */
  String cell(String text) {
    return SafeCell.csv(text, separator);
  }
}
