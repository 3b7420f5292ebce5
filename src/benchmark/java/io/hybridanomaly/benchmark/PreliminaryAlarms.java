package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.PreliminaryListener;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What the detector flags without its networks: takes the preliminary result and cancels. */
final class PreliminaryAlarms implements ProgressListener, PreliminaryListener {

  private @Nullable DetectionResult result;

  private PreliminaryAlarms() {}

  /** The flagged stretches of a series, with default settings. */
  static List<Segment> in(Samples samples) throws DetectionException {
    return result(samples).anomalies().stream().map(Anomaly::segment).toList();
  }

  /** The preliminary result of a series, with default settings. */
  static DetectionResult result(Samples samples) throws DetectionException {
    PreliminaryAlarms listener = new PreliminaryAlarms();
    try {
      return Detectors.detect(
          samples, DetectionSettings.defaults(), listener, () -> listener.result != null);
    } catch (CancellationException cancelled) {
      return Objects.requireNonNull(listener.result);
    }
  }

  @Override
  public void onProgress(Progress progress) {
    // Of no interest here.
  }

  @Override
  public PreliminaryListener preliminary() {
    return this;
  }

  @Override
  public boolean wants(double secondsLeft) {
    return true;
  }

  @Override
  public void onPreliminary(DetectionResult preliminary) {
    result = preliminary;
  }
}
