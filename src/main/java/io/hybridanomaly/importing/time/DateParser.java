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

  private final FixedLayouts fixed = new FixedLayouts();
  private final DateParts parts;
  private final ClockParts clock;
  private final DateAssembly date;
  private final boolean dashEnds;
  private final char[] copy = new char[DateParts.MAX_LENGTH];

  private int nanos;
  private int offsetSeconds = Timestamps.NO_OFFSET;
  private boolean hasTime;
  private boolean fixedUsed;
  private char dateMark;
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
    this.parts = new DateParts(names);
    this.clock = parts.clock();
    this.date = new DateAssembly(order, parts);
    this.dashEnds = names.dashEnds();
  }

  /** What the last text gave. */
  public DateGranularity granularity() {
    return date.granularity();
  }

  /** Microseconds of the written wall clock since 1970, of a time of day since midnight. */
  public long localMicros() {
    return date.localMicros();
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
    return date.fits();
  }

  /** Whether the last text had a time of day. */
  public boolean hasTime() {
    return hasTime;
  }

  /** Whether the last text had a year of two digits. */
  boolean twoDigitYear() {
    return date.twoDigitYear();
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
    return parse(cell) || date.fits() != 0;
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
      if (dash || (date.granularity() == DateGranularity.TIME && zone && clock.dashOffset())) {
        interval = true;
        offsetSeconds = Timestamps.NO_OFFSET;
      }
      return true;
    }
    return date.fits() == 0 && to - from <= DateParts.MAX_LENGTH && parseInterval(text, from, to);
  }

  /** The start of an interval {@code start - end} or {@code start/end}. */
  private boolean parseInterval(char[] text, int from, int to) {
    for (int i = from + SHORTEST; i < to - 1; i++) {
      int length = Intervals.mark(text, i, to);
      boolean duration = length > 0 && Intervals.isDuration(text, i + length, to);
      if (length == 0 || !(duration || parseTime(text, i + length, to) || date.fits() != 0)) {
        continue;
      }
      DateGranularity end = duration ? DateGranularity.TIME : date.granularity();
      long endMicros = date.localMicros();
      if (parseTime(text, from, i)
          && Intervals.isOne(
              date.granularity(), end, endMicros - date.localMicros(), date.fits() != 0)) {
        interval = true;
        return true;
      }
      if (date.fits() != 0) {
        return false;
      }
    }
    return false;
  }

  /** One date or time. */
  private boolean parseTime(char[] text, int from, int to) {
    date.start();
    fixedUsed = true;
    if (fixed.parseYearFirst(text, from, to)) {
      takeFixed();
      return true;
    }
    if (fixed.parseYearLast(text, from, to)) {
      takeFixed();
      return date.assembleYearLast(
          fixed.first(), fixed.second(), fixed.year(), fixed.localMicros());
    }
    fixedUsed = false;
    boolean cut = to - from <= DateParts.MAX_LENGTH && parts.scan(text, from, to);
    hasTime = cut && clock.hasTime();
    offsetSeconds = cut ? clock.offsetSeconds() : Timestamps.NO_OFFSET;
    nanos = cut ? clock.nanos() : 0;
    dateMark = cut ? parts.dateMark() : 0;
    if (!cut || !date.assemble()) {
      return false;
    }
    ZoneId region = parts.zone().region();
    if (region != null) {
      offsetSeconds = regions.offset(region, date.localMicros());
    }
    return true;
  }

  private void takeFixed() {
    date.take(fixed.localMicros());
    nanos = fixed.nanos();
    hasTime = fixed.hasTime();
    offsetSeconds = fixed.offsetSeconds();
    dateMark = fixed.mark();
  }
}
