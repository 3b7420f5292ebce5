package io.hybridanomaly.chat;

import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeText;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and dates of a question in the notation of a language and in English: {@code 1.234,5} and
 * {@code 1234.5}, {@code 30.10.2014} and {@code 2014-10-30}.
 *
 * @param locale of the visitor
 */
record Notation(Locale locale) {

  private static final Pattern ENGLISH_NUMBER =
      Pattern.compile("(?<![\\d.,])\\d[\\d,]*(?:\\.\\d+)?");

  /**
   * A question as an English reader would have written it. Dates with dots mean the same
   * everywhere.
   */
  String english(String question) {
    String dated = TimeText.iso(TimeText.iso(question, locale), Locale.GERMAN);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    if (symbols.getDecimalSeparator() != ',') {
      return dated;
    }
    String thousands = thousands(symbols.getGroupingSeparator());
    return Pattern.compile(
            "(?<![\\d.,])(\\d{1,3}(?:%s\\d{3})+|\\d+)(?:,(\\d+))?(?![.,]?\\d)".formatted(thousands))
        .matcher(dated)
        .replaceAll(
            number ->
                number.group(1).replaceAll(thousands, "")
                    + (number.group(2) == null ? "" : "." + number.group(2)));
  }

  /** What separates thousands; a keyboard has one blank only, but that separates numbers too. */
  private static String thousands(char separator) {
    return Character.isSpaceChar(separator)
        ? "[\u00a0\u202f]"
        : Pattern.quote(String.valueOf(separator));
  }

  /** Words with English numbers, as the visitor writes them. */
  String written(String english) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? english
        : ENGLISH_NUMBER
            .matcher(english)
            .replaceAll(number -> Matcher.quoteReplacement(number(number.group())));
  }

  private String number(String english) {
    return NumberText.of(Double.parseDouble(english.replace(",", "")), locale);
  }
}
