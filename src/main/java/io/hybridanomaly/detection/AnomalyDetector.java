package io.hybridanomaly.detection;

import io.hybridanomaly.series.Samples;

/** Finds what is abnormal in a series. Has no state: several detections may run at once. */
sealed interface AnomalyDetector permits HybridDetector, OriginalDetector {

  /** The detector of a kind. */
  static AnomalyDetector of(DetectorKind kind) {
    return switch (kind) {
      case DetectorKind.Hybrid hybrid -> new HybridDetector();
      case DetectorKind.Original original -> new OriginalDetector();
    };
  }

  /**
   * Trains and scores. The engine is loaded.
   *
   * @param samples the series in time order, finite, at least one window long; not changed
   * @throws java.util.concurrent.CancellationException soon after the detection is cancelled
   */
  ComponentScores score(Samples samples, DetectionSettings settings, DetectionMonitor monitor);

  /** The one score of each point that is compared with the threshold. Takes milliseconds. */
  double[] fusedScore(DetectionSettings settings, ComponentScores components);

  /**
   * From scores to anomalies. Takes milliseconds.
   *
   * @param score the fused score of each point
   * @param levels of that score
   */
  DetectionResult judge(
      DetectionSettings settings, ComponentScores components, double[] score, ScoreLevels levels);

  /** Scores, then judges. */
  default DetectionResult detect(
      Samples samples, DetectionSettings settings, DetectionMonitor monitor) {
    ComponentScores components = score(samples, settings, monitor);
    monitor.stopIfCancelled();
    return Thresholding.judge(settings, components);
  }
}
