package io.hybridanomaly.ui.result;

import io.hybridanomaly.detection.FusionMode;
import java.util.List;

/**
 * Where both scores together reach the threshold: a line through the plane of the autoencoder's
 * score x and Benford's score y.
 */
final class FusionBoundary {

  /** A place in the plane. */
  record Place(double x, double y) {}

  /**
   * The part of the plane that is drawn.
   *
   * @param left smallest x
   * @param right largest x
   * @param bottom smallest y
   * @param top largest y
   */
  record Plane(double left, double right, double bottom, double top) {}

  private FusionBoundary() {}

  /**
   * The corners of the line.
   *
   * @param weight how much Benford's score counts in {@link FusionMode#CALIBRATED}
   * @param threshold of the fused score
   */
  static List<Place> of(FusionMode mode, double weight, double threshold, Plane plane) {
    return switch (mode) {
      case CALIBRATED -> sum(weight, threshold, plane);
      case SUM -> sum(1, threshold, plane);
      case LSTM -> sum(0, threshold, plane);
      case BENFORD ->
          List.of(new Place(plane.left(), threshold), new Place(plane.right(), threshold));
      case BOTH ->
          List.of(
              new Place(threshold, Math.max(plane.top(), threshold)),
              new Place(threshold, threshold),
              new Place(Math.max(plane.right(), threshold), threshold));
      case EITHER ->
          List.of(
              new Place(threshold, Math.min(plane.bottom(), threshold)),
              new Place(threshold, threshold),
              new Place(Math.min(plane.left(), threshold), threshold));
    };
  }

  /** x + weight · y = threshold, from the plane's bottom to its top. */
  private static List<Place> sum(double weight, double threshold, Plane plane) {
    return List.of(
        new Place(threshold - weight * plane.bottom(), plane.bottom()),
        new Place(threshold - weight * plane.top(), plane.top()));
  }
}
