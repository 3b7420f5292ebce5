package io.hybridanomaly.overview;

import java.util.Arrays;
import java.util.List;

/**
 * Rows that share a time axis.
 *
 * @param axis the time axis
 * @param rows the worst series first
 * @param coincidences the times at which several series are abnormal, those of most first
 * @param together for each cell, how many series are abnormal at one time in it; 0 if not more than
 *     one is
 */
public record Lanes(
    LaneAxis axis, List<Lane> rows, List<Coincidence> coincidences, List<Integer> together) {

  public Lanes {
    rows = List.copyOf(rows);
    coincidences = List.copyOf(coincidences);
    together = List.copyOf(together);
  }

  /**
   * Puts series of one kind in order.
   *
   * @param series at least one
   */
  static Lanes of(List<SeriesDigest> series, int mostCells) {
    List<SeriesDigest> sorted = series.stream().sorted(SeriesDigest.WORST_FIRST).toList();
    LaneAxis axis = LaneAxis.of(sorted, mostCells);
    List<Coincidence> coincidences = Coincidences.of(sorted, axis);
    return new Lanes(
        axis,
        sorted.stream().map(digest -> Lane.of(digest, axis)).toList(),
        coincidences,
        together(coincidences, axis));
  }

  private static List<Integer> together(List<Coincidence> coincidences, LaneAxis axis) {
    int[] together = new int[axis.cells()];
    for (Coincidence coincidence : coincidences) {
      for (int i = axis.first(coincidence.time()); i <= axis.last(coincidence.time()); i++) {
        together[i] = Math.max(together[i], coincidence.most());
      }
    }
    return Arrays.stream(together).boxed().toList();
  }
}
