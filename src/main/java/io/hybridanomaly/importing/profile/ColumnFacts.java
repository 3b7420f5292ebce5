package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateReading;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the first cells of a column are.
 *
 * @param kind in one word
 * @param date how to read the column as dates; null if it cannot be
 * @param numeric whether its cells are numbers, whatever the kind
 * @param hasClock whether a cell has a time of day other than midnight
 * @param varies whether two cells differ
 * @param decimal the decimal separator that reads most of its numbers
 */
record ColumnFacts(
    ColumnKind kind,
    @Nullable DateReading date,
    boolean numeric,
    boolean hasClock,
    boolean varies,
    DecimalSeparator decimal) {

  private static final Set<String> TRUTH_WORDS = Set.of("true", "false");

  /**
   * @param name the header
   * @param first whether this is the first column, where dates usually stand
   * @param cells the first cells
   */
  static ColumnFacts of(String name, boolean first, List<String> cells, char delimiter) {
    List<String> filled = cells.stream().filter(cell -> !MissingTokens.isMissing(cell)).toList();
    boolean varies = filled.stream().distinct().limit(2).count() > 1;
    if (filled.isEmpty()) {
      return new ColumnFacts(ColumnKind.EMPTY, null, false, false, false, DecimalSeparator.POINT);
    }
    HeadNumbers numbers = HeadNumbers.of(filled, delimiter);
    HeadDates dates = HeadDates.of(filled);
    if (numbers.count() * 2 >= filled.size()) {
      return numeric(name, first, filled, numbers, varies);
    }
    if (dates.count() * 2 >= filled.size()) {
      boolean clock = dates.granularity() == DateGranularity.TIME;
      ColumnKind kind = clock ? ColumnKind.TIME : ColumnKind.DATE;
      return new ColumnFacts(
          kind, dates.reading(), false, dates.hasClock(), varies, numbers.decimal());
    }
    boolean truth =
        filled.stream().allMatch(cell -> TRUTH_WORDS.contains(cell.toLowerCase(Locale.ROOT)));
    ColumnKind kind = truth ? ColumnKind.BINARY : ColumnKind.TEXT;
    return new ColumnFacts(kind, null, false, false, varies, numbers.decimal());
  }

  private static ColumnFacts numeric(
      String name, boolean first, List<String> filled, HeadNumbers numbers, boolean varies) {
    DateReading reading = NumericDates.guess(name, first, filled, numbers);
    ColumnKind kind = ColumnKind.NUMBER;
    if (reading != null) {
      kind = ColumnKind.DATE;
    } else if (numbers.allBinary()) {
      kind = ColumnKind.BINARY;
    } else if (numbers.running()
        || (first && numbers.rising() && !ColumnNames.soundsLikeValue(name))
        || (numbers.ascending() && ColumnNames.soundsLikeId(name))) {
      kind = ColumnKind.RUNNING_ID;
    }
    return new ColumnFacts(
        kind, reading, true, hasClock(reading, filled), varies, numbers.decimal());
  }

  private static boolean hasClock(@Nullable DateReading reading, List<String> filled) {
    return reading != null
        && (reading.style() != DateReading.Style.CALENDAR || HeadDates.of(filled).hasClock());
  }
}
