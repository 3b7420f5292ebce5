package io.hybridanomaly.importing.time;

import io.hybridanomaly.series.Timestamps;
import java.time.ZoneId;

/**
 * Reads a date, a time of day or both from one text: ISO layouts on a fast path, everything else by
 * what {@link DateParts} finds. Which of day, month and year comes first in all-number dates is the
 * caller's choice. Not thread-safe: the result stands in the fields of the parser, so that a column
 * of millions costs no objects.
 */
public final class DateParser {

  /** The least place of the mark of an interval. */
  private static final int SHORTEST = 4;

  private final DateOrder order;

  private final FixedLayouts fixed = new FixedLayouts();
  private final DateParts parts;
  private final ClockParts clock;
  private final boolean dashEnds;
  private final char[] copy = new char[DateParts.MAX_LENGTH];

  private DateGranularity granularity = DateGranularity.DAY;
  private long localMicros;
  private int nanos;
  private int offsetSeconds = Timestamps.NO_OFFSET;
  private boolean hasTime;
  private boolean fixedUsed;
  private char dateMark;
  private int fits;
  private boolean twoDigitYear;
  private boolean interval;
  private final RegionClock regions = new RegionClock();

  /**
   * A parser that reads dates in one order.
   *
   * @param order how to read {@code 03/04/05}; not {@code AUTO}
   */
  public DateParser(DateOrder order) {
    this(order, NameReading.USUAL);
  }

  /**
   * A parser that reads dates in one order, and names as their column has settled them.
   *
   * @param names what the column has settled about zones and intervals
   */
  public DateParser(DateOrder order, NameReading names) {
    this.order = order;
    this.parts = new DateParts(names);
    this.clock = parts.clock();
    this.dashEnds = names.dashEnds();
  }

  /** What the last text gave. */
  public DateGranularity granularity() {
    return granularity;
  }

  /** Microseconds of the written wall clock since 1970, of a time of day since midnight. */
  public long localMicros() {
    return localMicros;
  }

  /** Seconds east of UTC, or {@link Timestamps#NO_OFFSET}. */
  int offsetSeconds() {
    return offsetSeconds;
  }

  /**
   * The orders that read the last text, as a sum of {@link DateOrder#bit}s; 0 if its order is no
   * question. Also set if the text could not be read in the order of this parser.
   */
  int fits() {
    return fits;
  }

  /** Whether the last text had a time of day. */
  public boolean hasTime() {
    return hasTime;
  }

  /** Whether the last text had a year of two digits. */
  boolean twoDigitYear() {
    return twoDigitYear;
  }

  /** Nanoseconds behind the microseconds, below 1000. */
  public int nanos() {
    return nanos;
  }

  /** Whether digits behind the nanoseconds were cut off. */
  boolean finerThanNanos() {
    return !fixedUsed && clock.finerThanNanos();
  }

  /** Whether the last text was in a fixed layout and no interval: it tells nothing about names. */
  boolean isPlain() {
    return fixedUsed && !interval;
  }

  /** Whether the last text was an interval, of which the start was read. */
  boolean interval() {
    return interval;
  }

  /** The name of the zone in the last text, in small letters; empty if it had none. */
  String zoneWord() {
    return fixedUsed ? "" : parts.zone().word();
  }

  /** The mark between the numbers of the last date: a point, slash or hyphen; 0 for none. */
  char dateMark() {
    return dateMark;
  }

  /** Whether the last text had AM or PM. */
  boolean halfDaySeen() {
    return fixedUsed ? fixed.halfDaySeen() : clock.halfDaySeen();
  }

  /** Whether the last text had the name of a month. */
  boolean namedMonth() {
    return !fixedUsed && parts.month() > 0;
  }

  /** Whether a text is a date or a time of day, if only in another order; read as by parsing. */
  public boolean recognises(String cell) {
    return parse(cell) || fits != 0;
  }

  /** Reads a text; false if it is no date or time. */
  public boolean parse(String cell) {
    int length = cell.length();
    if (length > copy.length) {
      return parse(cell.toCharArray(), 0, length);
    }
    cell.getChars(0, length, copy, 0);
    return parse(copy, 0, length);
  }

  /**
   * Reads a part of a text; false if it is no date or time.
   *
   * @param from where the part starts
   * @param to where it ends
   */
  boolean parse(char[] text, int from, int to) {
    interval = false;
    if (parseTime(text, from, to)) {
      boolean zone = offsetSeconds != Timestamps.NO_OFFSET;
      boolean dash = dashEnds && zone && offsetSeconds <= 0;
      if (dash || (granularity == DateGranularity.TIME && zone && clock.dashOffset())) {
        interval = true;
        offsetSeconds = Timestamps.NO_OFFSET;
      }
      return true;
    }
    return fits == 0 && to - from <= DateParts.MAX_LENGTH && parseInterval(text, from, to);
  }

  /** The start of an interval {@code start - end} or {@code start/end}. */
  private boolean parseInterval(char[] text, int from, int to) {
    for (int i = from + SHORTEST; i < to - 1; i++) {
      int length = Intervals.mark(text, i, to);
      boolean duration = length > 0 && Intervals.isDuration(text, i + length, to);
      if (length == 0 || !(duration || parseTime(text, i + length, to) || fits != 0)) {
        continue;
      }
      DateGranularity end = duration ? DateGranularity.TIME : granularity;
      long endMicros = localMicros;
      if (parseTime(text, from, i)
          && Intervals.isOne(granularity, end, endMicros - localMicros, fits != 0)) {
        interval = true;
        return true;
      }
      if (fits != 0) {
        return false;
      }
    }
    return false;
  }

  /** One date or time. */
  private boolean parseTime(char[] text, int from, int to) {
    fits = 0;
    twoDigitYear = false;
    granularity = DateGranularity.DAY;
    fixedUsed = true;
    if (fixed.parseYearFirst(text, from, to)) {
      takeFixed();
      return true;
    }
    if (fixed.parseYearLast(text, from, to)) {
      takeFixed();
      return assembleYearLast(fixed.first(), fixed.second(), fixed.year(), fixed.localMicros());
    }
    fixedUsed = false;
    boolean cut = to - from <= DateParts.MAX_LENGTH && parts.scan(text, from, to);
    hasTime = cut && clock.hasTime();
    offsetSeconds = cut ? clock.offsetSeconds() : Timestamps.NO_OFFSET;
    nanos = cut ? clock.nanos() : 0;
    dateMark = cut ? parts.dateMark() : 0;
    if (!cut || !assemble()) {
      return false;
    }
    ZoneId region = parts.zone().region();
    if (region != null) {
      offsetSeconds = regions.offset(region, localMicros);
    }
    return true;
  }

  private void takeFixed() {
    localMicros = fixed.localMicros();
    nanos = fixed.nanos();
    hasTime = fixed.hasTime();
    offsetSeconds = fixed.offsetSeconds();
    dateMark = fixed.mark();
  }

  /** Day and month in the order of this parser; four-digit years cannot stand first. */
  private boolean assembleYearLast(int first, int second, int year, long clockMicros) {
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

  private boolean assemble() {
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
