package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.MissingValues;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.points.TimeKeys;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.series.TimeAxis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes to points that a user can choose: filling and merging. */
final class PointEditing {

  private PointEditing() {}

  /** The points with NaN replaced; without any number they stay as they are. */
  static RawPoints fill(RawPoints points, MissingValues how) {
    int[] filled = points.filledPlaces();
    if (filled.length == 0 || filled.length == points.size()) {
      return points;
    }
    double[] values = points.values().clone();
    for (int next = 0, i = 0; i < values.length; i++) {
      if (next < filled.length && filled[next] == i) {
        next++;
      } else {
        int before = next > 0 ? filled[next - 1] : -1;
        int after = next < filled.length ? filled[next] : -1;
        values[i] = filling(points, how, before, i, after);
      }
    }
    return points.with(values, points.labels());
  }

  private static double filling(
      RawPoints points, MissingValues how, int before, int at, int after) {
    double[] values = points.values();
    if (before < 0) {
      return values[after];
    }
    if (after < 0 || how != MissingValues.FILL_LINEAR) {
      return values[before];
    }
    TimeAxis axis = points.axis();
    double span = axis.instant(after) - axis.instant(before);
    double share = span > 0 ? (axis.instant(at) - axis.instant(before)) / span : 0;
    return values[before] * (1 - share) + values[after] * share;
  }

  /** How many of ascending times are that of the time before; 0 without times. */
  static int duplicates(@Nullable TimeKeys sorted) {
    int count = 0;
    for (int i = 1; sorted != null && i < sorted.ticks().length; i++) {
      count += sorted.ticks()[i] == sorted.ticks()[i - 1] ? 1 : 0;
    }
    return count;
  }

  /**
   * How many points of equal times have the value of the one before as well: rows that were pasted
   * twice.
   *
   * @param points in the order of their times
   */
  static int copies(RawPoints points) {
    TimeKeys keys = points.keys();
    double[] values = points.values();
    int count = 0;
    for (int i = 1; keys != null && i < values.length; i++) {
      boolean copy = keys.ticks()[i] == keys.ticks()[i - 1] && values[i] == values[i - 1];
      count += copy ? 1 : 0;
    }
    return count;
  }

  /**
   * Whether nearly every time stands equally often, more than once: a part of the time, or a column
   * that tells series apart, was not understood.
   */
  static boolean repeatsEvenly(@Nullable TimeKeys sorted) {
    if (sorted == null) {
      return false;
    }
    Map<Integer, Integer> lengths = new HashMap<>();
    long[] ticks = sorted.ticks();
    int times = 0;
    for (int from = 0, to; from < ticks.length; from = to) {
      to = from + 1;
      while (to < ticks.length && ticks[to] == ticks[from]) {
        to++;
      }
      lengths.merge(to - from, 1, Integer::sum);
      times++;
    }
    lengths.remove(1);
    int most = lengths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return most * 10L >= times * 8L;
  }

  /**
   * One point for each time.
   *
   * @param points in the order of their instants
   * @throws ImportException if a sum is beyond the largest double
   */
  static RawPoints merge(RawPoints points, DuplicateTimes how) throws ImportException {
    TimeKeys keys = points.keys();
    if (keys == null) {
      return points;
    }
    long[] instants = keys.ticks();
    int n = points.size();
    int[] places = new int[n];
    double[] values = new double[n];
    byte[] oldLabels = points.labels();
    byte[] labels = oldLabels == null ? null : new byte[n];
    int count = 0;
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      while (to < n && instants[to] == instants[from]) {
        to++;
      }
      places[count] = from;
      values[count] = merged(points.values(), from, to, how);
      if (!Double.isFinite(values[count])) {
        throw new ImportException(
            "The values at %s add up to more than a number can hold: keep equal times apart."
                .formatted(points.axis().text(from)));
      }
      for (int i = from; labels != null && oldLabels != null && i < to; i++) {
        labels[count] |= oldLabels[i];
      }
      count++;
    }
    return points
        .select(Arrays.copyOf(places, count))
        .with(Arrays.copyOf(values, count), labels == null ? null : Arrays.copyOf(labels, count));
  }

  private static double merged(double[] values, int from, int to, DuplicateTimes how) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return switch (how) {
      case KEEP, FIRST -> values[from];
      case LAST -> values[to - 1];
      case SUM -> to - from == 1 ? values[from] : sum;
      case MEAN -> to - from == 1 ? values[from] : sum / (to - from);
    };
  }
}
