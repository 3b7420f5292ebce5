package io.hybridanomaly.importing;

import io.hybridanomaly.series.Timestamps;
import java.util.Locale;

/**
 * Reads a date, a time of day or both from one text: ISO layouts on a fast path, everything else by
 * cutting the text into numbers, words and marks. Which of day, month and year comes first in
 * all-number dates is the caller's choice. Not thread-safe: the result stands in the fields of the
 * parser, so that a column of millions costs no objects.
 */
final class DateParser {

  private static final int MAX_LENGTH = 80;

  private final DateOrder order;

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
  private boolean compact;
  private boolean hasTime;
  private long timeMicros;
  private int hour;
  private boolean halfDaySeen;
  private char dateMark;

  private DateGranularity granularity = DateGranularity.DAY;
  private long localMicros;
  private int offsetSeconds;
  private int fits;
  private boolean twoDigitYear;
  private boolean finerThanMicros;

  /**
   * @param order how to read {@code 03/04/05}; not {@code AUTO}
   */
  DateParser(DateOrder order) {
    this.order = order;
  }

  /** What the last text gave. */
  DateGranularity granularity() {
    return granularity;
  }

  /** Microseconds of the written wall clock since 1970, of a time of day since midnight. */
  long localMicros() {
    return localMicros;
  }

  /** Seconds east of UTC, or {@link Timestamps#NO_OFFSET}. */
  int offsetSeconds() {
    return offsetSeconds;
  }

  /**
   * The orders that read the last text, as a sum of {@link #bit}s; 0 if its order is no question.
   * Also set if the text could not be read in the order of this parser.
   */
  int fits() {
    return fits;
  }

  /** The bit of an order in {@link #fits}. */
  static int bit(DateOrder order) {
    return switch (order) {
      case AUTO -> 0;
      case DAY_MONTH -> 1;
      case MONTH_DAY -> 2;
      case YEAR_FIRST -> 4;
    };
  }

  /** Whether the last text had a time of day. */
  boolean hasTime() {
    return hasTime;
  }

  /** Whether the last text had a year of two digits. */
  boolean twoDigitYear() {
    return twoDigitYear;
  }

  /** Whether digits after the microseconds were cut off. */
  boolean finerThanMicros() {
    return finerThanMicros;
  }

  /** The mark between the numbers of the last date: a point, slash or hyphen; 0 for none. */
  char dateMark() {
    return dateMark;
  }

  /** Whether the last text had AM or PM. */
  boolean halfDaySeen() {
    return halfDaySeen;
  }

  /** Whether the last text had the name of a month. */
  boolean namedMonth() {
    return month > 0;
  }

  /** Reads a text; false if it is no date or time. */
  boolean parse(String cell) {
    return parseIso(cell) || parseAny(cell);
  }

  /** {@code yyyy-MM-dd} with {@code HH:mm}, {@code HH:mm:ss}, {@code .f} and {@code Z}. */
  private boolean parseIso(String s) {
    int n = s.length();
    if (n < 10 || s.charAt(4) != '-' || s.charAt(7) != '-') {
      return false;
    }
    int year = two(s, 0) * 100 + two(s, 2);
    int monthOfYear = two(s, 5);
    int day = two(s, 8);
    if ((year | monthOfYear | day) < 0 || !ClockTime.isDate(year, monthOfYear, day)) {
      return false;
    }
    long micros = 0;
    int zone = Timestamps.NO_OFFSET;
    if (n > 10) {
      char mark = s.charAt(10);
      if (n < 16 || (mark != ' ' && mark != 'T') || s.charAt(13) != ':') {
        return false;
      }
      int h = two(s, 11);
      int m = two(s, 14);
      int sec = 0;
      int end = 16;
      if (n >= 19 && s.charAt(16) == ':') {
        sec = two(s, 17);
        end = 19;
      }
      if ((h | m | sec) < 0 || !ClockTime.isTime(h, m, sec)) {
        return false;
      }
      if (end < n && s.charAt(n - 1) == 'Z') {
        zone = 0;
        n--;
      } else if (n - 6 >= end && s.charAt(n - 3) == ':') {
        zone = isoOffset(s, n - 6);
        n -= 6;
        if (zone == Timestamps.NO_OFFSET) {
          return false;
        }
      }
      int fraction = end == n ? 0 : isoFraction(s, end, n);
      if (fraction < 0) {
        return false;
      }
      micros = ClockTime.micros(h, m, sec, fraction);
    }
    reset();
    hasTime = n > 10;
    dateMark = '-';
    localMicros = ClockTime.epochDay(year, monthOfYear, day) * ClockTime.MICROS_PER_DAY + micros;
    offsetSeconds = zone;
    return true;
  }

