package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.series.Timestamps;

/** The time of day and the zone in a text. Not thread-safe. */
final class ClockParts {

  /** Words of a half of the day: "a. m.", "пр. об.". */
  private static final int MOST_RUNS = 3;

  private final DateText text;

  private boolean hasTime;
  private long timeMicros;
  private int hour;
  private int offsetSeconds = Timestamps.NO_OFFSET;
  private boolean halfDaySeen;
  private boolean hasSeconds;
  private boolean dashOffset;
  private int nanos;
  private boolean finerThanNanos;

  ClockParts(DateText text) {
    this.text = text;
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
    hasTime = false;
    timeMicros = 0;
    hour = 0;
    offsetSeconds = Timestamps.NO_OFFSET;
    halfDaySeen = false;
    hasSeconds = false;
    dashOffset = false;
    nanos = 0;
    finerThanNanos = false;
  }

  /**
   * {@code H:mm}, {@code H:mm:ss} and a fraction of a second.
   *
   * @param digits of the hour
   * @param mark between the numbers
   */
  boolean take(int digits, char mark) {
    int letters = text.peek(digits) == mark ? 0 : 1;
    if (digits > 2 || text.digits(digits + letters + 1) != 2) {
      return false;
    }
    int h = text.takeNumber(digits);
    text.skip(letters + 1);
    int minute = text.takeNumber(2);
    int second = 0;
    int micro = 0;
    hasSeconds = text.peek(0) == mark && text.digits(1) == 2;
    if (hasSeconds) {
      text.skip(1);
      second = text.takeNumber(2);
      micro = takeFraction(0, mark == ':' && text.digits(1) != 2);
    }
    return set(h, minute, second, micro);
  }

  /** Whether a number is an hour with the letter of a repeated one behind it: {@code 2A:15}. */
  boolean isRepeatedHour(int digits) {
    int letter = text.peek(digits) | 32;
    return digits <= 2 && (letter == 'a' || letter == 'b') && text.peek(digits + 1) == ':';
  }

  /** {@code 10h30} and {@code 10h}; false if no time was found and nothing was read. */
  boolean takeFrench(int digits) {
    int minutes = text.digits(digits + 1);
    boolean end = minutes == 0 && !Character.isLetter(text.peek(digits + 1));
    if (digits > 2 || (text.peek(digits) | 32) != 'h' || !(minutes == 2 || end)) {
      return false;
    }
    int h = text.takeNumber(digits);
    text.skip(1);
    boolean time = set(h, minutes == 0 ? 0 : text.takeNumber(2), 0, 0);
    if (!time) {
      text.skip(-(digits + 1 + minutes));
    }
    return time;
  }

  /** A time that is not written with colons, which only a complete date before it makes a time. */
  boolean takeAfterDate(int digits) {
    if (digits <= 2 && text.peek(digits) == '.' && DateText.isDigit(text.peek(digits + 1))) {
      return take(digits, '.');
    }
    return switch (digits) {
      case 1, 2 -> set(text.takeNumber(digits), 0, 0, 0);
      case 3, 4 -> set(text.takeNumber(digits - 2), text.takeNumber(2), 0, 0);
      case 6 -> takeCompact(digits);
      default -> false;
    };
  }

  /** {@code HHmm}, {@code HHmmss} or {@code HHmmssSSS}, and a fraction of a second. */
  boolean takeCompact(int digits) {
    int h = text.takeNumber(2);
    int minute = text.takeNumber(2);
    int second = digits > 4 ? text.takeNumber(2) : 0;
    int milli = digits > 6 ? text.takeNumber(3) : 0;
    return set(h, minute, second, takeFraction(milli * 1000, false));
  }

  /**
   * Microseconds behind a point or comma, the nanoseconds set aside; what was known before if there
   * is none.
   *
   * @param colon whether a colon may stand for the point
   */
  private int takeFraction(int micros, boolean colon) {
    char mark = text.peek(0);
    boolean point = mark == '.' || mark == ',' || (colon && mark == ':');
    int digits = point ? text.digits(1) : 0;
    if (digits == 0) {
      return micros;
    }
    text.skip(1);
    int fraction = text.takeNumber(Math.min(digits, 9));
    for (int i = digits; i < 9; i++) {
      fraction *= 10;
    }
    for (int i = 9; i < digits; i++) {
      finerThanNanos |= text.takeNumber(1) != 0;
    }
    nanos = fraction % 1000;
    return fraction / 1000;
  }

  private boolean set(int h, int minute, int second, int micro) {
    hasTime = true;
    hour = h;
    timeMicros = ClockTime.micros(h, minute, second, micro);
    return ClockTime.isTime(h, minute, second);
  }

  /** Whether {@code -HH:mm} stands right behind {@code HH:mm}: a zone or the end of an interval. */
  boolean dashOffset() {
    return dashOffset;
  }

  /** {@code +01}, {@code +0100}, {@code +01:00}, {@code +01:00:00}. */
  boolean takeOffset(int sign) {
    int digits = text.digits(1);
    dashOffset = sign < 0 && digits <= 2 && text.peek(digits + 1) == ':' && !hasSeconds;
    if (offsetSeconds != Timestamps.NO_OFFSET && offsetSeconds != 0) {
      return false;
    }
    if (digits != 1 && digits != 2 && digits != 4) {
      return false;
    }
    text.skip(1);
    int hours = text.takeNumber(Math.min(digits, 2));
    int minutes = digits == 4 ? text.takeNumber(2) : 0;
    if (digits < 4 && text.peek(0) == ':' && text.digits(1) == 2) {
      text.skip(1);
      minutes = text.takeNumber(2);
    }
    offsetSeconds = sign * (hours * 3600 + minutes * 60);
    return minutes < 60 && Math.abs(offsetSeconds) <= 18 * 3600;
  }

  /** A zone given by name. */
  void setOffset(int seconds) {
    offsetSeconds = seconds;
  }

  /** Whether a zone was read. */
  boolean hasOffset() {
    return offsetSeconds != Timestamps.NO_OFFSET;
  }

  /** What stands here about the half of the day. */
  enum HalfDay {
    NONE,
    TAKEN,
    WRONG
  }

  /**
   * AM or PM in whatever language, with points and blanks: {@code a. m.}; also the letters that
   * mark the hour that clocks repeat, {@code AD} and {@code AS}, or {@code A} and {@code B}.
   */
  HalfDay takeHalfDay() {
    int length = 0;
    boolean afternoon = false;
    StringBuilder letters = new StringBuilder();
    int at = 0;
    for (int run = 0; run < MOST_RUNS && Character.isLetter(text.peek(at)); run++) {
      while (Character.isLetter(text.peek(at))) {
        letters.append(Character.toLowerCase(text.peek(at++)));
      }
      Boolean found = DateWords.afternoon(letters.toString());
      at += text.peek(at) == '.' ? 1 : 0;
      if (found != null) {
        afternoon = found;
        length = at;
      }
      while (Blanks.isBlank(text.peek(at)) && text.peek(at) != 0) {
        at++;
      }
    }
    if (length == 0) {
      return HalfDay.NONE;
    }
    boolean mark = text.letters() <= 2 && (text.peek(1) | 32) != 'm' && length <= 2;
    text.skip(length);
    if (halfDaySeen || hour < 1 || hour > 12) {
      return mark && !halfDaySeen && !afternoon ? HalfDay.TAKEN : HalfDay.WRONG;
    }
    halfDaySeen = true;
    timeMicros += ClockTime.micros(ClockTime.halfDayShift(hour, afternoon), 0, 0, 0);
    return HalfDay.TAKEN;
  }
}
