package io.hybridanomaly.importing.layout;

import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateParser;
import io.hybridanomaly.importing.time.JoinedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers in which times run across: hours of a day, months of a year, or dates. */
public final class AcrossHeader {

  /** The fewest dates side by side that make a table that runs across. */
  private static final int FEWEST = 6;

  private static final int FEWEST_TIMES = 12;
  private static final int DAY_MINUTES = 1440;
  private static final int MONTHS = 12;

  /** {@code H01}, {@code HE1}, {@code hour_0}, {@code P48} or a number alone. */
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)(?:\\p{L}{1,10}[ _.-]?)?0?(\\d{1,3})(?::00)?");

  /** The numbers of parts of a day that make a whole one, long days of autumn included. */
  private static final Set<Integer> PARTS_OF_DAY = Set.of(24, 25, 48, 50, 96, 100, 288, 300);

  /** {@code 1960 [YR1960]}, {@code X1960}, {@code YR1960}. */
  private static final Pattern YEAR = Pattern.compile("(?:X|YR|Y|F)?(\\d{4})(?: \\[YR\\d{4}\\])?");

  private AcrossHeader() {}

  /**
   * Columns side by side whose names are times.
   *
   * @param columns their indices, in the order of time
   * @param offsets microseconds or counts from the start, one for each; for dates microseconds
   *     since 1970
   */
  public record Run(List<Integer> columns, long[] offsets) {

    public Run {
      columns = List.copyOf(columns);
    }
  }

  /** Times of day across: {@code 00:00}, {@code 00:30}, or numbered hours; null if none are. */
  public static @Nullable Run timesOfDay(List<String> names) {
    DateParser parser = new DateParser(DateOrder.DAY_MONTH);
    Gatherer clock = new Gatherer();
    for (int i = 0; i < names.size(); i++) {
      boolean time = parser.parse(names.get(i)) && parser.granularity() == DateGranularity.TIME;
      clock.add(i, time ? parser.localMicros() : -1);
    }
    Run run = clock.longest();
    if (run.columns().size() >= FEWEST_TIMES) {
      return run;
    }
    Run numbered = numbered(names);
    int parts = numbered.columns().size();
    if (!PARTS_OF_DAY.contains(parts)) {
      return null;
    }
    long first = numbered.offsets()[0];
    long perDay = parts < 48 ? 24 : parts < 96 ? 48 : parts < 288 ? 96 : 288;
    long[] offsets = new long[parts];
    for (int i = 0; i < parts; i++) {
      offsets[i] =
          (numbered.offsets()[i] - Math.min(first, 1))
              * (DAY_MINUTES / perDay)
              * 60
              * ClockTime.MICROS_PER_SECOND;
    }
    return first > 1 ? null : new Run(numbered.columns(), offsets);
  }

  /** Twelve months across, with their count from January; null if there are none. */
  public static @Nullable Run months(List<String> names) {
    Gatherer months = new Gatherer();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean word = !name.isEmpty() && Character.isLetter(name.charAt(0));
      int month = word ? month(name) : -1;
      months.add(i, month);
    }
    Run run = months.longest();
    if (run.columns().size() == MONTHS) {
      return run;
    }
    Run numbered = numbered(names);
    if (numbered.columns().size() != MONTHS || numbered.offsets()[0] != 1) {
      return null;
    }
    long[] offsets = numbered.offsets().clone();
    for (int i = 0; i < offsets.length; i++) {
      offsets[i]--;
    }
    return new Run(numbered.columns(), offsets);
  }

  private static int month(String name) {
    return JoinedTime.monthNamed(name) - 1;
  }

  /** Days of a month across, from 0; null if there are none. */
  public static @Nullable Run daysOfMonth(List<String> names) {
    Run numbered = numbered(names);
    int days = numbered.columns().size();
    if (days < 28 || days > 31 || numbered.offsets()[0] != 1) {
      return null;
    }
    long[] offsets = numbered.offsets().clone();
    for (int i = 0; i < days; i++) {
      offsets[i]--;
    }
    return new Run(numbered.columns(), offsets);
  }

  private static Run numbered(List<String> names) {
    Gatherer numbers = new Gatherer();
    long last = -2;
    for (int i = 0; i < names.size(); i++) {
      Matcher number = NUMBERED.matcher(names.get(i));
      long found = number.matches() ? Long.parseLong(number.group(1)) : -1;
      if (found >= 0 && found != last + 1) {
        numbers.cut();
      }
      numbers.add(i, found);
      last = found;
    }
    return numbers.longest();
  }

  /** Dates, months, quarters or years across; null if there are none. */
  public static @Nullable Run times(List<String> names) {
    Run best = null;
    for (DateOrder order : List.of(DateOrder.DAY_MONTH, DateOrder.MONTH_DAY)) {
      DateParser parser = new DateParser(order);
      Gatherer times = new Gatherer();
      for (int i = 0; i < names.size(); i++) {
        Matcher year = YEAR.matcher(names.get(i));
        String text = year.matches() ? year.group(1) : names.get(i);
        boolean time = parser.parse(text) && parser.granularity() != DateGranularity.TIME;
        boolean usual = time && Math.abs(parser.localMicros() / ClockTime.MICROS_PER_DAY) < 100_000;
        times.add(i, usual ? parser.localMicros() : Long.MIN_VALUE);
      }
      Run run = times.longest();
      if (best == null || run.columns().size() > best.columns().size()) {
        best = run;
      }
    }
    return best != null && best.columns().size() >= FEWEST ? best : null;
  }

  /** Gathers the longest run of ascending numbers in neighbouring columns. */
  private static final class Gatherer {

    private List<Integer> columns = new ArrayList<>();
    private List<Long> numbers = new ArrayList<>();
    private List<Integer> bestColumns = List.of();
    private List<Long> bestNumbers = List.of();

    /**
     * @param number negative for a column that does not belong to a run; dates before 1970 do
     */
    void add(int column, long number) {
      boolean none = number == Long.MIN_VALUE || number == -1;
      if (none || (!numbers.isEmpty() && number <= numbers.get(numbers.size() - 1))) {
        cut();
      }
      if (!none) {
        columns.add(column);
        numbers.add(number);
      }
    }

    void cut() {
      if (columns.size() > bestColumns.size()) {
        bestColumns = columns;
        bestNumbers = numbers;
      }
      columns = new ArrayList<>();
      numbers = new ArrayList<>();
    }

    Run longest() {
      cut();
      return new Run(bestColumns, bestNumbers.stream().mapToLong(Long::longValue).toArray());
    }
  }
}