  /** Seconds east of UTC from {@code +01:00}, or {@link Timestamps#NO_OFFSET} if it is none. */
  private static int isoOffset(String s, int from) {
    char sign = s.charAt(from);
    int hours = two(s, from + 1);
    int minutes = two(s, from + 4);
    boolean valid = (sign == '+' || sign == '-') && (hours | minutes) >= 0 && minutes < 60;
    int seconds = hours * 3600 + minutes * 60;
    if (!valid || seconds > 18 * 3600) {
      return Timestamps.NO_OFFSET;
    }
    return sign == '-' ? -seconds : seconds;
  }

  /** Microseconds from a point and one to six digits; negative if there is something else. */
  private static int isoFraction(String s, int from, int to) {
    if (from != 19 || s.charAt(from) != '.' || to - from < 2 || to - from > 7) {
      return -1;
    }
    int micros = 0;
    for (int i = from + 1; i < from + 7; i++) {
      int digit = i < to ? s.charAt(i) - '0' : 0;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      micros = micros * 10 + digit;
    }
    return micros;
  }

  /** Two digits as a number, a negative number if they are none. */
  private static int two(String s, int index) {
    int high = s.charAt(index) - '0';
    int low = s.charAt(index + 1) - '0';
    return high < 0 || high > 9 || low < 0 || low > 9 ? -10_000 : high * 10 + low;
  }

  private void reset() {
    count = 0;
    month = 0;
    monthFirst = false;
    quarter = 0;
    week = 0;
    weekMark = false;
    quarterMark = false;
    compact = false;
    hasTime = false;
    timeMicros = 0;
    hour = 0;
    halfDaySeen = false;
    dateMark = 0;
    granularity = DateGranularity.DAY;
    offsetSeconds = Timestamps.NO_OFFSET;
    fits = 0;
    twoDigitYear = false;
    finerThanMicros = false;
  }

  private boolean parseAny(String cell) {
    text = cell.length() <= MAX_LENGTH ? Blanks.strip(cell) : "";
    reset();
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
    return assemble();
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
    boolean dateComplete = compact || count == 3 || (month > 0 && count == 2);
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
    numbers[count] = number(at, digits);
    lengths[count++] = digits;
    at += digits;
    return true;
  }

