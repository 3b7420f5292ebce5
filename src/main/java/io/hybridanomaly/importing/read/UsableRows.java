package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.ImportException;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses files of which too little is left. */
public final class UsableRows {

  /** The fewest points that can be analysed. */
  static final int FEWEST = 32;

  private UsableRows() {}

  /**
   * Refuses a file whose rows leave too few points, or have several groups.
   *
   * @throws ImportException saying why the rows were left out, or which groups they have
   */
  public static void check(FileReading reading) throws ImportException {
    checkGroup(reading);
    int usable = reading.points().filledPlaces().length;
    if (usable >= FEWEST) {
      return;
    }
    Tally tally = reading.tally();
    if (usable == 0 && tally.rows() > 0) {
      checkColumns(reading);
    }
    if (tally.rows() == 0) {
      throw new ImportException("The file has a header and no data rows: choose a file with data.");
    }
    if (tally.rowsDropped() == 0 && usable == tally.rows()) {
      throw new ImportException(
          "The file has only %s and %d are needed: choose a longer series."
              .formatted(rows(tally.rows()), FEWEST));
    }
    if (reading.series().isPresent()) {
      SeriesChoice series = reading.series().get();
      throw new ImportException(
          "The series “%s” has only %s and %d are needed: choose another of the %d series, or a longer file."
              .formatted(
                  Blanks.shorten(series.chosen()),
                  usable == 1 ? "1 point" : usable + " points",
                  FEWEST,
                  series.names().size()));
    }
    List<ImportProblem> problems = tally.problems();
    ImportProblem first = problems.isEmpty() ? null : problems.get(0);
    throw new ImportException(
        "Only %d of %s can be used and %d are needed; left out: %s.%s"
            .formatted(
                usable,
                rows(tally.rows()),
                FEWEST,
                reasons(reading),
                first == null ? "" : " " + first.sentence()),
        first == null ? 0 : first.line(),
        first instanceof ImportProblem.BadCell cell ? cell.column() : null);
  }

  /**
   * Refuses a change that leaves too few points.
   *
   * @param where what left so few points, to follow "are left"
   * @param mend what to do about it
   */
  public static void checkLeft(int points, String where, String mend) throws ImportException {
    if (points < FEWEST) {
      throw new ImportException(
          "Only %s left %s and %d are needed: %s."
              .formatted(points == 1 ? "1 point is" : points + " points are", where, FEWEST, mend));
    }
  }

  private static void checkGroup(FileReading reading) throws ImportException {
    List<String> groups = reading.groups();
    if (groups.size() > 1) {
      throw new ImportException(
          "The rows of the series have several groups in the column “%s”, such as “%s” and “%s”: give all rows one, or choose another group column."
              .formatted(
                  Blanks.shorten(reading.plan().name(reading.plan().columns().group())),
                  Blanks.shorten(groups.get(0)),
                  Blanks.shorten(groups.get(1))));
    }
  }

  /** A column that never gave a number or date was probably not meant. */
  private static void checkColumns(FileReading reading) throws ImportException {
    for (ImportProblem problem : reading.tally().problems()) {
      if (!(problem instanceof ImportProblem.BadCell cell)) {
        return;
      }
      boolean time =
          cell.reason() == DropReason.UNREADABLE_TIME || cell.reason() == DropReason.MISSING_TIME;
      boolean mixed =
          reading.tally().dropped().stream().anyMatch(row -> isTime(row.reason()) != time);
      if (mixed || cell.text().isEmpty()) {
        return;
      }
      throw new ImportException(
          "The column “%s” holds no %s, for example “%s” in line %d: choose another %s column."
              .formatted(
                  cell.column(),
                  time ? "dates" : "numbers",
                  cell.text(),
                  cell.line(),
                  time ? "date" : "value"),
          cell.line(),
          cell.column());
    }
  }

  private static boolean isTime(DropReason reason) {
    return reason == DropReason.UNREADABLE_TIME || reason == DropReason.MISSING_TIME;
  }

  private static String reasons(FileReading reading) {
    String dropped =
        reading.tally().dropped().stream()
            .map(
                row ->
                    "%s with %s (first in line %d)"
                        .formatted(rows(row.count()), row.reason().text(), row.firstLines().get(0)))
            .collect(Collectors.joining(", "));
    return dropped.isEmpty() ? rows(reading.missingValues()) + " with no value" : dropped;
  }

  static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
