package io.hybridanomaly.importing.number;

import static java.util.Locale.ROOT;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.MissingTokens;
import java.util.Set;

/**
 * Reads the numbers of one column: plain decimals on a fast path, and thousands separators, signs,
 * percent, currencies, parentheses and words for "nothing" on a second one. Every number is the
 * double that {@link Double#parseDouble} gives for the same digits. Not thread-safe.
 */
public final class NumberParser {

  /** What the last cell was. */
  public enum Status {
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

  private final char decimal;
  private final ThousandsSeparator thousands;
  private final char[] unit;
  private final boolean coded;
  private final SeparatorEvidence evidence = new SeparatorEvidence();
  private final NumberAffixes affixes = new NumberAffixes();
  private Status status = Status.MISSING;
  private boolean sawUnit;
  private boolean sawPercent;
  private boolean sawCurrency;
  private boolean sawThousands;
  private boolean sawParentheses;

  /**
   * Reads whatever separates thousands.
   *
   * @param decimal {@code POINT} or {@code COMMA}
   */
  public NumberParser(DecimalSeparator decimal) {
    this(decimal, ThousandsSeparator.AUTO);
  }

  /**
   * Reads one separator of thousands.
   *
   * @param decimal {@code POINT} or {@code COMMA}
   * @param thousands the only one that is read
   */
  public NumberParser(DecimalSeparator decimal, ThousandsSeparator thousands) {
    this(decimal, thousands, "", false);
  }

  /**
   * Reads numbers that may have a unit or a code.
   *
   * @param decimal {@code POINT} or {@code COMMA}
   * @param thousands the only separator of thousands that is read
   * @param unit what may stand behind a number; empty for nothing
   * @param coded whether numbers have {@link QualityCodes}
   */
  public NumberParser(
      DecimalSeparator decimal, ThousandsSeparator thousands, String unit, boolean coded) {
    this.unit = unit.toCharArray();
    this.coded = coded;
    this.decimal = decimal == DecimalSeparator.COMMA ? ',' : '.';
    this.thousands = thousands;
  }

  /** What the last cell was. */
  public Status status() {
    return status;
  }

  /** What the cells so far say about the decimal separator. */
  public SeparatorEvidence evidence() {
    return evidence;
  }

  /** Whether a number had the unit. */
  public boolean sawUnit() {
    return sawUnit;
  }

  /** Whether a number had a percent sign. */
  public boolean sawPercent() {
    return sawPercent;
  }

  /** Whether a number had a currency. */
  public boolean sawCurrency() {
    return sawCurrency;
  }

  /** Whether a number had a separator of thousands. */
  public boolean sawThousands() {
    return sawThousands;
  }

  /** Whether a number stood in parentheses. */
  public boolean sawParentheses() {
    return sawParentheses;
  }

  /** The number in a cell; meaningful only if {@link #status()} says so. */
  public double parse(String cell) {
    return parse(cell.toCharArray(), 0, cell.length());
  }

  /**
   * The number in a part of a text; meaningful only if {@link #status()} says so.
   *
   * @param from where the part starts
   * @param to where it ends
   */
  public double parse(char[] text, int from, int to) {
    int i = from < to && text[from] == '-' ? from + 1 : from;
    int start = i;
    long digits = 0;
    int digit;
    while (i < to && (digit = text[i] - '0') >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      i++;
    }
    int whole = i - start;
    int fraction = 0;
    boolean separated = i < to && text[i] == decimal;
    if (separated) {
      int point = i++;
      while (i < to && (digit = text[i] - '0') >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        i++;
      }
      fraction = i - point - 1;
    }
    // 18 digits fit a long; up to 2^53 and 10^22 one division rounds correctly (Clinger 1990).
    if (i < to || whole == 0 || whole + fraction > 18 || digits > EXACT_LIMIT) {
      return parseAny(text, from, to);
    }
    evidence.countSimple(separated ? decimal : (char) 0, whole, fraction, text[start] == '0');
    status = Status.NUMBER;
    double value = digits / POWERS[fraction];
    return start > from ? -value : value;
  }

