package io.hybridanomaly.injection;

import io.hybridanomaly.series.Segment;

/**
 * Where something was injected.
 *
 * @param kind what was injected
 * @param start first changed point, from 0
 * @param end the point after the last
 */
public record InjectedAnomaly(InjectedKind kind, int start, int end) {

  /** The points it covers. */
  public Segment segment() {
    return new Segment(start, end);
  }

  /** Number of points. */
  public int length() {
    return end - start;
  }

  /** Whether it shares a point with a stretch. */
  public boolean touches(int from, int to) {
    return start < to && from < end;
  }
}
