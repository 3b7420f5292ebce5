package io.hybridanomaly.importing;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the numbers of one column: plain decimals on a fast path, and thousands separators, signs,
 * percent, currencies, parentheses and words for "nothing" on a slow one. Every number is the
 * double that {@link Double#parseDouble} gives for the same digits. Not thread-safe.
 */
final class NumberParser {

  /** What the last cell was. */
  enum Status {
    NUMBER,
    MISSING,
    INFINITE,
    UNREADABLE
  }

  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private static final long EXACT_LIMIT = 1L << 53;

  private static final int LONGEST_NUMBER = 1000;

  private static final Set<String> INFINITIES =
      Set.of("inf", "infinity", "infinite", "∞", "1.#inf", "1.#inf00");

  /** Words that are a currency by themselves. */
  private static final Set<String> CURRENCIES =
      Stream.concat(
              Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
              Stream.of("KR", "KČ", "ZŁ", "FT", "RS", "FR", "SFR"))
          .collect(Collectors.toUnmodifiableSet());

  /** Letters that only make a currency together with a sign, as in {@code R$}. */
  private static final Set<String> SIGN_PREFIXES =
      Set.of("R", "US", "A", "C", "CA", "AU", "NZ", "HK", "S", "MX");

  private final char decimal;
  private final ThousandsSeparator thousands;
  private final SeparatorEvidence evidence = new SeparatorEvidence();
  private Status status = Status.MISSING;
  private boolean sawPercent;
  private boolean sawCurrency;
  private boolean sawThousands;
  private boolean sawParentheses;

  /**
   * @param decimal {@code POINT} or {@code COMMA}
   */
  NumberParser(DecimalSeparator decimal) {
    this(decimal, ThousandsSeparator.AUTO);
  }

  /**
   * @param decimal {@code POINT} or {@code COMMA}
   * @param thousands the only separator of thousands that is read
   */
  NumberParser(DecimalSeparator decimal, ThousandsSeparator thousands) {
    this.decimal = decimal == DecimalSeparator.COMMA ? ',' : '.';
    this.thousands = thousands;
  }

  Status status() {
    return status;
  }

  SeparatorEvidence evidence() {
    return evidence;
  }

  boolean sawPercent() {
    return sawPercent;
  }

  boolean sawCurrency() {
    return sawCurrency;
  }

  boolean sawThousands() {
    return sawThousands;
  }

  boolean sawParentheses() {
    return sawParentheses;
  }

  /** The number in a cell; meaningful only if {@link #status()} says so. */
  double parse(String cell) {
    int n = cell.length();
    int i = n > 0 && cell.charAt(0) == '-' ? 1 : 0;
    boolean negative = i == 1;
    int start = i;
    long digits = 0;
    int digit;
    while (i < n && (digit = cell.charAt(i) - '0') >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      i++;
    }
    int whole = i - start;
    int fraction = 0;
    boolean separated = i < n && cell.charAt(i) == decimal;
    if (separated) {
      int point = i++;
      while (i < n && (digit = cell.charAt(i) - '0') >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        i++;
      }
      fraction = i - point - 1;
    }
    // 18 digits fit a long; up to 2^53 and 10^22 one division rounds correctly (Clinger 1990).
    boolean exact = whole + fraction <= 18 && digits <= EXACT_LIMIT;
    if (i < n || whole == 0 || !(exact || decimal == '.') || n > LONGEST_NUMBER) {
      return parseSlowly(cell);
    }
    evidence.countSimple(
        separated ? decimal : (char) 0, whole, fraction, cell.charAt(start) == '0');
    if (!exact) {
      double value = Double.parseDouble(cell);
      status = Double.isInfinite(value) ? Status.INFINITE : Status.NUMBER;
      return value;
    }
    status = Status.NUMBER;
    double value = digits / POWERS[fraction];
    return negative ? -value : value;
  }

  private double parseSlowly(String cell) {
    String text = Blanks.strip(cell);
    if (MissingTokens.contains(text)) {
      status = Status.MISSING;
      return Double.NaN;
    }
    status = Status.UNREADABLE;
    if (text.length() > LONGEST_NUMBER) {
      return Double.NaN;
    }
    Affixes affixes = new Affixes(text);
    if (!affixes.read()) {
      return Double.NaN;
    }
    String core = affixes.core();
    if (INFINITIES.contains(core.toLowerCase(Locale.ROOT))) {
      status = Status.INFINITE;
      return Double.NaN;
    }
    int exponent = exponentIndex(core);
    String mantissa = exponent < 0 ? core : core.substring(0, exponent);
    if (mantissa.isEmpty() || !onlyDigitsAndSeparators(mantissa)) {
      return Double.NaN;
    }
    evidence.count(mantissa, exponent >= 0);
    String plain = withoutSeparators(mantissa);
    String power = exponent < 0 ? "" : exponent(core.substring(exponent + 1));
    if (plain.isEmpty() || (exponent >= 0 && power.isEmpty())) {
      return Double.NaN;
    }
    double value = Double.parseDouble(plain + power);
    status = Double.isInfinite(value) ? Status.INFINITE : Status.NUMBER;
    sawPercent |= affixes.percent;
    sawCurrency |= affixes.currency;
    sawParentheses |= affixes.parentheses;
    return affixes.negative ? -value : value;
  }

  private static int exponentIndex(String core) {
    int lower = core.indexOf('e');
    return lower >= 0 ? lower : core.indexOf('E');
  }

  /** The exponent as {@link Double#parseDouble} takes it, or an empty text if it is none. */
  private static String exponent(String text) {
    int from = !text.isEmpty() && (text.charAt(0) == '+' || isMinus(text.charAt(0))) ? 1 : 0;
    if (from == text.length()) {
      return "";
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return "";
      }
    }
    String digits = text.substring(from);
    return (from == 1 && text.charAt(0) != '+' ? "e-" : "e") + digits;
  }

  private static boolean onlyDigitsAndSeparators(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c != '.' && c != ',' && !isThousandsMark(c)) {
        return false;
      }
    }
    return digit;
  }

  private static boolean isThousandsMark(char c) {
    return c == '\'' || c == '\u2019' || (Blanks.isBlank(c) && c != '\n' && c != '\r');
  }

  /** The number with a decimal point and no thousands separators, or an empty text. */
  private String withoutSeparators(String mantissa) {
    int point = mantissa.indexOf(decimal);
    if (point != mantissa.lastIndexOf(decimal)) {
      return "";
    }
    int end = point < 0 ? mantissa.length() : point;
    char separator = 0;
    StringBuilder plain = new StringBuilder(mantissa.length());
    for (int i = 0; i < mantissa.length(); i++) {
      char c = mantissa.charAt(i);
      if (c >= '0' && c <= '9') {
        plain.append(c);
      } else if (i == point) {
        plain.append('.');
      } else if (i > end || (separator != 0 && separator != c)) {
        return "";
      } else {
        separator = c;
      }
    }
    if (separator != 0) {
      if (!thousands.allows(separator) || !Thousands.wellFormed(mantissa, end, separator)) {
        return "";
      }
      sawThousands = true;
    }
    return plain.toString();
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '\u2212' || c == '\u2013' || c == '\uFE63' || c == '\uFF0D';
  }

  /** Sign, parentheses, currency and percent around a number. */
  private static final class Affixes {

    private final String text;
    private int from;
    private int to;
    private boolean signed;
    private boolean negative;
    private boolean percent;
    private boolean currency;
    private boolean parentheses;

    Affixes(String text) {
      this.text = text;
      this.to = text.length();
    }

    String core() {
      return text.substring(from, to);
    }

    /** Strips what surrounds the number; false if that makes no sense. */
    boolean read() {
      // Each step removes at least one character, and no sensible number has more than six.
      for (int step = 0; step < 6 && from < to; step++) {
        if (!stripStart() && !stripEnd()) {
          break;
        }
      }
      return from < to;
    }

    private boolean stripStart() {
      char c = text.charAt(from);
      if (c == '(' && text.charAt(to - 1) == ')' && !signed) {
        from++;
        to--;
        signed = true;
        negative = true;
        parentheses = true;
      } else if (!signed && (c == '+' || isMinus(c))) {
        from++;
        signed = true;
        negative = c != '+';
      } else if (!currency && currencyAtStart() > 0) {
        from += currencyAtStart();
        currency = true;
      } else {
        return false;
      }
      stripBlanks();
      return true;
    }

    private boolean stripEnd() {
      char c = text.charAt(to - 1);
      if (c == '%' && !percent) {
        to--;
        percent = true;
      } else if (!signed && isMinus(c) && to - from > 1) {
        to--;
        signed = true;
        negative = true;
      } else if (!currency && currencyAtEnd() > 0) {
        to -= currencyAtEnd();
        currency = true;
      } else {
        return false;
      }
      stripBlanks();
      return true;
    }

    private void stripBlanks() {
      while (from < to && Blanks.isBlank(text.charAt(from))) {
        from++;
      }
      while (to > from && Blanks.isBlank(text.charAt(to - 1))) {
        to--;
      }
    }

    /** Length of the currency sign or code at the start, 0 if there is none. */
    private int currencyAtStart() {
      int i = from;
      while (i < to && Character.isLetter(text.charAt(i))) {
        i++;
      }
      boolean sign = i < to && Character.getType(text.charAt(i)) == Character.CURRENCY_SYMBOL;
      String letters = text.substring(from, i).toUpperCase(Locale.ROOT);
      if (sign) {
        return letters.isEmpty() || SIGN_PREFIXES.contains(letters) ? i + 1 - from : 0;
      }
      if (!CURRENCIES.contains(letters)) {
        return 0;
      }
      boolean dot = i > from && i + 1 < to && text.charAt(i) == '.';
      return i - from + (dot ? 1 : 0);
    }

    private int currencyAtEnd() {
      int i = to;
      if (Character.getType(text.charAt(i - 1)) == Character.CURRENCY_SYMBOL) {
        return 1;
      }
      boolean dot = text.charAt(i - 1) == '.';
      if (dot) {
        i--;
      }
      int end = i;
      while (i > from && Character.isLetter(text.charAt(i - 1))) {
        i--;
      }
      String letters = text.substring(i, end).toUpperCase(Locale.ROOT);
      return CURRENCIES.contains(letters) ? to - i : 0;
    }
  }
}