  /** {@code yyyyMMdd} and more digits of time right behind. */
  private boolean takeCompact(int digits) {
    if (digits != 8 && digits != 12 && digits != 14 && digits != 17) {
      return false;
    }
    numbers[0] = number(at, 4);
    numbers[1] = number(at + 4, 2);
    numbers[2] = number(at + 6, 2);
    lengths[0] = 4;
    lengths[1] = 2;
    lengths[2] = 2;
    count = 3;
    compact = true;
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
    numbers[0] = number(at, 4);
    numbers[1] = number(at + 4, 2);
    lengths[0] = 4;
    lengths[1] = 2;
    count = 2;
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
      case 3, 4 -> {
        int hourDigits = digits - 2;
        yield setTime(number(from, hourDigits), number(from + hourDigits, 2), 0, 0);
      }
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

  /** Microseconds after a point or comma; what was known before if there is none. */
  private int takeFraction(int micros) {
    boolean point = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    int digits = point ? digitsAt(at + 1) : 0;
    if (digits == 0) {
      return micros;
    }
    int fraction = 0;
    for (int i = 0; i < Math.max(digits, 6); i++) {
      int digit = i < digits ? text.charAt(at + 1 + i) - '0' : 0;
      if (i < 6) {
        fraction = fraction * 10 + digit;
      } else {
        finerThanMicros |= digit != 0;
      }
    }
    at += digits + 1;
    return fraction;
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
    if (word.equals("am") || word.equals("pm")) {
      return true;
    }
    if ((word.equals("a") || word.equals("p")) && text.regionMatches(true, at, ".m", 0, 2)) {
      at += 2;
      return true;
    }
    return false;
  }

  private boolean takeHalfDay(boolean afternoon) {
    if (!hasTime || halfDaySeen || hour < 1 || hour > 12) {
      return false;
    }
    halfDaySeen = true;
    int shift = afternoon ? (hour == 12 ? 0 : 12) : (hour == 12 ? -12 : 0);
    timeMicros += ClockTime.micros(shift, 0, 0, 0);
    return true;
  }

  private boolean assemble() {
    if (quarterMark) {
      return !hasTime
          && count == 1
          && lengths[0] == 4
          && quarter > 0
          && month == 0
          && set(DateGranularity.QUARTER, numbers[0], quarter * 3 - 2, 1);
    }
    if (weekMark) {
      return assembleWeek();
    }
    if (month > 0) {
      return assembleNamedMonth();
    }
    return switch (count) {
      case 0 -> hasTime && setTimeOnly();
      case 1 -> !hasTime && lengths[0] == 4 && set(DateGranularity.YEAR, numbers[0], 1, 1);
      case 2 -> !hasTime && assembleTwo();
      default -> assembleThree();
    };
  }

  private boolean setTimeOnly() {
    granularity = DateGranularity.TIME;
    localMicros = timeMicros;
    return true;
  }

  private boolean set(DateGranularity what, int year, int monthOfYear, int day) {
    if (!ClockTime.isDate(year, monthOfYear, day)) {
      return false;
    }
    granularity = what;
    localMicros =
        ClockTime.epochDay(year, monthOfYear, day) * ClockTime.MICROS_PER_DAY + timeMicros;
    return true;
  }

  /** {@code 2020-W05} and {@code 2020-W05-3}: week 1 is the one with 4 January. */
  private boolean assembleWeek() {
    int day = count == 2 ? numbers[1] : 1;
    if (hasTime || count < 1 || count > 2 || lengths[0] != 4 || day < 1 || day > 7 || week == 0) {
      return false;
    }
    if (!set(count == 2 ? DateGranularity.DAY : DateGranularity.WEEK, numbers[0], 1, 4)) {
      return false;
    }
    long fourth = localMicros / ClockTime.MICROS_PER_DAY;
    long monday = fourth - Math.floorMod(fourth + 3, 7);
    localMicros = (monday + (week - 1) * 7L + day - 1) * ClockTime.MICROS_PER_DAY;
    return true;
  }

  private boolean assembleNamedMonth() {
    if (count == 1) {
      boolean year = lengths[0] == 4 || (lengths[0] == 2 && monthFirst);
      return year && !hasTime && set(DateGranularity.MONTH, year(0), month, 1);
    }
    if (count != 2) {
      return false;
    }
    boolean open = !monthFirst && lengths[0] == 2 && lengths[1] == 2;
    if (open) {
      fits |= ClockTime.isDate(year(1), month, numbers[0]) ? 1 : 0;
      fits |= ClockTime.isDate(year(0), month, numbers[1]) ? 4 : 0;
    }
    boolean yearFirst = lengths[0] > 2 || (open && order == DateOrder.YEAR_FIRST);
    int yearIndex = yearFirst ? 0 : 1;
    int dayIndex = 1 - yearIndex;
    return lengths[dayIndex] <= 2
        && lengths[yearIndex] >= 2
        && set(DateGranularity.DAY, year(yearIndex), month, numbers[dayIndex]);
  }

  /** A year; two digits mean 1970 to 2069. */
  private int year(int index) {
    if (lengths[index] == 4) {
      return numbers[index];
    }
    if (lengths[index] != 2) {
      return 0;
    }
    twoDigitYear = true;
    return numbers[index] + (numbers[index] < 70 ? 2000 : 1900);
  }

  /** Year and month in either order, or year and day of the year. */
  private boolean assembleTwo() {
    if (lengths[0] == 4 && lengths[1] == 3) {
      int year = numbers[0];
      int days = ClockTime.isLeap(year) ? 366 : 365;
      if (numbers[1] < 1 || numbers[1] > days || !set(DateGranularity.DAY, year, 1, 1)) {
        return false;
      }
      localMicros += (numbers[1] - 1) * ClockTime.MICROS_PER_DAY;
      return true;
    }
    if (lengths[0] == 4 && lengths[1] <= 2) {
      return set(DateGranularity.MONTH, numbers[0], numbers[1], 1);
    }
    return lengths[1] == 4
        && lengths[0] <= 2
        && set(DateGranularity.MONTH, numbers[1], numbers[0], 1);
  }

  private boolean assembleThree() {
    if (lengths[0] == 4) {
      return lengths[1] <= 2
          && lengths[2] <= 2
          && set(DateGranularity.DAY, numbers[0], numbers[1], numbers[2]);
    }
    if (lengths[0] > 2 || lengths[1] > 2) {
      return false;
    }
    int last = year(2);
    fits |= ClockTime.isDate(last, numbers[1], numbers[0]) ? 1 : 0;
    fits |= ClockTime.isDate(last, numbers[0], numbers[1]) ? 2 : 0;
    if (lengths[2] <= 2) {
      fits |= ClockTime.isDate(year(0), numbers[1], numbers[2]) ? 4 : 0;
    }
    return (fits & bit(order)) != 0
        && switch (order) {
          case YEAR_FIRST -> set(DateGranularity.DAY, year(0), numbers[1], numbers[2]);
          case MONTH_DAY -> set(DateGranularity.DAY, last, numbers[0], numbers[1]);
          default -> set(DateGranularity.DAY, last, numbers[1], numbers[0]);
        };
  }
}
