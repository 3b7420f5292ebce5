package io.hybridanomaly.importing.number;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Decimals as epoch numbers are written. */
public final class PlainNumber {

  private static final Pattern PATTERN =
      Pattern.compile("-?\\d{1,19}(\\.\\d{0,20})?([eE]\\+?\\d{1,2})?");

  private PlainNumber() {}

  /** Whether a text is such a number. */
  public static boolean matches(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** The value of one to 18 digits; negative for any other text. */
  public static long digits(String text) {
    return digits(text.toCharArray(), 0, text.length());
  }

  /** The value of one to 18 digits from a place up to another; negative for any other text. */
  public static long digits(char[] text, int from, int to) {
    if (from == to || to - from > 18) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
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
   * @param text a number that {@link #matches}, without exponent
   * @param power at least 0
   */
  public static BigInteger scaled(String text, int power) {
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    int end = point + power;
    StringBuilder digits = new StringBuilder(text.substring(0, point));
    for (int i = point + 1; i <= end; i++) {
      digits.append(i < text.length() ? text.charAt(i) : '0');
    }
    return new BigInteger(digits.toString());
  }
}
