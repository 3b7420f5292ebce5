package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.points.Sampling;
import io.hybridanomaly.importing.read.UsableRows;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.series.TimeAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was added from each point to the next one. */
final class Differences {

  /** A reading that began at 0 again is at most this part of the one before; else it fell. */
  private static final double BEGAN_AGAIN = 0.5;

  private static final int NAMED = 3;

  private Differences() {}

  /**
   * The points but for the first, each with what was added.
   *
   * @param points in time order, no value NaN
   * @throws ImportException if too few are left
   */
  static Gaps.Treated treat(RawPoints points, Differencing how) throws ImportException {
    if (how == Differencing.NONE) {
      return new Gaps.Treated(points, Optional.empty());
    }
    UsableRows.checkLeft(
        points.size() - 1, "after taking differences", "let the values stand for themselves");
    double[] values = points.values();
    double[] changes = new double[values.length - 1];
    List<Integer> falls = new ArrayList<>();
    Gaps gaps = new Gaps(points, Sampling.rhythm(points));
    for (int i = 1; i < values.length; i++) {
      double change = values[i] - values[i - 1];
      if (how == Differencing.COUNTER
          && change < 0
          && Math.abs(values[i]) <= BEGAN_AGAIN * Math.abs(values[i - 1])) {
        falls.add(i);
        change = values[i];
      }
      changes[i - 1] = change / (1 + Math.max(0, gaps.missingAfter(i - 1)));
    }
    if (!Arrays.stream(changes).allMatch(Double::isFinite)) {
      throw new ImportException(
          "Some values are too large to take their differences: let the values stand for"
              + " themselves.");
    }
    RawPoints later = points.select(IntStream.range(1, values.length).toArray());
    return new Gaps.Treated(
        later.with(changes, later.labels()), Optional.of(note(points.axis(), falls)));
  }

  private static String note(TimeAxis times, List<Integer> falls) {
    String note = "Each value is what was added since the one before.";
    if (falls.isEmpty()) {
      return note;
    }
    List<String> named = falls.stream().limit(NAMED).map(times::text).toList();
    int more = falls.size() - named.size();
    return "%s The reading fell at %s%s: it was taken to begin at 0 again there."
        .formatted(
            note, String.join(", ", named), more > 0 ? " and %d more times".formatted(more) : "");
  }
}
