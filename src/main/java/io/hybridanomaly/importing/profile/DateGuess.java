package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.PlainNumber;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.DateReadingChoice;
import io.hybridanomaly.importing.time.TimeReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns that hold the time of a row.
 *
 * @param columns indices of the columns that together hold the time; empty: row numbers
 * @param reading how to read the time; null without date columns
 */
record DateGuess(List<Integer> columns, @Nullable DateReading reading) {

  private static final Set<String> PLAIN_DATE_NAMES =
      Set.of("date", "time", "timestamp", "datetime", "datum", "zeitstempel", "ds", "fecha");

  private static final DateGuess NONE = new DateGuess(List.of(), null);

  /** The best columns that neither the value nor the label needs. */
  static DateGuess guess(HeadTable table, int value, int label) throws ImportException {
    int best = -1;
    int bestScore = 0;
    for (int i = 0; i < table.facts().size(); i++) {
      int score = i == value || i == label ? 0 : dateScore(table, i, value);
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    TimeParts parts = new TimeParts(table, i -> i != value && i != label);
    return best < 0 ? withoutDate(table, parts, value, label) : withDate(table, parts, best, value);
  }

  private static DateGuess withDate(HeadTable table, TimeParts parts, int best, int value)
      throws ImportException {
    ColumnFacts date = table.facts().get(best);
    DateReading reading = date.date();
    if (reading != null && reading.granularity() == DateGranularity.DAY && !date.hasClock()) {
      for (int beside : new int[] {best + 1, best - 1}) {
        boolean inside = beside >= 0 && beside < table.facts().size() && beside != value;
        if (inside && table.facts().get(beside).kind() == ColumnKind.TIME) {
          return named(table, List.of(best, beside), DateReadingChoice.AUTO);
        }
      }
    }
    boolean year = reading != null && reading.granularity() == DateGranularity.YEAR;
    TimeParts.Joined joined = year ? parts.fromYear() : parts.besideDate(best);
    if (joined != null && parts.tellsMore(joined)) {
      return new DateGuess(joined.columns(), joined.reading());
    }
    return named(table, List.of(best), DateReadingChoice.AUTO);
  }

  /** Parts of a date, or else a column that counts from the start of a recording. */
  private static DateGuess withoutDate(HeadTable table, TimeParts parts, int value, int label) {
    TimeParts.Joined joined = parts.fromYear();
    if (joined != null && parts.tellsMore(joined)) {
      return new DateGuess(joined.columns(), joined.reading());
    }
    for (int i = 0; i < table.facts().size(); i++) {
      DateReading reading = table.facts().get(i).date();
      boolean elapsed = reading != null && reading.style().isElapsed();
      if (elapsed && i != value && i != label && (value >= 0 || otherNumbers(table, i))) {
        return new DateGuess(List.of(i), reading);
      }
    }
    return NONE;
  }

  /** The columns that a chosen reading fits: those guessed anyway, or else the best one. */
  static DateGuess readable(HeadTable table, int value, int label, DateReadingChoice chosen)
      throws ImportException {
    List<Integer> guessed = guess(table, value, label).columns();
    if (!guessed.isEmpty() && isReadable(table.joined(guessed), chosen)) {
      return named(table, guessed, chosen);
    }
    int best = -1;
    int bestScore = 0;
    for (int i = 0; i < table.facts().size(); i++) {
      boolean needed = table.facts().get(i).numeric() && value < 0 && !otherNumbers(table, i);
      if (i != value && i != label && !needed && isReadable(table.cells(i), chosen)) {
        int score = ColumnNames.soundsLikeDate(table.layout().names().get(i)) ? 4 : 1;
        score += HeadNumbers.of(table.cells(i), table.layout().delimiter()).ascending() ? 2 : 0;
        if (score > bestScore) {
          best = i;
          bestScore = score;
        }
      }
    }
    if (best < 0 && guessed.isEmpty()) {
      throw new ImportException(
          "No column can be read as “%s”: choose the date column or another reading."
              .formatted(chosen.reading().text()));
    }
    return named(table, best < 0 ? guessed : List.of(best), chosen);
  }

  /** Whether most cells that are not empty are times in a chosen reading. */
  private static boolean isReadable(List<String> cells, DateReadingChoice chosen) {
    List<String> filled = cells.stream().filter(cell -> !MissingTokens.isMissing(cell)).toList();
    TimeReader times = new TimeReader(chosen.reading());
    long read =
        chosen == DateReadingChoice.CALENDAR
            ? HeadDates.of(filled).count()
            : filled.stream().filter(cell -> times.read(cell) == TimeReader.Status.TIME).count();
    return !filled.isEmpty() && read * 10 >= filled.size() * 9L;
  }

  private static int dateScore(HeadTable table, int index, int value) {
    ColumnFacts facts = table.facts().get(index);
    if (facts.kind() != ColumnKind.DATE) {
      return 0;
    }
    String name = table.layout().names().get(index);
    boolean number = table.cells(index).stream().allMatch(cell -> isPlainNumber(cell));
    if (number && value < 0 && !otherNumbers(table, index)) {
      return 0;
    }
    int score = number ? 1 : 5;
    score += ColumnNames.soundsLikeDate(name) ? 2 : 0;
    score += TimeNames.saysBeginning(TimeNames.words(name)) ? 1 : 0;
    score += PLAIN_DATE_NAMES.contains(name.toLowerCase(Locale.ROOT)) ? 3 : 0;
    return facts.varies() ? score : 1;
  }

  private static boolean isPlainNumber(String cell) {
    return MissingTokens.isMissing(cell) || PlainNumber.matches(Blanks.strip(cell));
  }

  /** Whether another column could be the value; if not, a column of numbers is not the date. */
  private static boolean otherNumbers(HeadTable table, int index) {
    for (int i = 0; i < table.facts().size(); i++) {
      ColumnKind kind = table.facts().get(i).kind();
      if (i != index && kind.isNumeric() && kind != ColumnKind.CLOCK) {
        return true;
      }
    }
    return false;
  }

  /**
   * The meaning of columns that are known to hold the time.
   *
   * @throws ImportException if they hold none
   */
  static DateGuess named(HeadTable table, List<Integer> columns, DateReadingChoice chosen)
      throws ImportException {
    return new DateGuess(columns, reading(table, columns, chosen));
  }

  private static DateReading reading(
      HeadTable table, List<Integer> columns, DateReadingChoice chosen) throws ImportException {
    if (chosen != DateReadingChoice.AUTO && chosen != DateReadingChoice.CALENDAR) {
      return chosen.reading();
    }
    if (columns.size() == 1 && chosen == DateReadingChoice.AUTO) {
      return singleReading(table, columns.get(0));
    }
    TimeParts.Joined parts =
        columns.size() == 1 ? null : new TimeParts(table, columns::contains).named(columns);
    if (parts != null) {
      return parts.reading();
    }
    HeadDates dates = HeadDates.of(table.joined(columns));
    DateGranularity granularity =
        dates.count() == 0 || dates.granularity() == DateGranularity.TIME
            ? DateGranularity.DAY
            : dates.granularity();
    return new DateReading(DateReading.Style.CALENDAR, granularity, DateOrder.DAY_MONTH);
  }

  private static DateReading singleReading(HeadTable table, int column) throws ImportException {
    ColumnFacts facts = table.facts().get(column);
    DateReading reading = facts.date();
    List<String> filled =
        table.cells(column).stream().filter(cell -> !MissingTokens.isMissing(cell)).toList();
    if (reading == null && !filled.isEmpty()) {
      reading = NumericDates.possible(filled, HeadNumbers.of(filled, table.layout().delimiter()));
    }
    if (reading == null || reading.granularity() == DateGranularity.TIME) {
      throw noDates(table, column, reading != null);
    }
    return reading;
  }

  private static ImportException noDates(HeadTable table, int column, boolean clock) {
    CsvColumn named = table.column(column);
    String found =
        named.examples().isEmpty()
            ? "is empty"
            : clock
                ? "holds times of day without a date (“%s”)".formatted(named.examples().get(0))
                : "holds no dates (“%s”)".formatted(named.examples().get(0));
    return new ImportException(
        "The column “%s” %s: choose another date column, or none to number the rows."
            .formatted(Blanks.shorten(named.name()), found),
        0,
        named.name());
  }
}
