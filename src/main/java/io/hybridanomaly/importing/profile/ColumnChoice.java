package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.DateReadingChoice;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which columns to read, named by the user or guessed.
 *
 * @param dates indices of the columns that together hold the time; empty: row numbers
 * @param reading how to read the time; null without date columns
 * @param value index of the value column, -1 if none is fit; of a table read across the first one
 * @param label index of the label column, -1 if none was named
 * @param group index of the column with the group of a series, -1 if none was named
 * @param keys indices of the columns that tell several series apart; empty if there is one series
 * @param watched index of a column that may tell series apart which stand below each other, so that
 *     only the whole file shows it; -1 if there is none
 * @param across how the table is read across; null if one column holds the values
 */
public record ColumnChoice(
    List<Integer> dates,
    @Nullable DateReading reading,
    int value,
    int label,
    int group,
    List<Integer> keys,
    int watched,
    @Nullable Across across) {

  /**
   * @throws ImportException if a named column does not exist or cannot hold what it should
   */
  static ColumnChoice of(HeadTable table, ImportOptions options) throws ImportException {
    ColumnLookup lookup = new ColumnLookup(table.layout().names());
    int label = options.labelColumn().isPresent() ? lookup.one(options.labelColumn().get()) : -1;
    int group = options.groupColumn().isPresent() ? lookup.one(options.groupColumn().get()) : -1;
    int named = options.valueColumn().isPresent() ? lookup.one(options.valueColumn().get()) : -1;
    boolean open = named < 0 && options.dateColumns() instanceof ColumnSelection.Auto;
    AcrossFinder.Found across = open ? AcrossFinder.find(table) : null;
    if (across != null) {
      return new ColumnChoice(
          across.dates(),
          across.reading(),
          across.layout().columns().get(0),
          label,
          group,
          across.keys(),
          -1,
          across.layout());
    }
    DateReadingChoice chosen = options.format().dates();
    DateGuess dates =
        switch (options.dateColumns()) {
          case ColumnSelection.None none -> new DateGuess(List.of(), null);
          case ColumnSelection.Named name ->
              DateGuess.named(table, lookup.joined(name.spec()), chosen);
          case ColumnSelection.Auto auto when chosen == DateReadingChoice.AUTO ->
              DateGuess.guess(table, named, label);
          case ColumnSelection.Auto auto -> DateGuess.readable(table, named, label, chosen);
        };
    DateReading reading = dates.reading();
    OwnOutput own = table.own();
    IntPredicate taken = i -> i == named || i == label || own.computed(i);
    List<Integer> keys =
        reading == null ? List.of() : keys(table, dates.columns(), reading, taken, group);
    int value = named < 0 ? guessValue(table, dates.columns(), keys, label, group) : named;
    int watched =
        reading == null || !keys.isEmpty()
            ? -1
            : watched(table, taken.or(i -> dates.columns().contains(i) || i == value), group);
    return new ColumnChoice(dates.columns(), reading, value, label, group, keys, watched, null);
  }

  /** Like series have one group: it tells them apart only if nothing else does. */
  private static List<Integer> keys(
      HeadTable table, List<Integer> dates, DateReading reading, IntPredicate taken, int group) {
    List<Integer> keys = SeriesKeys.find(table, dates, reading, taken.or(i -> i == group));
    return keys.isEmpty() && group >= 0 ? SeriesKeys.find(table, dates, reading, taken) : keys;
  }

  private static int watched(HeadTable table, IntPredicate taken, int group) {
    int column = SeriesKeys.block(table, taken.or(i -> i == group));
    return column < 0 && group >= 0 ? SeriesKeys.block(table, taken) : column;
  }

  ColumnChoice with(DateReading other) {
    return new ColumnChoice(dates, other, value, label, group, keys, watched, across);
  }

  /** The same columns, and the watched one tells series apart. */
  public ColumnChoice withWatchedKey() {
    return new ColumnChoice(dates, reading, value, label, group, List.of(watched), -1, across);
  }

  private static int guessValue(
      HeadTable table, List<Integer> dates, List<Integer> keys, int label, int group) {
    int best = -1;
    int bestScore = 0;
    OwnOutput own = table.own();
    for (int i = 0; i < table.facts().size(); i++) {
      boolean taken = dates.contains(i) || keys.contains(i) || i == label || i == group;
      int score = taken || own.computed(i) ? 0 : valueScore(table, i);
      // What was analysed before stands behind the columns that were kept.
      score += score > 0 && own.analysed(i) ? 4 : 0;
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
      case RUNNING_ID, CLOCK -> 2;
      case BINARY -> labelled || !facts.numeric() ? 0 : 1;
      default -> 0;
    };
  }
}
