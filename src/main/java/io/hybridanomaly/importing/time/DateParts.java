package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.series.Timestamps;
import java.util.Locale;

/**
 * Cuts a text into the parts of a date: up to three numbers, the name of a month, a quarter or
 * week, a clock time and a zone. What the numbers mean is not decided here. Not thread-safe.
 */
final class DateParts {

  /** A longer text is no date. */
  static final int MAX_LENGTH = 80;

  private String text = "";
  private int at;

  private final int[] numbers = new int[3];
  private final int[] lengths = new int[3];
  private int count;
  private int month;
  private boolean monthFirst;
  private int quarter;
  private int week;
  private boolean weekMark;
  private boolean quarterMark;
  private boolean hasTime;
  private long timeMicros;
  private int hour;
  private int offsetSeconds = Timestamps.NO_OFFSET;
  private boolean halfDaySeen;
  private char dateMark;
  private int nanos;
  private boolean finerThanNanos;

  /** Number of date numbers found, up to three. */
  int count() {
    return count;
  }

  /** A date number, in the order of the text. */
  int number(int index) {
    return numbers[index];
  }

  /** How many digits it was written with. */
  int digits(int index) {
    return lengths[index];
  }

  /** The month given by name, 0 if none was. */
  int month() {
    return month;
  }

  /** Whether the name of the month stands before every number. */
  boolean monthFirst() {
    return monthFirst;
  }

  boolean hasQuarter() {
    return quarterMark;
  }

  /** From 1 to 4, 0 if no number stands beside the Q. */
  int quarter() {
    return quarter;
  }

  boolean hasWeek() {
    return weekMark;
  }

  int week() {
    return week;
  }

  boolean hasTime() {
    return hasTime;
  }

  /** Microseconds since midnight. */
  long timeMicros() {
    return timeMicros;
  }

  /** Seconds east of UTC, or {@link Timestamps#NO_OFFSET}. */
  int offsetSeconds() {
    return offsetSeconds;
  }

  /** Whether AM or PM was written. */
  boolean halfDaySeen() {
    return halfDaySeen;
  }

  /** The mark behind the first number: a point, slash or hyphen; 0 for none. */
  char dateMark() {
    return dateMark;
  }

  /** Nanoseconds behind the microseconds, below 1000. */
  int nanos() {
    return nanos;
  }

  /** Whether digits behind the nanoseconds were cut off. */
  boolean finerThanNanos() {
    return finerThanNanos;
  }

  /** Forgets the last text. */
  void reset() {
    count = 0;
    month = 0;
    monthFirst = false;
    quarter = 0;
    week = 0;
    weekMark = false;
    quarterMark = false;
    hasTime = false;
    timeMicros = 0;
    hour = 0;
    halfDaySeen = false;
    dateMark = 0;
    offsetSeconds = Timestamps.NO_OFFSET;
    nanos = 0;
    finerThanNanos = false;
  }

