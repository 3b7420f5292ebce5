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

  /** A distance is a gap from this many usual ones on. */
  private static final double GAP = 1.5;

  /**
   * Where the distances have no rhythm, such as those of payments, they are this unlike by chance.
   */
  private static final double GAP_WITHOUT_RHYTHM = 5;

  /** In a rhythm the middle half of all distances differs by no more than this factor. */
  private static final double ALIKE = 1.5;

  /**
   * Distances that make up more than this share of all belong to the rhythm of the series, such as
   * the weekends of a stock exchange: nothing is missing there.
   */
  private static final double RARE = 0.05;

  /**
   * Whether points are missing between two times of a series with a rhythm, whatever is usual: the
   * sampling step where it has one.
   *
   * @param distance between neighbouring times
   * @param usual distance, in the same unit
   */
  public static boolean isGap(double distance, double usual) {
    return distance > GAP * usual;
  }

  /** Length on the axis. */
  public double length() {
    return to - from;
  }

  /**
   * Finds the gaps of times that need not have a step: what is usual is the longest distance that
   * is not rare, and much more than that where the distances have no rhythm.
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
    double factor = hasRhythm(sorted) ? GAP : GAP_WITHOUT_RHYTHM;
    List<MissingStretch> missing = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > factor * usual) {
        missing.add(new MissingStretch(i, times.position(i), times.position(i + 1)));
      }
    }
    return missing;
  }

  /** Whether most distances are about the same. */
  private static boolean hasRhythm(double[] sorted) {
    return sorted[3 * (sorted.length - 1) / 4] <= ALIKE * sorted[(sorted.length - 1) / 4];
  }
}
