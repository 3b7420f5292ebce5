package io.hybridanomaly.cli;

import io.hybridanomaly.evaluation.DetectionMetrics;

/** Compares a run with the labels of its file. */
final class Metrics {

  private Metrics() {}

  /**
   * The metrics of a run.
   *
   * @throws UsageException if the file was read without a label column
   */
  static DetectionMetrics of(SeriesRun run) throws UsageException {
    byte[] labels = run.imported().labels();
    if (labels == null) {
      throw new UsageException(
          run.path() + ": the file has no label column; name one with --label.");
    }
    return DetectionMetrics.of(
        run.result().score(), run.result().flags(), labels, run.imported().series().values());
  }
}
