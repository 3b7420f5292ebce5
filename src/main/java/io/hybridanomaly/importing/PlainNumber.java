package io.hybridanomaly.importing;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Decimals as epoch numbers are written. */
final class PlainNumber {

  private static final Pattern PATTERN =
      Pattern.compile("-?\\d{1,19}(\\.\\d{0,20})?([eE]\\+?\\d{1,2})?");

  private PlainNumber() {}

  static boolean matches(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** The value of one to 18 digits; negative for any other text. */
  static long digits(String text) {
    if (text.isEmpty() || text.length() > 18) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * The number times a power of ten, without its remaining decimals and without rounding through a
   * double.
   *
   * @param text a number that {@link #matches}, without exponent, within the range of a long
   */
  static long scaled(String text, int power) {
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    int end = point + power;
    if (power < 0) {
      String digits = text.substring(0, point);
      return new BigInteger(digits).divide(BigInteger.TEN.pow(-power)).longValueExact();
    }
    StringBuilder digits = new StringBuilder(text.substring(0, point));
    for (int i = point + 1; i <= end; i++) {
      digits.append(i < text.length() ? text.charAt(i) : '0');
    }
    return Long.parseLong(digits.toString());
  }
}
