package io.hybridanomaly.ui.runs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.RunComparison;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.Texts;

/**
 * A detection of this visit.
 *
 * @param file where the series came from
 * @param sha256 hash of the file's bytes in hexadecimal; empty if not known
 * @param imported what was judged, with the check of its data
 * @param result what was found
 * @param band how far values usually are from what was expected
 */
public record CompletedRun(
    String file,
    String sha256,
    ImportedSeries imported,
    DetectionResult result,
    ExpectedBand band) {

  /** What was judged. */
  public TimeSeries series() {
    return imported.series();
  }

  /** The same run with its scores judged anew. */
  public CompletedRun judged(DetectionResult anew) {
    return new CompletedRun(file, sha256, imported, anew, band);
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
        series().times(), result.anomalies(), other.series().times(), other.result.anomalies());
  }

  /** A short name: column and settings. */
  String title() {
    return "%s, %s, window %d, sensitivity %s"
        .formatted(
            series().name(),
            result.settings().detector().id(),
            result.components().window(),
            Texts.value(result.settings().sensitivity()));
  }
}
