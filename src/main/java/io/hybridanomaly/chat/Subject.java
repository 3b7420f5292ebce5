package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;
import java.util.Optional;

/**
 * What a question is about.
 *
 * @param file where the series came from; untrusted
 * @param series what was judged; its name is untrusted
 * @param result what was found
 * @param selected the anomaly that the visitor looks at, one of the result's
 * @param context what the visitor says the data is, or empty; untrusted
 */
public record Subject(
    String file,
    TimeSeries series,
    DetectionResult result,
    Optional<Anomaly> selected,
    String context) {

  /** The number of an anomaly as the visitor sees it, from 1 in order of time. */
  public int numberOf(Anomaly anomaly) {
    return result.anomalies().indexOf(anomaly) + 1;
  }
}
