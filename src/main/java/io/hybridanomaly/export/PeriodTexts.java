package io.hybridanomaly.export;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.PeriodFacts;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import java.util.List;

/** The periods of a result in plain words. */
final class PeriodTexts {

  /** Each takes a look at the whole series; more periods than this nobody reads. */
  private static final int MOST = 100;

  private PeriodTexts() {}

  /** One text for each of the first periods, in their order. */
  static List<String> of(TimeAxis times, DetectionResult result) {
    TimeText text = new TimeText(times);
    ExpectedBand band = ExpectedBand.of(result.components());
    return result.periods().stream()
        .limit(MOST)
        .map(period -> Explanation.of(PeriodFacts.of(result, band, period), text::of).text())
        .toList();
  }
}
