package io.hybridanomaly.series;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbers as people read them: in English, or with the separators of their language. */
public final class NumberText {

  private NumberText() {}

  /** More significant digits than a file is written with; longer ones come from calculations. */
  private static final int MOST_WRITTEN = 10;

  /** What is calculated has no more: instruments do not measure finer. */
  private static final int MOST_CALCULATED = 7;

  /** A calculated number with no more decimal places is shown as it is. */
  private static final int SHORT_PLACES = 3;

  /** A number with an exponent has no fewer. */
  private static final int FEWEST_DIGITS = 4;

  /** As many values tell how fine a series is. */
  private static final int SAMPLE = 200;

  /** A smaller part of a value is nothing beside it. */
  private static final double NOTHING = 1e-4;

  /**
   * The one way to write a number: as it is if it has at most ten significant digits, as values of
   * files have; otherwise, as means and expectations have, with about four. Without an exponent
   * where that is readable.
   */
  public static String of(double value) {
    return of(value, Locale.ENGLISH);
  }

  /** The same with the separators of a language. */
  public static String of(double value, Locale locale) {
    BigDecimal exact = exact(value);
    return exact.precision() <= MOST_WRITTEN
        ? text(value, exact.precision(), Math.max(0, exact.scale()), locale)
        : calculated(value, 0, locale);
  }

  /**
   * What is calculated from values, as fine as they are: 1.1823 and not 1.18 as the mean of rates
   * such as 1.1292. As it is if it has at most three decimal places, such as a sum of amounts.
   *
   * @param digits significant digits that it has at least, as {@link #usualDigits} counts them
   */
  public static String calculated(double value, int digits, Locale locale) {
    BigDecimal exact = exact(value);
    int fine = digits - (exact.precision() - exact.scale());
    boolean brief = exact.scale() <= SHORT_PLACES;
    int places = brief ? exact.scale() : Math.max(fewestPlaces(Math.abs(value)), fine);
    return text(value, Math.min(digits, exact.precision()), Math.max(0, places), locale);
  }

  private static BigDecimal exact(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros()
        : BigDecimal.ZERO;
  }

  /** Those with which a number has about four significant digits. */
  private static int fewestPlaces(double size) {
    return size >= 1e4 ? 0 : size >= 1e2 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 5;
  }

  private static String text(double value, int digits, int places, Locale locale) {
    double size = Math.abs(value);
    if (value != 0 && !(size >= 1e-4 && size < 1e12)) {
      return String.format(locale, "%." + Math.max(FEWEST_DIGITS, digits) + "g", value);
    }
    String pattern = places == 0 ? "#,##0" : "#,##0." + "#".repeat(places);
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(value);
  }

  /** How many significant digits most of some values have, at most {@value #MOST_CALCULATED}. */
  public static int usualDigits(double... values) {
    int step = Math.max(1, values.length / SAMPLE);
    int[] digits =
        IntStream.iterate(0, i -> i < values.length, i -> i + step)
            .map(i -> BigDecimal.valueOf(values[i]).stripTrailingZeros().precision())
            .sorted()
            .toArray();
    return digits.length == 0 ? 0 : Math.min(MOST_CALCULATED, digits[digits.length / 2]);
  }

  /**
   * What is expected where a value stands, as fine as that value: 0 if it is nothing beside it, as
   * 0.00025 is beside 60.
   */
  public static String expected(double expected, double value, Locale locale) {
    return expected(expected, value, usualDigits(value), locale);
  }

  /** The same, as fine as most values are: {@link #usualDigits}. */
  public static String expected(double expected, double value, int digits, Locale locale) {
    boolean nothing = Math.abs(expected) < NOTHING * Math.abs(value);
    return calculated(nothing ? 0 : expected, digits, locale);
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
