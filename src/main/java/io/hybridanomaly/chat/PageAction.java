package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;

/** What a model may do on the page; the visitor sees each and can undo it. */
public sealed interface PageAction {

  /**
   * Looks closely at a stretch.
   *
   * @param from first point, from 0
   * @param to the point after its last
   * @param text the stretch in words
   */
  record ZoomTo(int from, int to, String text) implements PageAction {}

  /**
   * Selects an anomaly.
   *
   * @param anomaly one of the result's
   * @param number its number, from 1 in order of time
   */
  record SelectAnomaly(Anomaly anomaly, int number) implements PageAction {}

  /**
   * Judges the result with another sensitivity.
   *
   * @param sensitivity 0 to 10
   */
  record TrySensitivity(double sensitivity) implements PageAction {}
}
