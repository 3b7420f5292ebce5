package io.hybridanomaly.importing.number;

/**
 * What the numbers of a column say about the meaning of point and comma, counted over its cells.
 * {@code 1.5} can only be a decimal point, {@code 1.234.567} only thousands, {@code 1.234} either.
 */
public final class SeparatorEvidence {

  private long pointDecimal;
  private long commaDecimal;
  private long pointThousands;
  private long commaThousands;
  private long pointEither;
  private long commaEither;
  private long paddedCommas;
  private long plainBelow1000;
  private long plainFrom1000;

  /**
   * Counts a number with at most one separator, the usual case.
   *
   * @param separator {@code '.'}, {@code ','} or 0 for none
   * @param whole digits before the separator
   * @param fraction digits after it
   * @param leadingZero whether the first digit is 0
   */
  void countSimple(char separator, int whole, int fraction, boolean leadingZero) {
    if (separator == 0) {
      if (whole > 3) {
        plainFrom1000++;
      } else {
        plainBelow1000++;
      }
      return;
    }
    boolean either = fraction == 3 && whole >= 1 && whole <= 3 && !leadingZero;
    if (separator == '.') {
      if (either) {
        pointEither++;
      } else {
        pointDecimal++;
      }
    } else if (either) {
      commaEither++;
    } else {
      commaDecimal++;
      paddedCommas += leadingZero && whole > 1 ? 1 : 0;
    }
  }

  /**
   * Counts a number in any notation.
   *
   * @param digits the number without sign, unit and exponent: digits and separators
   * @param exponent whether an exponent followed, which thousands never have
   */
  void count(char[] digits, int from, int to, boolean exponent) {
    int points = 0;
    int commas = 0;
    int others = 0;
    int last = from - 1;
    for (int i = from; i < to; i++) {
      char c = digits[i];
      if (c == '.') {
        points++;
        last = i;
      } else if (c == ',') {
        commas++;
        last = i;
      } else if (c < '0' || c > '9') {
        others++;
      }
    }
    if (points > 0 && commas > 0) {
      countBoth(digits[last], points, commas);
    } else if (points > 1 || commas > 1) {
      char separator = points > 1 ? '.' : ',';
      if (ThousandsSeparator.wellFormed(digits, from, to, separator)) {
        countThousands(separator);
      }
    } else if (points + commas == 1) {
      boolean certain = others > 0 || exponent;
      countSimple(digits[last], certain ? 0 : last - from, to - last - 1, digits[from] == '0');
    } else if (others == 0) {
      countSimple((char) 0, to - from, 0, false);
    }
  }

  private void countBoth(char last, int points, int commas) {
    if (last == '.' && points == 1) {
      pointDecimal++;
    } else if (last == ',' && commas == 1) {
      commaDecimal++;
    }
  }

  private void countThousands(char separator) {
    if (separator == '.') {
      pointThousands++;
    } else {
      commaThousands++;
    }
  }

  /**
   * The decimal separator that reads most numbers.
   *
   * @param delimiter the file's delimiter: a comma inside a comma-separated file was quoted, as
   *     programs do with thousands; elsewhere it is more often a decimal comma
   */
  public DecimalSeparator decide(char delimiter) {
    long forPoint = pointDecimal + commaThousands;
    long forComma = commaDecimal + pointThousands;
    if (forPoint != forComma) {
      return forPoint > forComma ? DecimalSeparator.POINT : DecimalSeparator.COMMA;
    }
    boolean thousandsStyle = plainBelow1000 > 0 && plainFrom1000 == 0;
    if (pointEither > commaEither) {
      return thousandsStyle ? DecimalSeparator.COMMA : DecimalSeparator.POINT;
    }
    if (commaEither > 0) {
      boolean thousands = thousandsStyle || (delimiter == ',' && plainFrom1000 == 0);
      return thousands ? DecimalSeparator.POINT : DecimalSeparator.COMMA;
    }
    return DecimalSeparator.POINT;
  }

  /** Whether numbers such as {@code 1.234} or {@code 1,234} are all there is to decide by. */
  public boolean open(char delimiter) {
    boolean quotedComma = pointEither == 0 && delimiter == ',';
    return pointEither + commaEither > 0
        && !quotedComma
        && pointDecimal + commaThousands == commaDecimal + pointThousands;
  }

  /** Whether more numbers have a decimal point than a decimal comma, or the other way round. */
  public boolean proven() {
    return pointDecimal + commaThousands != commaDecimal + pointThousands;
  }

  /**
   * Whether commas stand behind numbers that begin with zeros, as in {@code 0220,1}: in a
   * comma-separated file two numbers in one cell look so.
   *
   * @param delimiter the file's delimiter
   */
  public boolean pairs(char delimiter) {
    return delimiter == ',' && paddedCommas > 0;
  }

  /** Whether no number has a point or comma. */
  public boolean plain() {
    return pointEither + commaEither + pointDecimal + commaDecimal + pointThousands + commaThousands
        == 0;
  }

  /** What such a number looks like. */
  public String openExample() {
    return pointEither > 0 ? "1.234" : "1,234";
  }
}
