package io.hybridanomaly.importing.time;

/**
 * What the parts of a text are together: a date in one order, a week, a quarter, a time of day. Not
 * thread-safe: the result stands in the fields.
 */
final class DateAssembly {

  private final DateOrder order;
  private final DateParts parts;
  private final ClockParts clock;

  private DateGranularity granularity = DateGranularity.DAY;
  private long localMicros;
  private int fits;
  private boolean twoDigitYear;

  /**
   * @param order how to read {@code 03/04/05}; not {@code AUTO}
   * @param parts of each text
   */
  DateAssembly(DateOrder order, DateParts parts) {
    this.order = order;
    this.parts = parts;
    this.clock = parts.clock();
  }

  /** Begins the next text. */
  void start() {
    fits = 0;
    twoDigitYear = false;
    granularity = DateGranularity.DAY;
  }

  /** Takes a date whose order is no question. */
  void take(long micros) {
    localMicros = micros;
  }

  DateGranularity granularity() {
    return granularity;
  }

  /** Microseconds of the written wall clock since 1970, of a time of day since midnight. */
  long localMicros() {
    return localMicros;
  }

  /** The orders that read the text, as a sum of {@link DateOrder#bit}s; 0 if it has none. */
  int fits() {
    return fits;
  }

  boolean twoDigitYear() {
    return twoDigitYear;
  }

  /** Day and month in the order that is asked for; four-digit years cannot stand first. */
  boolean assembleYearLast(int first, int second, int year, long clockMicros) {
    fits |= fitsYearLast(first, second, year);
    if (order == DateOrder.YEAR_FIRST || (fits & order.bit()) == 0) {
      return false;
    }
    boolean monthLeads = order == DateOrder.MONTH_DAY;
    long day = ClockTime.epochDay(year, monthLeads ? first : second, monthLeads ? second : first);
    localMicros = day * ClockTime.MICROS_PER_DAY + clockMicros;
    return true;
  }

  /** The orders with the year last in which a date exists. */
  private static int fitsYearLast(int first, int second, int year) {
    return (ClockTime.isDate(year, second, first) ? DateOrder.DAY_MONTH.bit() : 0)
        | (ClockTime.isDate(year, first, second) ? DateOrder.MONTH_DAY.bit() : 0);
  }

  /** Puts together what the parts are; false if that is no date or time. */
  boolean assemble() {
    if (parts.perYear() > 0) {
      return assemblePeriod();
    }
    if (parts.hasWeek() && parts.week() > 0) {
      return assembleWeek();
    }
    if (parts.hasWeek() && parts.count() < 3 && parts.month() == 0) {
      return false;
    }
    if (parts.month() > 0) {
      return assembleNamedMonth();
    }
    return switch (parts.count()) {
      case 0 -> {
        granularity = DateGranularity.TIME;
        localMicros = clock.timeMicros();
        yield clock.hasTime();
      }
      case 1 ->
          !clock.hasTime()
              && parts.digits(0) == 4
              && set(DateGranularity.YEAR, parts.number(0), 1, 1);
      case 2 -> !clock.hasTime() && assembleTwo();
      default -> assembleThree();
    };
  }

  /** A half-year, quarter or month with its number beside a year. */
  private boolean assemblePeriod() {
    int months = 12 / parts.perYear();
    DateGranularity what =
        switch (months) {
          case 1 -> DateGranularity.MONTH;
          case 3 -> DateGranularity.QUARTER;
          default -> DateGranularity.HALF_YEAR;
        };
    return !clock.hasTime()
        && parts.count() == 1
        && parts.digits(0) == 4
        && parts.period() > 0
        && parts.month() == 0
        && set(what, parts.number(0), (parts.period() - 1) * months + 1, 1);
  }

  private boolean set(DateGranularity what, int year, int monthOfYear, int day) {
    if (!ClockTime.isDate(year, monthOfYear, day)) {
      return false;
    }
    granularity = what;
    localMicros =
        ClockTime.epochDay(year, monthOfYear, day) * ClockTime.MICROS_PER_DAY + clock.timeMicros();
    return true;
  }

