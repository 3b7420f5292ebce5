package io.hybridanomaly.importing.number;

import io.hybridanomaly.importing.text.Blanks;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sign, parentheses, currency and percent around a number. Not thread-safe: the last text stands in
 * the fields.
 */
final class NumberAffixes {

  /** Words that are a currency by themselves. */
  private static final Set<String> CURRENCIES =
      Stream.concat(
              Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
              Stream.of("KR", "KČ", "ZŁ", "FT", "RS", "FR", "SFR"))
          .collect(Collectors.toUnmodifiableSet());

  /** Letters that only make a currency together with a sign, as in {@code R$}. */
  private static final Set<String> SIGN_PREFIXES =
      Set.of("R", "US", "A", "C", "CA", "AU", "NZ", "HK", "S", "MX");

  /** Each step removes at least one character, and no sensible number has more than six. */
  private static final int MOST_STEPS = 6;

  private char[] text = {};
  private int from;
  private int to;
  private boolean signed;
  private boolean negative;
  private boolean percent;
  private boolean currency;
  private boolean parentheses;

  /** Where the number starts. */
  int from() {
    return from;
  }

  /** Where the number ends. */
  int to() {
    return to;
  }

  boolean negative() {
    return negative;
  }

  boolean percent() {
    return percent;
  }

  boolean currency() {
    return currency;
  }

  boolean parentheses() {
    return parentheses;
  }

  /**
   * Strips what surrounds the number in a part of a text; false if nothing is left.
   *
   * @param start where the part starts; no blank stands there
   * @param end where it ends; no blank stands before
   */
  boolean read(char[] chars, int start, int end) {
    text = chars;
    from = start;
    to = end;
    signed = false;
    negative = false;
    percent = false;
    currency = false;
    parentheses = false;
    for (int step = 0; step < MOST_STEPS && from < to; step++) {
      if ((isDigit(text[from]) || !stripStart()) && (isDigit(text[to - 1]) || !stripEnd())) {
        break;
      }
    }
    return from < to;
  }

  static boolean isMinus(char c) {
    return c == '-' || c == '\u2212' || c == '\u2013' || c == '\uFE63' || c == '\uFF0D';
  }

  /** Whether a text that ends so can be no word for "nothing". */
  static boolean endsNumber(char last) {
    return isDigit(last) || last == '%' || Character.getType(last) == Character.CURRENCY_SYMBOL;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean stripStart() {
    char c = text[from];
    if (c == '(' && text[to - 1] == ')' && !signed) {
      from++;
      to--;
      signed = true;
      negative = true;
      parentheses = true;
    } else if (!signed && (c == '+' || isMinus(c))) {
      from++;
      signed = true;
      negative = c != '+';
    } else {
      int length = currency ? 0 : currencyAtStart();
      if (length == 0) {
        return false;
      }
      from += length;
      currency = true;
    }
    stripBlanks();
    return true;
  }

  private boolean stripEnd() {
    char c = text[to - 1];
    if (c == '%' && !percent) {
      to--;
      percent = true;
    } else if (!signed && isMinus(c) && to - from > 1) {
      to--;
      signed = true;
      negative = true;
    } else {
      int length = currency ? 0 : currencyAtEnd();
      if (length == 0) {
        return false;
      }
      to -= length;
      currency = true;
    }
    stripBlanks();
    return true;
  }

  private void stripBlanks() {
    from = Blanks.startWithout(text, from, to);
    to = Blanks.endWithout(text, from, to);
  }

  /** Length of the currency sign or code at the start, 0 if there is none. */
  private int currencyAtStart() {
    int i = from;
    while (i < to && Character.isLetter(text[i])) {
      i++;
    }
    boolean sign = i < to && Character.getType(text[i]) == Character.CURRENCY_SYMBOL;
    if (sign) {
      return i == from || SIGN_PREFIXES.contains(upperCase(from, i)) ? i + 1 - from : 0;
    }
    if (i == from || !CURRENCIES.contains(upperCase(from, i))) {
      return 0;
    }
    boolean dot = i + 1 < to && text[i] == '.';
    return i - from + (dot ? 1 : 0);
  }

  private int currencyAtEnd() {
    int i = to;
    if (Character.getType(text[i - 1]) == Character.CURRENCY_SYMBOL) {
      return 1;
    }
    if (text[i - 1] == '.') {
      i--;
    }
    int end = i;
    while (i > from && Character.isLetter(text[i - 1])) {
      i--;
    }
    return i < end && CURRENCIES.contains(upperCase(i, end)) ? to - i : 0;
  }

  private String upperCase(int start, int end) {
    return new String(text, start, end - start).toUpperCase(Locale.ROOT);
  }
}