  /** Cuts a text; false if a part of it belongs to no date. */
  boolean scan(String cell) {
    reset();
    text = Blanks.strip(cell);
    at = 0;
    if (text.isEmpty()) {
      return false;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean known = isDigit(c) ? takeNumber() : Character.isLetter(c) ? takeWord() : takeMark(c);
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean takeMark(char c) {
    if (c == '[' && hasTime) {
      int close = text.indexOf(']', at);
      at = close + 1;
      return close > 0;
    }
    if ((c == '+' || c == '-' || c == '\u2212') && hasTime && digitAt(at + 1)) {
      return takeOffset(c == '+' ? 1 : -1);
    }
    at++;
    if (c == '-' || c == '/' || c == '.') {
      if (count == 1) {
        dateMark = c;
      }
      return at > 1 && (at < text.length() || Character.isLetter(text.charAt(at - 2)));
    }
    return c == ',' || c == '年' || c == '月' || c == '日' || Blanks.isBlank(c);
  }

  private boolean digitAt(int index) {
    return index < text.length() && isDigit(text.charAt(index));
  }

  /** The number of digits from here on. */
  private int digitsAt(int index) {
    int end = index;
    while (digitAt(end)) {
      end++;
    }
    return end - index;
  }

  private int number(int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  private boolean takeNumber() {
    int digits = digitsAt(at);
    char next = at + digits < text.length() ? text.charAt(at + digits) : 0;
    if (quarterMark && quarter == 0 && digits == 1) {
      quarter = number(at, 1);
      at += 1;
      return quarter >= 1 && quarter <= 4;
    }
    if (weekMark && week == 0 && digits == 2) {
      week = number(at, 2);
      at += 2;
      return week >= 1 && week <= 53;
    }
    if (next == ':') {
      return !hasTime && takeClock(digits, ':');
    }
    boolean dateComplete = count == 3 || (month > 0 && count == 2);
    if (dateComplete) {
      return !hasTime && takeTimeAfterDate(digits, next);
    }
    if (count == 0 && month == 0 && !hasTime && digits >= 8) {
      return takeCompact(digits);
    }
    if (count == 0 && month == 0 && digits == 6) {
      return takeYearMonth();
    }
    if (digits > 4 || count == 3) {
      return false;
    }
    take(at, digits);
    at += digits;
    return true;
  }

  /** Adds a date number. */
  private void take(int from, int digits) {
    numbers[count] = number(from, digits);
    lengths[count++] = digits;
  }

  /** {@code yyyyMMdd} and more digits of time right behind. */
  private boolean takeCompact(int digits) {
    if (digits != 8 && digits != 12 && digits != 14 && digits != 17) {
      return false;
    }
    take(at, 4);
    take(at + 4, 2);
    take(at + 6, 2);
    int from = at + 8;
    if (digits > 8) {
      int second = digits > 12 ? number(from + 4, 2) : 0;
      int milli = digits > 14 ? number(from + 6, 3) : 0;
      at += digits;
      return setTime(number(from, 2), number(from + 2, 2), second, takeFraction(milli * 1000));
    }
    at += digits;
    return true;
  }

  /** {@code yyyyMM}. */
  private boolean takeYearMonth() {
    take(at, 4);
    take(at + 4, 2);
    at += 6;
    return at == text.length();
  }

  /** A time that is not written with colons, which only a complete date before it makes a time. */
  private boolean takeTimeAfterDate(int digits, char next) {
    if (digits <= 2 && next == '.' && digitAt(at + digits + 1)) {
      return takeClock(digits, '.');
    }
    int from = at;
    at += digits;
    return switch (digits) {
      case 1, 2 -> setTime(number(from, digits), 0, 0, 0);
      case 3, 4 -> setTime(number(from, digits - 2), number(from + digits - 2, 2), 0, 0);
      case 6 -> setTime(number(from, 2), number(from + 2, 2), number(from + 4, 2), takeFraction(0));
      default -> false;
    };
  }

  /** {@code H:mm}, {@code H:mm:ss} and a fraction of a second. */
  private boolean takeClock(int digits, char mark) {
    int minuteDigits = digitsAt(at + digits + 1);
    if (digits > 2 || minuteDigits != 2) {
      return false;
    }
    int h = number(at, digits);
    int minute = number(at + digits + 1, 2);
    at += digits + 3;
    int second = 0;
    int micro = 0;
    if (at < text.length() && text.charAt(at) == mark && digitsAt(at + 1) == 2) {
      second = number(at + 1, 2);
      at += 3;
      micro = takeFraction(0);
    }
    return setTime(h, minute, second, micro);
  }

  /**
   * Microseconds behind a point or comma, the nanoseconds set aside; what was known before if there
   * is none.
   */
  private int takeFraction(int micros) {
    boolean point = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    int digits = point ? digitsAt(at + 1) : 0;
    if (digits == 0) {
      return micros;
    }
    int fraction = 0;
    for (int i = 0; i < Math.max(digits, 9); i++) {
      int digit = i < digits ? text.charAt(at + 1 + i) - '0' : 0;
      if (i < 9) {
        fraction = fraction * 10 + digit;
      } else {
        finerThanNanos |= digit != 0;
      }
    }
    at += digits + 1;
    nanos = fraction % 1000;
    return fraction / 1000;
  }

  private boolean setTime(int h, int minute, int second, int micro) {
    hasTime = true;
    hour = h;
    timeMicros = ClockTime.micros(h, minute, second, micro);
    return ClockTime.isTime(h, minute, second);
  }

  /** {@code +01}, {@code +0100}, {@code +01:00}, {@code +01:00:00}. */
  private boolean takeOffset(int sign) {
    int digits = digitsAt(at + 1);
    if (offsetSeconds != Timestamps.NO_OFFSET && offsetSeconds != 0) {
      return false;
    }
    if (digits != 1 && digits != 2 && digits != 4) {
      return false;
    }
    int hours = number(at + 1, Math.min(digits, 2));
    int minutes = digits == 4 ? number(at + 3, 2) : 0;
    at += digits + 1;
    if (digits < 4 && at < text.length() && text.charAt(at) == ':' && digitsAt(at + 1) == 2) {
      minutes = number(at + 1, 2);
      at += 3;
    }
    offsetSeconds = sign * (hours * 3600 + minutes * 60);
    return minutes < 60 && Math.abs(offsetSeconds) <= 18 * 3600;
  }

  private boolean takeWord() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (text.charAt(at) >= '一') {
      return takeMark(text.charAt(at));
    }
    String word = text.substring(at, end).toLowerCase(Locale.ROOT);
    at = end;
    if (word.equals("q")) {
      quarterMark = true;
      if (count == 1 && lengths[0] == 1) {
        quarter = numbers[0];
        count = 0;
      }
      return quarter <= 4;
    }
    if (word.equals("w") && digitAt(at) && count == 1) {
      weekMark = true;
      return true;
    }
    if (isHalfDay(word)) {
      return takeHalfDay(word.startsWith("p"));
    }
    int named = DateWords.month(word);
    if (named > 0 && month == 0) {
      month = named;
      monthFirst = count == 0;
      return true;
    }
    if (hasTime && DateWords.isZone(word)) {
      offsetSeconds = DateWords.zoneSeconds(word);
      return true;
    }
    return DateWords.isIgnored(word);
  }

  /** {@code am}, {@code pm}, and the {@code a} and {@code p} of {@code a.m.} and {@code p.m.} */
  private boolean isHalfDay(String word) {
    boolean letter = word.equals("a") || word.equals("p");
    boolean dotted = letter && text.regionMatches(true, at, ".m", 0, 2);
    at += dotted ? 2 : 0;
    return dotted || word.equals("am") || word.equals("pm");
  }

  private boolean takeHalfDay(boolean afternoon) {
    if (!hasTime || halfDaySeen || hour < 1 || hour > 12) {
      return false;
    }
    halfDaySeen = true;
    int shift = ClockTime.halfDayShift(hour, afternoon);
    timeMicros += ClockTime.micros(shift, 0, 0, 0);
    return true;
  }
}
