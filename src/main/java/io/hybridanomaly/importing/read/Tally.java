package io.hybridanomaly.importing.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of a file and those left out. */
public final class Tally {

  private static final int PROBLEMS_KEPT = 20;
  private static final int LINES_KEPT = 5;

  private static final class Dropped {
    private int count;
    private final List<Long> lines = new ArrayList<>();
  }

  private final Map<DropReason, Dropped> dropped = new EnumMap<>(DropReason.class);
  private final List<ImportProblem> problems = new ArrayList<>();
  private int rows;
  private int rowsDropped;

  void row() {
    rows++;
  }

  /** Whether a problem with this reason should be described in full. */
  boolean wants(DropReason reason) {
    Dropped known = dropped.get(reason);
    return problems.size() < PROBLEMS_KEPT || known == null || known.lines.size() < LINES_KEPT;
  }

  /** Counts a row of which nothing more need be told. */
  void drop(DropReason reason) {
    rowsDropped++;
    dropped.computeIfAbsent(reason, r -> new Dropped()).count++;
  }

  /** Counts a row of which only the line need be told. */
  void drop(DropReason reason, long line) {
    drop(reason);
    List<Long> lines = dropped.computeIfAbsent(reason, r -> new Dropped()).lines;
    if (lines.size() < LINES_KEPT) {
      lines.add(line);
    }
  }

  /** The last rows belong to another table and do not count. */
  void forgetRows(int count) {
    rows -= count;
  }

  /** The last row that was left out belongs to another table and does not count. */
  void forgetLastDrop() {
    rowsDropped--;
    DropReason last =
        problems.isEmpty()
            ? DropReason.UNREADABLE_TIME
            : problems.get(problems.size() - 1).reason();
    Dropped names = dropped.get(last);
    if (names != null && --names.count == 0) {
      dropped.remove(last);
    }
    if (!problems.isEmpty()) {
      problems.remove(problems.size() - 1);
    }
  }

  /** These rows and those of one series, in file order. */
  Tally with(Tally series) {
    Tally both = new Tally();
    both.rows = rows + series.rows;
    both.rowsDropped = rowsDropped + series.rowsDropped;
    for (Tally part : List.of(this, series)) {
      both.problems.addAll(part.problems);
      part.dropped.forEach(
          (reason, some) -> {
            Dropped sum = both.dropped.computeIfAbsent(reason, r -> new Dropped());
            sum.count += some.count;
            sum.lines.addAll(some.lines);
          });
    }
    both.problems.sort(Comparator.comparingLong(ImportProblem::line));
    keepFirst(both.problems, PROBLEMS_KEPT);
    for (Dropped some : both.dropped.values()) {
      some.lines.sort(Comparator.naturalOrder());
      keepFirst(some.lines, LINES_KEPT);
    }
    return both;
  }

  private static void keepFirst(List<?> list, int count) {
    if (list.size() > count) {
      list.subList(count, list.size()).clear();
    }
  }

  /** Counts and keeps a row. */
  void drop(ImportProblem problem) {
    drop(problem.reason());
    List<Long> lines = dropped.computeIfAbsent(problem.reason(), r -> new Dropped()).lines;
    if (lines.size() < LINES_KEPT) {
      lines.add(problem.line());
    }
    if (problems.size() < PROBLEMS_KEPT) {
      problems.add(problem);
    }
  }

  /** Every data row, those left out included. */
  public int rows() {
    return rows;
  }

  /** The rows left out. */
  public int rowsDropped() {
    return rowsDropped;
  }

  /** The first rows left out, in file order. */
  public List<ImportProblem> problems() {
    return problems;
  }

  /** The rows left out by reason, most frequent first. */
  public List<DroppedRows> dropped() {
    return dropped.entrySet().stream()
        .map(e -> new DroppedRows(e.getKey(), e.getValue().count, e.getValue().lines))
        .sorted(Comparator.comparingInt(DroppedRows::count).reversed())
        .toList();
  }
}
