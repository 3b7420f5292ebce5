package io.hybridanomaly.ui.base;

/**
 * A stretch of a series.
 *
 * @param from first point, from 0
 * @param to the point after the last
 */
public record PointRange(int from, int to) {

  public PointRange {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("no points from %d to %d".formatted(from, to));
    }
  }

  /** Number of points. */
  public int length() {
    return to - from;
  }
}
