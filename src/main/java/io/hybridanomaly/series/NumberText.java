package io.hybridanomaly.series;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them: in English, or with the separators of their language. */
public final class NumberText {

  private NumberText() {}

  /** Decimal places that files write their values with; longer ones come from calculations. */
  private static final int WRITTEN_PLACES = 3;

  /** A smaller part of a value is nothing beside it. */
  private static final double NOTHING = 1e-4;

  /**
   * The one way to write a number: as it is if it has at most three decimal places, as values of
   * files have; otherwise, as means and expectations have, with about four significant digits.
   * Without an exponent where that is readable.
   */
  public static String of(double value) {
    return of(value, Locale.ENGLISH);
  }

  /** The same with the separators of a language. */
  public static String of(double value, Locale locale) {
    double size = Math.abs(value);
    if (value == 0 || (size >= 1e-4 && size < 1e12)) {
      int calculated = size >= 1e4 ? 0 : size >= 1e2 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 5;
      int written = Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
      int digits = written <= WRITTEN_PLACES ? written : calculated;
      String pattern = digits == 0 ? "#,##0" : "#,##0." + "#".repeat(digits);
      DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
      return format.format(value);
    }
    return String.format(locale, "%.4g", value);
  }

  /**
   * What is expected where a value stands: 0 if it is nothing beside that value, as 0.00025 is
   * beside 60.
   */
  public static String expected(double expected, double value, Locale locale) {
    return of(Math.abs(expected) < NOTHING * Math.abs(value) ? 0 : expected, locale);
  }

  /** A count with separated thousands: {@code 10,320}. */
  public static String count(long number) {
    return count(number, Locale.ENGLISH);
  }

  /** The same with the separators of a language. */
  public static String count(long number, Locale locale) {
    return String.format(locale, "%,d", number);
  }

  /** A count with its noun: {@code 1 anomaly}, {@code 7 anomalies}. */
  public static String count(long number, String noun) {
    return count(number, noun, Locale.ENGLISH);
  }

  /** The same with the separators of a language. */
  public static String count(long number, String noun, Locale locale) {
    return count(number, locale) + " " + (number == 1 ? noun : plural(noun));
  }

  /** The regular plural of an English noun: {@code points}, {@code anomalies}. */
  private static String plural(String noun) {
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  /** A share as a whole percentage. */
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
  }

  /** A severity, or a share in percent without its sign: a whole number. */
  public static String whole(double value) {
    return String.format(Locale.ENGLISH, "%.0f", value);
  }

  /** A score or a threshold of scores: two decimal places. */
  public static String score(double value) {
    return score(value, Locale.ENGLISH);
  }

  /** The same with the separators of a language. */
  public static String score(double value, Locale locale) {
    return String.format(locale, "%.2f", value);
  }

  /**
   * A probability after its name, with the separators of a language: {@code = 0.034} or {@code <
   * 0.001}.
   */
  public static String probability(double p, Locale locale) {
    return p < 0.001 ? String.format(locale, "< %.3f", 0.001) : String.format(locale, "= %.3f", p);
  }
}
