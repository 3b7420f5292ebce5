package io.hybridanomaly.series;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them. */
public final class NumberText {

  private NumberText() {}

  /** A value with about five significant digits, without an exponent where that is readable. */
  public static String of(double value) {
    double size = Math.abs(value);
    if (value == 0 || (size >= 1e-4 && size < 1e12)) {
      int digits = size >= 1e5 ? 0 : size >= 1e3 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 6;
      String pattern = digits == 0 ? "#,##0" : "#,##0." + "#".repeat(digits);
      DecimalFormat format =
          new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
      return format.format(value);
    }
    return String.format(Locale.ENGLISH, "%.4g", value);
  }

  /** A count with separated thousands: {@code 10,320}. */
  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A count with its noun: {@code 1 anomaly}, {@code 7 anomalies}. */
  public static String count(long number, String noun) {
    return count(number) + " " + (number == 1 ? noun : plural(noun));
  }

  /** The regular plural of an English noun: {@code points}, {@code anomalies}. */
  private static String plural(String noun) {
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  /** A share as a whole percentage. */
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
  }

  /** A probability after its name: {@code = 0.034} or {@code < 0.001}. */
  public static String probability(double p) {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ENGLISH, "= %.3f", p);
  }
}
