package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.series.Samples;

/** The work of a job: {@link io.hybridanomaly.detection.Detectors#detect}. */
@FunctionalInterface
public interface Detection {

  /**
   * Judges a series.
   *
   * @throws DetectionException if the series or a setting does not allow it
   * @throws java.util.concurrent.CancellationException soon after {@code cancellation} says so
   */
  DetectionResult detect(
      Samples samples,
      DetectionSettings settings,
      ProgressListener progress,
      Cancellation cancellation)
      throws DetectionException;
}
