package io.hybridanomaly.injection;

import io.hybridanomaly.series.Segment;

/**
 * Where something was injected.
 *
 * @param kind what was injected
 * @param segment the points it covers
 */
public record InjectedAnomaly(InjectedKind kind, Segment segment) {

  /** Number of points. */
  public int length() {
    return segment.length();
  }
}
