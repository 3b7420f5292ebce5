package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.QualityCodes;
import io.hybridanomaly.importing.number.Units;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimePart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param part which part of a time its cells are; null if none
 * @param units the units behind its numbers
 * @param coded whether each number has a code for its quality
 */
record ColumnFacts(
    ColumnKind kind,
    @Nullable DateReading date,
    boolean numeric,
    boolean hasClock,
    boolean varies,
    DecimalSeparator decimal,
    @Nullable TimePart part,
    Units.Found units,
    boolean coded) {

  private static final Units.Found NO_UNITS = new Units.Found(Map.of(), 0);

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
      return new ColumnFacts(
          ColumnKind.EMPTY,
          null,
          false,
          false,
          false,
          DecimalSeparator.POINT,
          null,
          NO_UNITS,
          false);
    }
    boolean coded = delimiter == ',' && QualityCodes.in(filled);
    if (coded) {
      filled = filled.stream().map(QualityCodes::without).toList();
    }
    HeadNumbers numbers = HeadNumbers.of(filled, delimiter);
    HeadDates dates = HeadDates.of(filled);
    Units.Found units = NO_UNITS;
    if (numbers.count() < filled.size() && dates.count() * 2 < filled.size()) {
      units = Units.in(filled);
      String unit = units.single();
      if (!unit.isEmpty()) {
        filled = filled.stream().map(cell -> Units.without(cell, unit)).toList();
        numbers = HeadNumbers.of(filled, delimiter);
      }
    }
    TimePart part = new PartFinder(name, filled, numbers).part();
    if (numbers.count() * 2 >= filled.size()) {
      return numeric(name, first, filled, numbers, varies).with(part, units, coded);
    }
    if (dates.count() * 2 >= filled.size()) {
      boolean clock = dates.granularity() == DateGranularity.TIME;
      ColumnKind kind = clock ? ColumnKind.TIME : ColumnKind.DATE;
      return new ColumnFacts(
          kind,
          dates.reading(),
          false,
          dates.hasClock(),
          varies,
          numbers.decimal(),
          part,
          units,
          false);
    }
    boolean truth =
        filled.stream().allMatch(cell -> TRUTH_WORDS.contains(cell.toLowerCase(Locale.ROOT)));
    ColumnKind kind = truth ? ColumnKind.BINARY : ColumnKind.TEXT;
    return new ColumnFacts(kind, null, false, false, varies, numbers.decimal(), part, units, false);
  }

  /** The same facts of a column whose name and range make it a part of a time. */
  private ColumnFacts with(@Nullable TimePart found, Units.Found unitsFound, boolean codesFound) {
    boolean clock = found != null && date == null && kind != ColumnKind.RUNNING_ID;
    return new ColumnFacts(
        clock ? ColumnKind.CLOCK : kind,
        date,
        numeric,
        hasClock,
        varies,
        decimal,
        found,
        unitsFound,
        codesFound);
  }

  private static ColumnFacts numeric(
      String name, boolean first, List<String> filled, HeadNumbers numbers, boolean varies) {
    DateReading reading = NumericDates.guess(name, first, filled, numbers);
    ColumnKind kind = ColumnKind.NUMBER;
    boolean abscissa = first && name.matches("(?i)x([ _-]?values?)?");
    boolean measured = ColumnNames.soundsLikeValue(name) || ColumnNames.soundsLikeMeter(name);
    if (reading != null) {
      kind = reading.style().isElapsed() ? ColumnKind.CLOCK : ColumnKind.DATE;
    } else if (numbers.allBinary()) {
      kind = ColumnKind.BINARY;
    } else if (TimeNames.isWeekday(TimeNames.words(name)) && numbers.within(0, 7)) {
      kind = ColumnKind.CLOCK;
    } else if (TimeNames.elapsed(name) != null && numbers.strictlyAscending()) {
      kind = ColumnKind.RUNNING_ID;
    } else if (numbers.running()
        || (abscissa && numbers.strictlyAscending())
        || (first && numbers.rising() && !ColumnNames.soundsLikeValue(name))
        || (first && numbers.steady() && !measured)
        || (numbers.ascending() && ColumnNames.soundsLikeId(name))) {
      kind = ColumnKind.RUNNING_ID;
    }
    return new ColumnFacts(
        kind,
        reading,
        true,
        hasClock(reading, filled, numbers),
        varies,
        numbers.decimal(),
        null,
        NO_UNITS,
        false);
  }

  private static boolean hasClock(
      @Nullable DateReading reading, List<String> filled, HeadNumbers numbers) {
    if (reading == null) {
      return false;
    }
    return switch (reading.style()) {
      case CALENDAR -> HeadDates.of(filled).hasClock();
      case EXCEL_SERIAL -> !numbers.allWhole();
      default -> true;
    };
  }
}