  /** {@code 2020-W05} and {@code 2020-W05-3}: week 1 is the one with 4 January. */
  private boolean assembleWeek() {
    int day = parts.count() == 2 ? parts.number(1) : 1;
    if (clock.hasTime()
        || parts.count() < 1
        || parts.count() > 2
        || parts.digits(0) != 4
        || day < 1
        || day > 7
        || parts.week() == 0) {
      return false;
    }
    if (!set(
        parts.count() == 2 ? DateGranularity.DAY : DateGranularity.WEEK, parts.number(0), 1, 4)) {
      return false;
    }
    long fourth = localMicros / ClockTime.MICROS_PER_DAY;
    long monday = fourth - Math.floorMod(fourth + 3, 7);
    localMicros = (monday + (parts.week() - 1) * 7L + day - 1) * ClockTime.MICROS_PER_DAY;
    return true;
  }

  private boolean assembleNamedMonth() {
    if (parts.count() == 1) {
      boolean year = parts.digits(0) == 4 || (parts.digits(0) == 2 && parts.monthFirst());
      return year && !clock.hasTime() && set(DateGranularity.MONTH, year(0), parts.month(), 1);
    }
    if (parts.count() != 2 || (parts.monthMayBeDay() && parts.dateMark() == '/')) {
      return false;
    }
    boolean open = !parts.monthFirst() && parts.digits(0) == 2 && parts.digits(1) == 2;
    if (open) {
      fits |=
          ClockTime.isDate(year(1), parts.month(), parts.number(0)) ? DateOrder.DAY_MONTH.bit() : 0;
      fits |=
          ClockTime.isDate(year(0), parts.month(), parts.number(1))
              ? DateOrder.YEAR_FIRST.bit()
              : 0;
    }
    boolean yearFirst = parts.digits(0) > 2 || (open && order == DateOrder.YEAR_FIRST);
    int yearIndex = yearFirst ? 0 : 1;
    int dayIndex = 1 - yearIndex;
    return parts.digits(dayIndex) <= 2
        && parts.digits(yearIndex) >= 2
        && set(DateGranularity.DAY, year(yearIndex), parts.month(), parts.number(dayIndex));
  }

  /** A year; two digits mean 1970 to 2069. */
  private int year(int index) {
    if (parts.digits(index) == 4) {
      return parts.number(index);
    }
    if (parts.digits(index) != 2) {
      return 0;
    }
    twoDigitYear = true;
    return parts.number(index) + (parts.number(index) < 70 ? 2000 : 1900);
  }

  /** Year and month in either order, or year and day of the year. */
  private boolean assembleTwo() {
    if (parts.digits(0) == 4 && parts.digits(1) == 3) {
      int year = parts.number(0);
      int days = ClockTime.isLeap(year) ? 366 : 365;
      if (parts.number(1) < 1 || parts.number(1) > days || !set(DateGranularity.DAY, year, 1, 1)) {
        return false;
      }
      localMicros += (parts.number(1) - 1) * ClockTime.MICROS_PER_DAY;
      return true;
    }
    if (parts.digits(0) == 4 && parts.digits(1) <= 2) {
      return set(DateGranularity.MONTH, parts.number(0), parts.number(1), 1);
    }
    return parts.digits(1) == 4
        && parts.digits(0) <= 2
        && set(DateGranularity.MONTH, parts.number(1), parts.number(0), 1);
  }

  private boolean assembleThree() {
    if (parts.digits(0) == 4) {
      return parts.digits(1) <= 2
          && parts.digits(2) <= 2
          && set(DateGranularity.DAY, parts.number(0), parts.number(1), parts.number(2));
    }
    if (parts.digits(0) > 2 || parts.digits(1) > 2) {
      return false;
    }
    int year = year(2);
    if (parts.digits(2) <= 2) {
      fits |=
          ClockTime.isDate(year(0), parts.number(1), parts.number(2))
              ? DateOrder.YEAR_FIRST.bit()
              : 0;
    }
    if (order == DateOrder.YEAR_FIRST && (fits & order.bit()) != 0) {
      fits |= fitsYearLast(parts.number(0), parts.number(1), year);
      return set(DateGranularity.DAY, year(0), parts.number(1), parts.number(2));
    }
    return assembleYearLast(parts.number(0), parts.number(1), year, clock.timeMicros());
  }
}
