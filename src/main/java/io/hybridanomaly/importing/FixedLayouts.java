package io.hybridanomaly.importing;

import io.hybridanomaly.series.Timestamps;

/**
 * The fast path for the two layouts that most programs write: {@code yyyy-MM-dd} and two digits,
 * two digits, year. Not thread-safe: the result stands in the fields, so that a column of millions
 * costs no objects.
 */
final class FixedLayouts {

  private int first;
  private int second;
  private int year;

  private boolean hasTime;
  private long localMicros;
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

  boolean hasTime() {
    return hasTime;
  }

  /** The wall clock time; of a date whose year is last only the microseconds since midnight. */
  long localMicros() {
    return localMicros;
  }

  int offsetSeconds() {
    return offsetSeconds;
  }

  /**
   * Reads {@code yyyy-MM-dd}, {@code HH:mm} or {@code HH:mm:ss} behind a blank or {@code T}, up to
   * six decimals, and {@code Z} or {@code +01:00}; false for any other text.
   */
  boolean parseIso(String s) {
    if (s.length() < 10 || s.charAt(4) != '-' || s.charAt(7) != '-') {
      return false;
    }
    int isoYear = two(s, 0) * 100 + two(s, 2);
    int month = two(s, 5);
    int day = two(s, 8);
    if ((isoYear | month | day) < 0 || !ClockTime.isDate(isoYear, month, day)) {
      return false;
    }
    offsetSeconds = Timestamps.NO_OFFSET;
    hasTime = s.length() > 10;
    long micros = hasTime ? timeOfDay(s) : 0;
    localMicros = ClockTime.epochDay(isoYear, month, day) * ClockTime.MICROS_PER_DAY + micros;
    return micros >= 0;
  }

  /**
   * Reads two digits, two digits and four digits with the same point, slash or hyphen between them,
   * and a time as {@link #parseIso}; whether the date exists is for the caller to say.
   */
  boolean parseYearLast(String s) {
    if (s.length() < 10 || s.charAt(2) != s.charAt(5)) {
      return false;
    }
    char mark = s.charAt(2);
    first = two(s, 0);
    second = two(s, 3);
    year = two(s, 6) * 100 + two(s, 8);
    if ((mark != '.' && mark != '/' && mark != '-') || (first | second | year) < 0) {
      return false;
    }
    offsetSeconds = Timestamps.NO_OFFSET;
    hasTime = s.length() > 10;
    localMicros = hasTime ? timeOfDay(s) : 0;
    return localMicros >= 0;
  }

  /** Microseconds since midnight, negative if the text does not go on with a time. */
  private long timeOfDay(String s) {
    int end = s.length();
    char mark = s.charAt(10);
    if (end < 16 || (mark != ' ' && mark != 'T') || s.charAt(13) != ':') {
      return -1;
    }
    boolean seconds = end >= 19 && s.charAt(16) == ':';
    int hour = two(s, 11);
    int minute = two(s, 14);
    int second = seconds ? two(s, 17) : 0;
    int next = seconds ? 19 : 16;
    if ((hour | minute | second) < 0 || !ClockTime.isTime(hour, minute, second)) {
      return -1;
    }
    if (next < end && s.charAt(end - 1) == 'Z') {
      offsetSeconds = 0;
      end--;
    } else if (end - 6 >= next && s.charAt(end - 3) == ':') {
      end -= 6;
      offsetSeconds = isoOffset(s, end);
      if (offsetSeconds == Timestamps.NO_OFFSET) {
        return -1;
      }
    }
    int fraction = next == end ? 0 : isoFraction(s, next, end);
    return fraction < 0 ? -1 : ClockTime.micros(hour, minute, second, fraction);
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
}
