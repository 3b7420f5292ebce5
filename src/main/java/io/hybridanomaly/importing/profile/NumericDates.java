package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateParser;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.DecimalYears;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises dates among columns of plain numbers: {@code yyyyMMdd}, years, epochs, Excel. */
final class NumericDates {

  /** Seconds since 1970 from 1985 to 2103; what lies outside is taken for a plain number. */
  private static final double EPOCH_FROM = 4.8e8;

  private static final double EPOCH_TO = 4.2e9;

  private static final double EXCEL_FROM = 20_000;
  private static final double EXCEL_TO = 73_050;

  /** Mean steps that may lie between zero and the first time of a recording. */
  private static final double NEAR_START = 3;

  /** Mean steps in the largest step: sums of measurements leap further. */
  private static final double UNEVEN = 10;

  private static final Pattern MONTH_WITH_DOT =
      Pattern.compile("\\d{1,2}\\.\\d{4}|\\d{4}\\.\\d{2}");

  private NumericDates() {}

  /** The meaning of a column nobody named as date; null if it is better read as numbers. */
  static @Nullable DateReading guess(
      String name, boolean first, List<String> cells, HeadNumbers numbers) {
    if (numbers.count() * 20 < cells.size() * 19) {
      return null;
    }
    boolean named = ColumnNames.soundsLikeDate(name);
    boolean ordered = numbers.ascending();
    DateReading reading = possible(cells, numbers);
    if (reading == null) {
      DateReading decimals = decimalYears(name, first, numbers);
      return decimals == null ? elapsed(name, first, numbers) : decimals;
    }
    boolean plausible =
        switch (reading.style()) {
          case EXCEL_SERIAL -> named && ordered;
          case CALENDAR ->
              switch (reading.granularity()) {
                case DAY ->
                    named
                        || numbers.within(19_000_101, 22_001_231)
                        || numbers.within(1.9e9, 2.1e9)
                        || numbers.within(1.9e11, 2.3e16);
                case YEAR ->
                    numbers.within(1500, 2200)
                        && (ColumnNames.soundsLikeYear(name) || ((named || first) && ordered));
                default ->
                    numbers.within(150_001, 220_012)
                        ? named || (first && ordered)
                        : monthsWithDot(cells, named, first);
              };
          default -> named || (first && ordered);
        };
    return plausible ? reading : null;
  }

  /**
   * Months as {@code 01.2019}: under a name of time, or in the first column one after the other.
   */
  private static boolean monthsWithDot(List<String> cells, boolean named, boolean first) {
    if (!cells.stream().allMatch(cell -> MONTH_WITH_DOT.matcher(cell.strip()).matches())) {
      return false;
    }
    DateParser parser = new DateParser(DateOrder.DAY_MONTH);
    double[] times =
        cells.stream().filter(parser::parse).mapToDouble(cell -> parser.localMicros()).toArray();
    return times.length == cells.size()
        && (named || (first && new HeadNumbers(times, DecimalSeparator.POINT).strictlyAscending()));
  }

  /** Years with decimals, in order and in even steps. */
  private static @Nullable DateReading decimalYears(
      String name, boolean first, HeadNumbers numbers) {
    boolean named = ColumnNames.soundsLikeDate(name) || ColumnNames.soundsLikeYear(name);
    boolean years =
        numbers.within(1500, 2200)
            && !numbers.allWhole()
            && numbers.strictlyAscending()
            && numbers.steady()
            && (named || first || ColumnNames.isUnnamed(name))
            && !ColumnNames.soundsLikeValue(name)
            && !ColumnNames.soundsLikeMeter(name);
    return years
        ? new DateReading(
            DateReading.Style.DECIMAL_YEAR,
            DecimalYears.granularity(numbers.values()),
            DateOrder.DAY_MONTH)
        : null;
  }

  /** Time since the start of a recording: rises from about zero, under a name that says so. */
  private static @Nullable DateReading elapsed(String name, boolean first, HeadNumbers numbers) {
    if (first && ColumnNames.isUnnamed(name) && startsUnevenly(numbers)) {
      return new DateReading(
          DateReading.Style.ELAPSED_SECONDS, DateGranularity.DAY, DateOrder.DAY_MONTH);
    }
    DateReading.Style style = TimeNames.elapsed(name);
    if (style == null || !numbers.ascending()) {
      return null;
    }
    boolean counted = numbers.allWhole() && !TimeNames.namesUnit(name);
    boolean before = numbers.values()[0] < 0 && !numbers.steady() && !TimeNames.namesUnit(name);
    boolean clear = !before && numbers.strictlyAscending() && (first || TimeNames.namesUnit(name));
    return counted || !(clear || numbers.steadyRepeats())
        ? null
        : new DateReading(style, DateGranularity.DAY, DateOrder.DAY_MONTH);
  }

  /** Whether numbers rise from about zero in uneven steps, as the clock of a recording does. */
  private static boolean startsUnevenly(HeadNumbers numbers) {
    if (!numbers.strictlyAscending() || numbers.rising() || numbers.running()) {
      return false;
    }
    double[] values = numbers.values();
    double last = values[values.length - 1];
    double step = (last - values[0]) / Math.max(1, values.length - 1);
    return values[0] >= 0 && values[0] <= NEAR_START * step && largestStep(values) <= UNEVEN * step;
  }

  private static double largestStep(double[] values) {
    double largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = Math.max(largest, values[i] - values[i - 1]);
    }
    return largest;
  }

  /** The meaning of a column that is known to hold dates; null if its numbers cannot be any. */
  static @Nullable DateReading possible(List<String> cells, HeadNumbers numbers) {
    HeadDates dates = HeadDates.of(cells);
    if (dates.granularity() != DateGranularity.TIME && dates.count() * 10 >= cells.size() * 9) {
      return dates.reading();
    }
    DateReading.Style style = epoch(numbers);
    if (style == null && numbers.within(EXCEL_FROM, EXCEL_TO)) {
      style = DateReading.Style.EXCEL_SERIAL;
    }
    return style == null ? null : new DateReading(style, DateGranularity.DAY, DateOrder.DAY_MONTH);
  }

  private static DateReading.@Nullable Style epoch(HeadNumbers numbers) {
    if (numbers.within(EPOCH_FROM, EPOCH_TO)) {
      return DateReading.Style.EPOCH_SECONDS;
    }
    if (numbers.within(EPOCH_FROM * 1e3, EPOCH_TO * 1e3)) {
      return DateReading.Style.EPOCH_MILLIS;
    }
    if (numbers.within(EPOCH_FROM * 1e6, EPOCH_TO * 1e6)) {
      return DateReading.Style.EPOCH_MICROS;
    }
    return numbers.within(EPOCH_FROM * 1e9, EPOCH_TO * 1e9) ? DateReading.Style.EPOCH_NANOS : null;
  }
}
