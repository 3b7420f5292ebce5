package io.hybridanomaly.importing.time;

import io.hybridanomaly.series.Timestamps;

/** The time of day and the zone in a text. Not thread-safe. */
final class ClockParts {

  private final DateText text;

  private boolean hasTime;
  private long timeMicros;
  private int hour;
  private int offsetSeconds = Timestamps.NO_OFFSET;
  private boolean halfDaySeen;
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
    if (digits > 2 || text.digits(digits + 1) != 2) {
      return false;
    }
    int h = text.takeNumber(digits);
    text.skip(1);
    int minute = text.takeNumber(2);
    int second = 0;
    int micro = 0;
    if (text.peek(0) == mark && text.digits(1) == 2) {
      text.skip(1);
      second = text.takeNumber(2);
      micro = takeFraction(0);
    }
    return set(h, minute, second, micro);
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
    return set(h, minute, second, takeFraction(milli * 1000));
  }

  /**
   * Microseconds behind a point or comma, the nanoseconds set aside; what was known before if there
   * is none.
   */
  private int takeFraction(int micros) {
    boolean point = text.peek(0) == '.' || text.peek(0) == ',';
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

  /** {@code +01}, {@code +0100}, {@code +01:00}, {@code +01:00:00}. */
  boolean takeOffset(int sign) {
    int digits = text.digits(1);
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

  /** {@code am}, {@code pm}, and the {@code a} and {@code p} of {@code a.m.} and {@code p.m.} */
  boolean isHalfDay(String word) {
    boolean letter = word.equals("a") || word.equals("p");
    return (letter && text.skipIf(".m")) || word.equals("am") || word.equals("pm");
  }

  boolean takeHalfDay(boolean afternoon) {
    if (!hasTime || halfDaySeen || hour < 1 || hour > 12) {
      return false;
    }
    halfDaySeen = true;
    int shift = ClockTime.halfDayShift(hour, afternoon);
    timeMicros += ClockTime.micros(shift, 0, 0, 0);
    return true;
  }
}
