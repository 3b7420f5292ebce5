package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.PlainNumber;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.ImportOptions;
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
 * Which columns to read, named by the user or guessed.
 *
 * @param dates indices of the columns that together hold the time; empty: row numbers
 * @param reading how to read the time; null without date columns
 * @param value index of the value column, -1 if none is fit
 * @param label index of the label column, -1 if none was named
 */
public record ColumnChoice(
    List<Integer> dates, @Nullable DateReading reading, int value, int label) {

  private static final Set<String> PLAIN_DATE_NAMES =
      Set.of("date", "time", "timestamp", "datetime", "datum", "zeitstempel", "ds", "fecha");

  /**
   * @throws ImportException if a named column does not exist or cannot hold what it should
   */
  static ColumnChoice of(HeadTable table, ImportOptions options) throws ImportException {
    ColumnLookup lookup = new ColumnLookup(table.layout().names());
    int label = options.labelColumn().isPresent() ? lookup.one(options.labelColumn().get()) : -1;
    int value = options.valueColumn().isPresent() ? lookup.one(options.valueColumn().get()) : -1;
    DateReadingChoice chosen = options.format().dates();
    List<Integer> dates =
        switch (options.dateColumns()) {
          case ColumnSelection.None none -> List.of();
          case ColumnSelection.Named named -> lookup.joined(named.spec());
          case ColumnSelection.Auto auto when chosen == DateReadingChoice.AUTO ->
              guessDates(table, value, label);
          case ColumnSelection.Auto auto -> readableDates(table, value, label, chosen);
        };
    DateReading reading = dates.isEmpty() ? null : reading(table, dates, chosen);
    if (value < 0) {
      value = guessValue(table, dates, label);
    }
    return new ColumnChoice(dates, reading, value, label);
  }

  ColumnChoice with(DateReading other) {
    return new ColumnChoice(dates, other, value, label);
  }

  private static List<Integer> guessDates(HeadTable table, int value, int label) {
    int best = -1;
    int bestScore = 0;
    for (int i = 0; i < table.facts().size(); i++) {
      int score = i == value || i == label ? 0 : dateScore(table, i, value);
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    if (best < 0) {
      return List.of();
    }
    ColumnFacts date = table.facts().get(best);
    DateReading reading = date.date();
    if (reading != null && reading.granularity() == DateGranularity.DAY && !date.hasClock()) {
      for (int beside : new int[] {best + 1, best - 1}) {
        boolean inside = beside >= 0 && beside < table.facts().size() && beside != value;
        if (inside && table.facts().get(beside).kind() == ColumnKind.TIME) {
          return List.of(best, beside);
        }
      }
    }
    return List.of(best);
  }

  /** The columns that a chosen reading fits: those guessed anyway, or else the best one. */
  private static List<Integer> readableDates(
      HeadTable table, int value, int label, DateReadingChoice chosen) throws ImportException {
    List<Integer> guessed = guessDates(table, value, label);
    if (!guessed.isEmpty() && isReadable(table.joined(guessed), chosen)) {
      return guessed;
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
    return best < 0 ? guessed : List.of(best);
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
    score += PLAIN_DATE_NAMES.contains(name.toLowerCase(Locale.ROOT)) ? 3 : 0;
    return score;
  }

  private static boolean isPlainNumber(String cell) {
    return MissingTokens.isMissing(cell) || PlainNumber.matches(Blanks.strip(cell));
  }

  /** Whether another column could be the value; if not, a column of numbers is not the date. */
  private static boolean otherNumbers(HeadTable table, int index) {
    for (int i = 0; i < table.facts().size(); i++) {
      if (i != index && table.facts().get(i).kind().isNumeric()) {
        return true;
      }
    }
    return false;
  }

  private static DateReading reading(
      HeadTable table, List<Integer> columns, DateReadingChoice chosen) throws ImportException {
    if (chosen != DateReadingChoice.AUTO && chosen != DateReadingChoice.CALENDAR) {
      return chosen.reading();
    }
    if (columns.size() == 1 && chosen == DateReadingChoice.AUTO) {
      return singleReading(table, columns.get(0));
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

  private static int guessValue(HeadTable table, List<Integer> dates, int label) {
    int best = -1;
    int bestScore = 0;
    for (int i = 0; i < table.facts().size(); i++) {
      int score = dates.contains(i) || i == label ? 0 : valueScore(table, i);
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  private static int valueScore(HeadTable table, int index) {
    ColumnFacts facts = table.facts().get(index);
    String name = table.layout().names().get(index);
    boolean labelled = ColumnNames.soundsLikeLabel(name);
    return switch (facts.kind()) {
      case NUMBER -> {
        int score = 10;
        score += ColumnNames.soundsLikeValue(name) && !labelled ? 4 : 0;
        score -= ColumnNames.soundsLikeId(name) || labelled ? 4 : 0;
        score -= facts.varies() ? 0 : 3;
        yield score;
      }
      case DATE -> facts.numeric() ? 3 : 0;
      case RUNNING_ID -> 2;
      case BINARY -> labelled || !facts.numeric() ? 0 : 1;
      default -> 0;
    };
  }
}
