package io.hybridanomaly.ui.runs;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.RunComparison;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.Texts;

/**
 * A detection of this visit.
 *
 * @param analysis all about it
 * @param band how far values usually are from what was expected
 */
public record CompletedRun(Analysis analysis, ExpectedBand band) {

  /** Where the series came from. */
  String file() {
    return analysis.file().name();
  }

  /** What was judged. */
  TimeSeries series() {
    return analysis.series();
  }

  /** What was found. */
  public DetectionResult result() {
    return analysis.result();
  }

  /** The same run with its scores judged anew. */
  public CompletedRun judged(DetectionResult anew) {
    return new CompletedRun(analysis.judged(anew), band);
  }

  /**
   * Whether both runs have dates, or both have row numbers, so that their times can be compared.
   */
  boolean isComparableWith(CompletedRun other) {
    return series().times().getClass() == other.series().times().getClass();
  }

  /**
   * What became of this run's anomalies in another one.
   *
   * @param other of any length and step, on the same kind of axis
   */
  RunComparison comparedWith(CompletedRun other) {
    return RunComparison.of(
        series().times(), result().anomalies(), other.series().times(), other.result().anomalies());
  }

  /** A short name: column and settings. */
  String title() {
    return "%s, %s, window %d, sensitivity %s"
        .formatted(
            series().name(),
            result().settings().fusion().id(),
            result().components().window(),
            Texts.value(result().settings().sensitivity()));
  }
}
