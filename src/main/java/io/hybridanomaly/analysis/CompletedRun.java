package io.hybridanomaly.analysis;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.RunComparison;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeSeries;
import java.util.Locale;

/**
 * A detection of this visit.
 *
 * @param number its place in the order in which they were made, from 1
 * @param loaded the series as it was loaded, to look at its file again
 * @param analysis all about it
 * @param band how far values usually are from what was expected
 */
public record CompletedRun(int number, LoadedSeries loaded, Analysis analysis, ExpectedBand band) {

  /** The same run with something changed that needs no training. */
  public CompletedRun with(Analysis changed) {
    return new CompletedRun(number, loaded, changed, band);
  }

  /** What was judged. */
  public TimeSeries series() {
    return analysis.series();
  }

  /** What was found. */
  public DetectionResult result() {
    return analysis.result();
  }

  /**
   * Whether both runs have dates, or both have row numbers, so that their times can be compared.
   */
  public boolean isComparableWith(CompletedRun other) {
    return series().times().getClass() == other.series().times().getClass();
  }

  /** Whether both look at the same file, so that what they have in common says something. */
  public boolean isOfFileOf(CompletedRun other) {
    return analysis.file().equals(other.analysis.file()) && isComparableWith(other);
  }

  /**
   * What became of this run's anomalies in another one.
   *
   * @param other of any length and step, on the same kind of axis
   */
  public RunComparison comparedWith(CompletedRun other) {
    return RunComparison.of(
        series().times(), result().anomalies(), other.series().times(), other.result().anomalies());
  }

  /**
   * Fusion, window and sensitivity in one line.
   *
   * @param locale whose separators numbers have
   */
  public String settings(Locale locale) {
    return "%s, window %d, sensitivity %s"
        .formatted(
            result().settings().detector().id(),
            result().components().window(),
            NumberText.of(result().settings().sensitivity(), locale));
  }
}