  /** A number in any notation, a word for nothing or for infinity. */
  private double parseAny(char[] text, int start, int end) {
    int from = Blanks.startWithout(text, start, end);
    int to = Blanks.endWithout(text, from, end);
    if (from == to
        || (!NumberAffixes.endsNumber(text[to - 1]) && MissingTokens.contains(text, from, to))) {
      status = Status.MISSING;
      return Double.NaN;
    }
    if (coded) {
      to = QualityCodes.end(text, from, to);
    }
    if (unit.length > 0 && to - from > unit.length && endsWithUnit(text, to)) {
      sawUnit = true;
      to -= unit.length;
      to = Blanks.endWithout(text, from, to);
    }
    status = Status.UNREADABLE;
    if (to - from > LONGEST_NUMBER || !affixes.read(text, from, to)) {
      return Double.NaN;
    }
    double value = unsigned(text, affixes.from(), affixes.to());
    if (status == Status.NUMBER) {
      sawPercent |= affixes.percent();
      sawCurrency |= affixes.currency();
      sawParentheses |= affixes.parentheses();
    }
    return affixes.negative() ? -value : value;
  }

  private boolean endsWithUnit(char[] text, int to) {
    for (int i = 0; i < unit.length; i++) {
      if (text[to - unit.length + i] != unit[i]) {
        return false;
      }
    }
    return true;
  }

  /** The number without sign and unit, in a part of a text that is not empty. */
  private double unsigned(char[] text, int from, int to) {
    int mantissaEnd = mantissaEnd(text, from, to);
    boolean hasPower = mantissaEnd < to;
    if (mantissaEnd == from || (hasPower && (text[mantissaEnd] | 32) != 'e')) {
      boolean infinite = INFINITIES.contains(new String(text, from, to - from).toLowerCase(ROOT));
      status = infinite ? Status.INFINITE : Status.UNREADABLE;
      return Double.NaN;
    }
    evidence.count(text, from, mantissaEnd, hasPower);
    int point = decimalPlace(text, from, mantissaEnd);
    if (point < 0 || !isGrouped(text, from, point, mantissaEnd)) {
      return Double.NaN;
    }
    if (hasPower) {
      String power = exponent(new String(text, mantissaEnd + 1, to - mantissaEnd - 1));
      return power.isEmpty()
          ? Double.NaN
          : finite(Double.parseDouble(plain(text, from, mantissaEnd) + power));
    }
    long digits = 0;
    int count = 0;
    for (int i = from; i < mantissaEnd; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        count++;
      }
    }
    int fraction = Math.max(0, mantissaEnd - point - 1);
    if (count > 18 || digits > EXACT_LIMIT) {
      return finite(Double.parseDouble(plain(text, from, mantissaEnd)));
    }
    status = Status.NUMBER;
    return digits / POWERS[fraction];
  }

  private double finite(double value) {
    status = Double.isInfinite(value) ? Status.INFINITE : Status.NUMBER;
    return value;
  }

  /** Where digits and separators end; the start if there is no digit among them. */
  private static int mantissaEnd(char[] text, int from, int to) {
    boolean digit = false;
    int i = from;
    for (; i < to; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c != '.' && c != ',' && !isThousandsMark(c)) {
        break;
      }
    }
    return digit ? i : from;
  }

  private static boolean isThousandsMark(char c) {
    return c == '\'' || c == '\u2019' || (Blanks.isBlank(c) && c != '\n' && c != '\r');
  }

  /** The place of the decimal separator, the end if there is none, -1 if there are several. */
  private int decimalPlace(char[] text, int from, int to) {
    int place = to;
    for (int i = from; i < to; i++) {
      if (text[i] == decimal) {
        if (place < to) {
          return -1;
        }
        place = i;
      }
    }
    return place;
  }

  /** Whether all marks in the number are its decimal separator and well-placed thousands. */
  private boolean isGrouped(char[] text, int from, int point, int to) {
    char separator = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if ((c >= '0' && c <= '9') || i == point) {
        continue;
      }
      if (i > point || (separator != 0 && separator != c)) {
        return false;
      }
      separator = c;
    }
    if (separator == 0) {
      return true;
    }
    boolean grouped =
        thousands.allows(separator) && ThousandsSeparator.wellFormed(text, from, point, separator);
    sawThousands |= grouped;
    return grouped;
  }

  /** The number with a decimal point and no thousands separators. */
  private String plain(char[] text, int from, int to) {
    StringBuilder plain = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        plain.append(text[i]);
      } else if (text[i] == decimal) {
        plain.append('.');
      }
    }
    return plain.toString();
  }

  /** The exponent as {@link Double#parseDouble} takes it, or an empty text if it is none. */
  private static String exponent(String text) {
    boolean signed =
        !text.isEmpty() && (text.charAt(0) == '+' || NumberAffixes.isMinus(text.charAt(0)));
    String digits = text.substring(signed ? 1 : 0);
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "";
    }
    return (signed && text.charAt(0) != '+' ? "e-" : "e") + digits;
  }
}
