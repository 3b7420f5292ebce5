package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.evaluation.DetectionMetrics;

/** Compares a run with the labels of its file. */
final class Metrics {

  private Metrics() {}

  /**
   * The metrics of a run.
   *
   * @throws UsageException if the file was read without a label column
   */
  static DetectionMetrics of(Analysis run) throws UsageException {
    byte[] labels = run.dataset().labels();
    if (labels == null) {
      throw new UsageException(
          run.file().name() + ": the file has no label column; name one with --label.");
    }
    return DetectionMetrics.of(
        run.result().score(), run.result().flags(), labels, run.series().values());
  }
}
