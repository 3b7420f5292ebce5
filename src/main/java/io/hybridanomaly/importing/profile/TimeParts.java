package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimePart;
import io.hybridanomaly.importing.time.TimeReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Columns that make a time together: a date and an hour, or year, month and day. */
final class TimeParts {

  private static final int DAY_HOURS = 24;

  /** Calendar parts that follow a year, coarse ones first; each needs the one before it. */
  private static final List<TimePart> BELOW_DAY = List.of(TimePart.MINUTE, TimePart.SECOND);

  private final HeadTable table;
  private final IntPredicate free;

  /**
   * The columns of a time.
   *
   * @param columns their indices
   * @param parts what each of them holds
   */
  record Joined(List<Integer> columns, List<TimePart> parts) {

    DateReading reading() {
      return DateReading.joined(parts);
    }
  }

  /**
   * @param free whether a column may belong to the time
   */
  TimeParts(HeadTable table, IntPredicate free) {
    this.table = table;
    this.free = free;
  }

  /** The date in a column with the time of day in others; null if there is none to join. */
  @Nullable Joined besideDate(int date) {
    ColumnFacts facts = table.facts().get(date);
    DateReading reading = facts.date();
    if (reading == null || facts.hasClock()) {
      return null;
    }
    boolean excel = reading.style() == DateReading.Style.EXCEL_SERIAL;
    boolean calendar = reading.style() == DateReading.Style.CALENDAR;
    if (!excel && !calendar) {
      return null;
    }
    Builder parts = new Builder();
    parts.add(date, excel ? TimePart.EXCEL_DAY : TimePart.DATE);
    if (calendar && reading.granularity() == DateGranularity.MONTH) {
      return parts.addAny(TimePart.DAY) ? complete(withClock(parts)) : null;
    }
    boolean day = excel || reading.granularity() == DateGranularity.DAY;
    return day && addClock(parts) ? complete(parts) : null;
  }

  /** A year with its month, week or day in other columns; null if there is none to join. */
  @Nullable Joined fromYear() {
    Builder parts = new Builder();
    if (!parts.addAny(TimePart.YEAR)) {
      return fromUnnamed();
    }
    if (parts.addAny(TimePart.DAY_OF_YEAR) || parts.addAny(TimePart.MONTH_DAY)) {
      return complete(withClock(parts));
    }
    if (parts.addAny(TimePart.MONTH)) {
      return complete(parts.addAny(TimePart.DAY) ? withClock(parts) : parts);
    }
    return parts.addAny(TimePart.WEEK) || parts.addAny(TimePart.QUARTER) ? complete(parts) : null;
  }

  /** Year, month and more in the first columns of a file without a header. */
  private @Nullable Joined fromUnnamed() {
    List<TimePart> order =
        List.of(TimePart.YEAR, TimePart.MONTH, TimePart.DAY, TimePart.HOUR, TimePart.MINUTE);
    double[][] ranges = {{1700, 2200}, {1, 12}, {1, 31}, {0, 24}, {0, 59}};
    Joined best = null;
    Builder parts = new Builder();
    for (int i = 0; i < order.size() && i < table.facts().size() - 1; i++) {
      HeadNumbers numbers = table.numbers(i);
      if (!free.test(i)
          || !ColumnNames.isUnnamed(table.layout().names().get(i))
          || !table.facts().get(i).numeric()
          || !numbers.allWhole()
          || !numbers.within(ranges[i][0], ranges[i][1])) {
        break;
      }
      parts.add(i, order.get(i));
      Joined joined = i == 0 ? null : complete(parts);
      best = joined != null && isAscending(joined) ? joined : best;
    }
    return best;
  }

  private boolean isAscending(Joined joined) {
    List<Long> times = times(joined);
    for (int i = 1; i < times.size(); i++) {
      if (times.get(i) < times.get(i - 1)) {
        return false;
      }
    }
    return distinct(times) * 10 >= times.size() * 9;
  }

  /** The columns that a user named, if they are parts of a time; null if they are texts to join. */
  @Nullable Joined named(List<Integer> columns) {
    Builder parts = new Builder();
    for (int column : columns) {
      ColumnFacts facts = table.facts().get(column);
      DateReading reading = facts.date();
      boolean excel = reading != null && reading.style() == DateReading.Style.EXCEL_SERIAL;
      TimePart part = facts.part();
      if (part == null && reading != null && !facts.hasClock()) {
        part =
            excel ? TimePart.EXCEL_DAY : facts.numeric() || !isDate(reading) ? null : TimePart.DATE;
      }
      if (part == null || (part == TimePart.DATE && !parts.isEmpty())) {
        return null;
      }
      parts.add(column, part);
    }
    boolean based =
        parts.has(TimePart.YEAR) || parts.has(TimePart.DATE) || parts.has(TimePart.EXCEL_DAY);
    return based ? complete(parts) : null;
  }

  private static boolean isDate(DateReading reading) {
    return reading.style() == DateReading.Style.CALENDAR
        && (reading.granularity() == DateGranularity.DAY
            || reading.granularity() == DateGranularity.MONTH);
  }

