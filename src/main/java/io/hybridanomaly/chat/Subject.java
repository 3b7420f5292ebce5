package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;
import java.util.Optional;

/**
 * What a question is about.
 *
 * @param analysis the run; the names of its file and its series are untrusted
 * @param selected the anomaly that the visitor looks at, one of the result's
 * @param context what the visitor says the data is, or empty; untrusted
 */
public record Subject(Analysis analysis, Optional<Anomaly> selected, String context) {

  /** Where the series came from. */
  String file() {
    return analysis.file().name();
  }

  /** What was judged. */
  TimeSeries series() {
    return analysis.series();
  }

  /** What was found. */
  DetectionResult result() {
    return analysis.result();
  }

  /** The number of an anomaly as the visitor sees it in the list, from 1. */
  public int numberOf(Anomaly anomaly) {
    return result().ranked().indexOf(anomaly) + 1;
  }
}
