package io.hybridanomaly.planting;

/**
 * Where something was planted.
 *
 * @param kind what was planted
 * @param start first changed point, from 0
 * @param end the point after the last
 */
public record Planted(PlantedKind kind, int start, int end) {

  /** Number of points. */
  public int length() {
    return end - start;
  }

  /** Whether it shares a point with a stretch. */
  public boolean touches(int from, int to) {
    return start < to && from < end;
  }
}