  private Builder withClock(Builder parts) {
    addClock(parts);
    return parts;
  }

  /** Adds the time of day if one column of days is not enough to tell the rows apart. */
  private boolean addClock(Builder parts) {
    for (TimePart part :
        List.of(TimePart.HALF_HOUR, TimePart.QUARTER_HOUR, TimePart.FIVE_MINUTES)) {
      if (parts.addAny(part)) {
        return true;
      }
    }
    if (parts.addAny(TimePart.HOUR)) {
      for (TimePart part : BELOW_DAY) {
        if (!parts.addAny(part)) {
          break;
        }
      }
      return true;
    }
    return parts.addAny(TimePart.CLOCK)
        || parts.addAny(TimePart.HHMM)
        || parts.addAny(TimePart.HHMMSS)
        || parts.addAny(TimePart.DAY_FRACTION)
        || parts.addTime();
  }

  /** Settles the meaning of hours; null if the columns give no times, or none that tell more. */
  private @Nullable Joined complete(Builder parts) {
    Joined joined = parts.build();
    if (joined.columns().size() < 2) {
      return null;
    }
    int hour = joined.parts().indexOf(TimePart.HOUR);
    if (hour >= 0) {
      List<TimePart> settled = new ArrayList<>(joined.parts());
      settled.set(hour, hour(joined.columns().get(hour), joined));
      joined = new Joined(joined.columns(), settled);
    }
    List<Long> times = times(joined);
    boolean read = !times.isEmpty() && times.size() * 10 >= table.rows().size() * 8;
    return read ? joined : null;
  }

  /**
   * Hours from 1 to 24 end then, unless the name says that they begin, or 24 is midnight: it stands
   * before 1 within a date.
   */
  private TimePart hour(int column, Joined joined) {
    HeadNumbers numbers = table.numbers(column);
    if (!numbers.within(1, DAY_HOURS + 1) || numbers.max() < DAY_HOURS) {
      return TimePart.HOUR;
    }
    if (TimeNames.saysBeginning(TimeNames.words(table.layout().names().get(column)))) {
      return TimePart.HOUR;
    }
    int date = joined.columns().get(Math.max(0, joined.columns().indexOf(column) - 1));
    List<String> hours = table.cells(column);
    List<String> dates = table.cells(date);
    int first = 0;
    int last = 0;
    for (int i = 1; i < hours.size(); i++) {
      boolean sameDate = dates.get(i).equals(dates.get(i - 1));
      first += hours.get(i - 1).equals("24") && hours.get(i).matches("0?1") && sameDate ? 1 : 0;
      last += hours.get(i).equals("24") && sameDate ? 1 : 0;
    }
    return first > last ? TimePart.HOUR_24_FIRST : TimePart.HOUR_ENDING;
  }

  /** Whether joined columns tell rows apart that the first one alone does not. */
  boolean tellsMore(Joined joined) {
    List<Long> times = times(joined);
    int first = joined.columns().get(0);
    long alone = table.cells(first).stream().distinct().count();
    return alone * 3 <= times.size() * 2L && distinct(times) > alone;
  }

  private List<Long> times(Joined joined) {
    TimeReader reader = new TimeReader(joined.reading());
    List<Long> times = new ArrayList<>();
    for (List<String> row : table.rows()) {
      if (reader.read(row::get, joined.columns()) == TimeReader.Status.TIME) {
        times.add(reader.localMicros());
      }
    }
    return times;
  }

  private static int distinct(List<Long> times) {
    Set<Long> set = new HashSet<>(times);
    return set.size();
  }

  /** Gathers columns, each part once. */
  private final class Builder {

    private final List<Integer> columns = new ArrayList<>();
    private final List<TimePart> parts = new ArrayList<>();

    void add(int column, TimePart part) {
      columns.add(column);
      parts.add(part);
    }

    boolean isEmpty() {
      return columns.isEmpty();
    }

    boolean has(TimePart part) {
      return parts.contains(part);
    }

    /** Adds the first free column that holds a part; false if there is none. */
    boolean addAny(TimePart part) {
      for (int i = 0; i < table.facts().size(); i++) {
        if (free.test(i) && !columns.contains(i) && holds(i, part)) {
          add(i, part);
          return true;
        }
      }
      return false;
    }

    private boolean holds(int column, TimePart part) {
      if (table.facts().get(column).part() == part) {
        return true;
      }
      // "min" could be a minimum and "mm" a month: they are minutes only behind an hour.
      int before = columns.indexOf(column - 1);
      return part == TimePart.MINUTE
          && before >= 0
          && parts.get(before) == TimePart.HOUR
          && table.isMinute(column);
    }

    /** A column of times of day that is not beside the date. */
    boolean addTime() {
      for (int i = 0; i < table.facts().size(); i++) {
        boolean time = table.facts().get(i).kind() == ColumnKind.TIME;
        boolean named = ColumnNames.soundsLikeDate(table.layout().names().get(i));
        if (free.test(i) && time && named) {
          add(i, TimePart.CLOCK);
          return true;
        }
      }
      return false;
    }

    Joined build() {
      return new Joined(List.copyOf(columns), List.copyOf(parts));
    }
  }
}
