package io.hybridanomaly.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of time in which points are missing.
 *
 * @param after the last point before it
 * @param from place on the axis where it begins, {@link TimeAxis#position} of that point
 * @param to place on the axis of the next point
 */
public record MissingStretch(int after, double from, double to) {

  /** A distance counts as a gap from this many usual distances on. */
  private static final double GAP = 1.5;

  /**
   * Distances that make up more than this share of all belong to the rhythm of the series, such as
   * the weekends of a stock exchange: nothing is missing there.
   */
  private static final double RARE = 0.05;

  /** Length on the axis. */
  public double length() {
    return to - from;
  }

  /**
   * Finds the distances between neighbouring times that are rare and at least one and a half times
   * as long as the usual ones.
   *
   * @return in order of time
   */
  public static List<MissingStretch> in(TimeAxis times) {
    int n = times.size();
    if (n < 3) {
      return List.of();
    }
    double[] distances = new double[n - 1];
    for (int i = 1; i < n; i++) {
      distances[i - 1] = times.instant(i) - times.instant(i - 1);
    }
    // Rows at one time, as in a ledger, say nothing of the rhythm.
    double[] sorted = Arrays.stream(distances).filter(distance -> distance > 0).sorted().toArray();
    if (sorted.length == 0) {
      return List.of();
    }
    double usual = sorted[(int) ((1 - RARE) * (sorted.length - 1))];
    List<MissingStretch> missing = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > GAP * usual) {
        missing.add(new MissingStretch(i, times.position(i), times.position(i + 1)));
      }
    }
    return missing;
  }
}
