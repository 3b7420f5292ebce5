package io.hybridanomaly.overview;

import java.util.List;

/**
 * Rows that share a time axis.
 *
 * @param axis the time axis
 * @param rows the worst series first
 * @param coincidences the times at which several series are abnormal, those of most first
 */
public record Lanes(LaneAxis axis, List<Lane> rows, List<Coincidence> coincidences) {

  public Lanes {
    rows = List.copyOf(rows);
    coincidences = List.copyOf(coincidences);
  }

  /**
   * Puts series of one kind in order.
   *
   * @param series at least one
   */
  static Lanes of(List<SeriesDigest> series, int mostCells) {
    List<SeriesDigest> sorted = series.stream().sorted(SeriesDigest.WORST_FIRST).toList();
    LaneAxis axis = LaneAxis.of(sorted, mostCells);
    return new Lanes(
        axis,
        sorted.stream().map(digest -> Lane.of(digest, axis)).toList(),
        Coincidences.of(sorted, axis));
  }

  /** How many series are abnormal at one time in a cell; 0 if not more than one is. */
  public int together(int cell) {
    return coincidences.stream()
        .filter(coincidence -> axis.meets(coincidence.time(), cell))
        .mapToInt(Coincidence::most)
        .max()
        .orElse(0);
  }
}
