package io.hybridanomaly.importing.time;

import io.hybridanomaly.series.Timestamps;

/**
 * The fast path for the layouts that most programs write: year, month and day as numbers, the year
 * first with four digits or last, and a clock of 24 or 12 hours. Reads a part of what {@link
 * DateParts} reads, with the same result. Not thread-safe: the result stands in the fields, so that
 * a column of millions costs no objects.
 */
final class FixedLayouts {

  private static final int[] TO_NANOS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  private char[] text = {};
  private int at;
  private int end;

  private int first;
  private int second;
  private int year;
  private char mark;

  private boolean hasTime;
  private boolean halfDay;
  private long localMicros;
  private int nanos;
  private int offsetSeconds;

  /** The number before the first mark of a date whose year is last. */
  int first() {
    return first;
  }

  /** The number between the marks of a date whose year is last. */
  int second() {
    return second;
  }

  /** The year of a date whose year is last. */
  int year() {
    return year;
  }

  /** The mark between the numbers: a point, slash or hyphen. */
  char mark() {
    return mark;
  }

  boolean hasTime() {
    return hasTime;
  }

  /** Whether AM or PM was written. */
  boolean halfDaySeen() {
    return halfDay;
  }

  /** The wall clock time; of a date whose year is last only the microseconds since midnight. */
  long localMicros() {
    return localMicros;
  }

  /** Nanoseconds behind the microseconds, below 1000. */
  int nanos() {
    return nanos;
  }

  int offsetSeconds() {
    return offsetSeconds;
  }

  /**
   * Reads {@code yyyy-MM-dd}, also with slashes or points, and a time; false for any other text.
   *
   * @param from where the text starts
   * @param to where it ends
   */
  boolean parseYearFirst(char[] chars, int from, int to) {
    if (to - from < 10 || !isMark(chars[from + 4]) || chars[from + 7] != chars[from + 4]) {
      return false;
    }
    mark = chars[from + 4];
    int isoYear = two(chars, from) * 100 + two(chars, from + 2);
    int month = two(chars, from + 5);
    int day = two(chars, from + 8);
    if ((isoYear | month | day) < 0 || !ClockTime.isDate(isoYear, month, day)) {
      return false;
    }
    long clock = clock(chars, from + 10, to);
    localMicros = ClockTime.epochDay(isoYear, month, day) * ClockTime.MICROS_PER_DAY + clock;
    return clock >= 0;
  }

  /**
   * Reads two numbers of one or two digits and a year of four digits with the same point, slash or
   * hyphen between them, and a time; whether the date exists is for the caller to say.
   */
  boolean parseYearLast(char[] chars, int from, int to) {
    if (to - from < 8) {
      return false;
    }
    int firstEnd = isDigit(chars[from + 1]) ? from + 2 : from + 1;
    int secondEnd = isDigit(chars[firstEnd + 2]) ? firstEnd + 3 : firstEnd + 2;
    mark = chars[firstEnd];
    if (!isMark(mark) || chars[secondEnd] != mark || to - secondEnd < 5) {
      return false;
    }
    first = oneOrTwo(chars, from, firstEnd);
    second = oneOrTwo(chars, firstEnd + 1, secondEnd);
    year = two(chars, secondEnd + 1) * 100 + two(chars, secondEnd + 3);
    if ((first | second | year) < 0) {
      return false;
    }
    localMicros = clock(chars, secondEnd + 5, to);
    return localMicros >= 0;
  }

  /**
   * Microseconds since midnight of {@code H:mm} or {@code H:mm:ss} with up to nine decimals, behind
   * a blank or {@code T}, before {@code Z}, {@code +01:00}, {@code AM} or {@code PM}; 0 of an empty
   * text; negative if the text goes on otherwise.
   */
  private long clock(char[] chars, int from, int to) {
    offsetSeconds = Timestamps.NO_OFFSET;
    nanos = 0;
    halfDay = false;
    hasTime = from < to;
    if (!hasTime) {
      return 0;
    }
    text = chars;
    at = from;
    end = to;
    if (chars[at] == ',') {
      at++;
    }
    if (to - at < 5 || (chars[at] != ' ' && chars[at] != 'T')) {
      return -1;
    }
    at++;
    int hourEnd = isDigit(chars[at + 1]) ? at + 2 : at + 1;
    int hour = oneOrTwo(chars, at, hourEnd);
    at = hourEnd;
    int minute = twoBehind(':');
    boolean seconds = at < end && chars[at] == ':';
    int secondOfMinute = seconds ? twoBehind(':') : 0;
    if ((hour | minute | secondOfMinute) < 0 || !ClockTime.isTime(hour, minute, secondOfMinute)) {
      return -1;
    }
    int fraction = seconds ? fractionNanos() : 0;
    if (fraction < 0 || (at < end && !takeHalfDay(hour) && !takeOffset())) {
      return -1;
    }
    nanos = fraction % 1000;
    int shift = halfDay ? ClockTime.halfDayShift(hour, (text[at] | 32) == 'p') : 0;
    return ClockTime.micros(hour + shift, minute, secondOfMinute, fraction / 1000);
  }

  /** Two digits behind a mark as a number; negative if there is something else. */
  private int twoBehind(char expected) {
    if (end - at < 3 || text[at] != expected) {
      return -1;
    }
    int number = two(text, at + 1);
    at += 3;
    return number;
  }

  /** Nanoseconds from a point or comma and one to nine digits; 0 if there are none. */
  private int fractionNanos() {
    if (end - at < 2 || (text[at] != '.' && text[at] != ',') || !isDigit(text[at + 1])) {
      return 0;
    }
    int digits = 0;
    int number = 0;
    for (at++; at < end && isDigit(text[at]); at++) {
      if (++digits > 9) {
        return -1;
      }
      number = number * 10 + (text[at] - '0');
    }
    return number * TO_NANOS[digits];
  }

  private boolean takeHalfDay(int hour) {
    int from = text[at] == ' ' ? at + 1 : at;
    if (end - from != 2 || (text[from + 1] | 32) != 'm' || hour < 1 || hour > 12) {
      return false;
    }
    halfDay = (text[from] | 32) == 'a' || (text[from] | 32) == 'p';
    at = from;
    return halfDay;
  }

  private boolean takeOffset() {
    if (end - at == 1 && text[at] == 'Z') {
      offsetSeconds = 0;
      return true;
    }
    if (end - at != 6 || text[at + 3] != ':' || (text[at] != '+' && text[at] != '-')) {
      return false;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    int seconds = hours * 3600 + minutes * 60;
    offsetSeconds = text[at] == '-' ? -seconds : seconds;
    return (hours | minutes) >= 0 && minutes < 60 && seconds <= 18 * 3600;
  }

  private static boolean isMark(char c) {
    return c == '-' || c == '/' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int oneOrTwo(char[] chars, int from, int to) {
    if (to - from == 2) {
      return two(chars, from);
    }
    return isDigit(chars[from]) ? chars[from] - '0' : -1;
  }

  /** Two digits as a number, a negative number if they are none. */
  private static int two(char[] chars, int index) {
    int high = chars[index] - '0';
    int low = chars[index + 1] - '0';
    return high < 0 || high > 9 || low < 0 || low > 9 ? -10_000 : high * 10 + low;
  }
}
