package io.hybridanomaly.chat;

import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers and times as a sentence writes them. */
final class Words {

  private static final MathContext DIGITS = new MathContext(6);
  private static final double READABLE = 1e12;

  private Words() {}

  /** Up to six significant digits. */
  static String number(double value) {
    if (value != 0 && (Math.abs(value) >= READABLE || Math.abs(value) < 1 / READABLE)) {
      return String.format(Locale.ENGLISH, "%.5g", value);
    }
    DecimalFormat format =
        new DecimalFormat(
            "#,##0.##################", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    return format.format(new BigDecimal(value).round(DIGITS));
  }

  /** A number of things. */
  static String count(int number, String noun) {
    return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** The time of a point, without seconds that are zero. */
  static String time(TimeAxis times, int point) {
    String text = times.text(point);
    if (times instanceof RowNumbers) {
      return "row " + text;
    }
    String readable = text.replace('T', ' ');
    return readable.matches("\\S+ \\d\\d:\\d\\d:00")
        ? readable.substring(0, readable.length() - ":00".length())
        : readable;
  }
}
