package io.hybridanomaly.importing.time;

/** Arithmetic on the proleptic Gregorian calendar and the clock, without objects. */
public final class ClockTime {

  /** Microseconds of a second. */
  public static final long MICROS_PER_SECOND = 1_000_000;

  /** Microseconds of a day without leap second. */
  public static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

  private ClockTime() {}

  /** Days since 1970-01-01 of a valid date. */
  static long epochDay(int year, int month, int day) {
    // Counted from 1 March, so that the leap day is the last day of the year.
    int y = month > 2 ? year : year - 1;
    int monthFromMarch = month > 2 ? month - 3 : month + 9;
    int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    return 365L * y
        + Math.floorDiv(y, 4)
        - Math.floorDiv(y, 100)
        + Math.floorDiv(y, 400)
        + dayOfYear
        - 719_468;
  }

  static boolean isDate(int year, int month, int day) {
    return year >= 1
        && year <= 9999
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= daysIn(year, month);
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  static boolean isLeap(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Whether a clock can show this; 24:00 ends a day and 23:59:60 is a leap second. */
  static boolean isTime(int hour, int minute, int second) {
    return (hour <= 23 && minute <= 59 && second <= 60)
        || (hour == 24 && minute == 0 && second == 0);
  }

  static long micros(int hour, int minute, int second, int micro) {
    return ((hour * 60L + minute) * 60 + second) * MICROS_PER_SECOND + micro;
  }

  /** Hours to add to a clock of twelve hours, from 1 to 12, for a clock of 24 hours. */
  static int halfDayShift(int hour, boolean afternoon) {
    if (hour == 12) {
      return afternoon ? 0 : -12;
    }
    return afternoon ? 12 : 0;
  }
}
