package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Recognises tables in which several series stand below each other or side by side in their rows:
 * the times repeat, and a column such as the store tells the rows of one time apart.
 */
final class SeriesKeys {

  /** The most blocks in the first rows. */
  private static final int MOST_BLOCKS = 3;

  /** The fewest rows of a series on average. */
  private static final int FEWEST_ROWS = 3;

  /** The share of all pairs of a time and a key that have a row, where a table holds series. */
  private static final double FILLED = 0.35;

  /** The share of pairs that may stand twice. */
  private static final double DOUBLE = 0.01;

  private final HeadTable table;
  private final long[] times;
  private final int rows;
  private final List<List<String>> readable;

  private SeriesKeys(HeadTable table, List<Integer> dates, DateReading reading) {
    this.table = table;
    TimeReader reader = new TimeReader(reading);
    this.readable = new ArrayList<>();
    List<Long> read = new ArrayList<>();
    for (List<String> row : table.rows()) {
      if (reader.read(row::get, dates) == TimeReader.Status.TIME) {
        readable.add(row);
        read.add(reader.localMicros());
      }
    }
    this.times = read.stream().mapToLong(Long::longValue).toArray();
    this.rows = times.length;
  }

  /**
   * The columns that tell series apart; empty if there is one series.
   *
   * @param taken columns that hold something else
   */
  static List<Integer> find(
      HeadTable table, List<Integer> dates, DateReading reading, IntPredicate taken) {
    SeriesKeys keys = new SeriesKeys(table, dates, reading);
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < table.facts().size(); i++) {
      if (!dates.contains(i) && !taken.test(i) && keys.isCandidate(i)) {
        candidates.add(i);
      }
    }
    return candidates.isEmpty() ? List.of() : keys.find(candidates);
  }

  private List<Integer> find(List<Integer> candidates) {
    Set<Long> distinct = new HashSet<>();
    for (long time : times) {
      distinct.add(time);
    }
    if (distinct.size() * 10L <= rows * 7L) {
      for (List<Integer> some : subsets(candidates)) {
        if (isKey(some, distinct.size())) {
          return some;
        }
      }
    }
    for (int candidate : candidates) {
      if (ColumnNames.soundsLikeSource(table.layout().names().get(candidate))
          && areInterleaved(candidate)) {
        return List.of(candidate);
      }
    }
    return List.of();
  }

  /**
   * A column whose few texts stand in blocks in the first rows: further blocks may be further
   * series.
   *
   * @param taken columns that hold dates or values
   * @return -1 if there is none
   */
  static int block(HeadTable table, IntPredicate taken) {
    for (int i = 0; i < table.facts().size(); i++) {
      ColumnFacts facts = table.facts().get(i);
      String name = table.layout().names().get(i);
      boolean number = facts.kind() == ColumnKind.NUMBER && ColumnNames.soundsLikeEntity(name);
      if (!taken.test(i)
          && (facts.kind() == ColumnKind.TEXT || number)
          && isBlocks(table.cells(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBlocks(List<String> cells) {
    int changes = 0;
    for (int i = 1; i < cells.size(); i++) {
      changes += cells.get(i).equals(cells.get(i - 1)) ? 0 : 1;
    }
    return changes <= MOST_BLOCKS && changes + 1 == cells.stream().distinct().count();
  }

  /** Texts, and whole numbers with the name of something that is measured. */
  private boolean isCandidate(int column) {
    ColumnFacts facts = table.facts().get(column);
    boolean text = facts.kind() == ColumnKind.TEXT || facts.kind() == ColumnKind.BINARY;
    boolean number = facts.kind() == ColumnKind.NUMBER || facts.kind() == ColumnKind.RUNNING_ID;
    String name = table.layout().names().get(column);
    if (number || (text && facts.numeric())) {
      boolean named = ColumnNames.soundsLikeEntity(name) && !ColumnNames.soundsLikeValue(name);
      if (!named || !table.numbers(column).allWhole()) {
        return false;
      }
    } else if (!text) {
      return false;
    }
    long kinds = table.cells(column).stream().distinct().count();
    return kinds >= 2 && kinds * FEWEST_ROWS <= rows;
  }

  /** Single columns first, then pairs, then all. */
  private static List<List<Integer>> subsets(List<Integer> candidates) {
    List<List<Integer>> subsets = new ArrayList<>();
    candidates.forEach(column -> subsets.add(List.of(column)));
    for (int i = 0; i < candidates.size(); i++) {
      for (int k = i + 1; k < candidates.size(); k++) {
        subsets.add(List.of(candidates.get(i), candidates.get(k)));
      }
    }
    if (candidates.size() > 2) {
      subsets.add(List.copyOf(candidates));
    }
    return subsets;
  }

  /** Whether hardly any row has the time and key of another one, and most pairs have a row. */
  private boolean isKey(List<Integer> columns, int distinctTimes) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> pairs = new HashSet<>();
    int twice = 0;
    for (int i = 0; i < rows; i++) {
      String key = KeyText.of(readable.get(i)::get, columns);
      counts.merge(key, 1, Integer::sum);
      twice += pairs.add(times[i] + " " + key) ? 0 : 1;
    }
    double possible = (double) distinctTimes * counts.size();
    return counts.size() >= 2
        && counts.size() * FEWEST_ROWS <= rows
        && twice <= rows * DOUBLE
        && rows >= possible * FILLED;
  }

  /**
   * Whether the rows of each key are in order and the keys take turns: sources that each keep their
   * own time.
   */
  private boolean areInterleaved(int column) {
    Map<String, Long> last = new HashMap<>();
    int ordered = 0;
    int turns = 0;
    for (int i = 0; i < rows; i++) {
      String key = readable.get(i).get(column);
      Long before = last.put(key, times[i]);
      ordered += before == null || times[i] > before ? 1 : 0;
      turns += i > 0 && !key.equals(readable.get(i - 1).get(column)) ? 1 : 0;
    }
    return last.size() >= 2 && ordered * 20L >= rows * 19L && turns * 4L >= rows;
  }
}
