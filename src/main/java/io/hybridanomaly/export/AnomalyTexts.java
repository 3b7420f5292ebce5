package io.hybridanomaly.export;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.AnomalyFacts;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.Occasions;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import java.util.List;

/** The anomalies of a result in plain words. */
final class AnomalyTexts {

  /** Each takes a look at the whole series; more anomalies than this nobody reads. */
  private static final int MOST = 100;

  private AnomalyTexts() {}

  /** One text for each of the first anomalies, in their order. */
  static List<String> of(TimeAxis times, DetectionResult result) {
    return of(times, result, result.anomalies());
  }

  /**
   * The same in another order.
   *
   * @param anomalies those of the result
   */
  static List<String> of(TimeAxis times, DetectionResult result, List<Anomaly> anomalies) {
    TimeText text = new TimeText(times);
    Occasions occasions = Occasions.of(times, result.components().samples());
    ExpectedBand band = ExpectedBand.of(result.components());
    return anomalies.stream()
        .limit(MOST)
        .map(
            anomaly ->
                Explanation.of(AnomalyFacts.of(result, band, anomaly), text::of, occasions).text())
        .toList();
  }
}
