package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forty values of 10, expected 8, one a minute; ten minutes are missing after the thirtieth. */
class PointFactsTest {

  private static final int POINTS = 40;
  private static final long MINUTE = 60_000_000;

  private final TimeSeries series = series();
  private final List<MissingStretch> missing = MissingStretch.in(series.times());
  private final PointFacts facts = new PointFacts(series, missing);

  private static TimeSeries series() {
    long[] times =
        IntStream.range(0, POINTS).mapToLong(i -> (i < 30 ? i : i + 10) * MINUTE).toArray();
    double[] values = IntStream.range(0, POINTS).mapToDouble(i -> 10).toArray();
    return new TimeSeries("v", new Timestamps(times, null), values);
  }

  private DetectionResult result() {
    double[] zero = new double[POINTS];
    double[] expected = IntStream.range(0, POINTS).mapToDouble(i -> 8).toArray();
    ComponentScores components =
        new ComponentScores(
            series.values(),
            zero,
            zero,
            expected,
            zero,
            new double[] {1},
            4,
            1,
            Applicability.of(series.values()));
    double[] score = new double[POINTS];
    score[5] = 3;
    Anomaly anomaly = new Anomaly(new Segment(5, 7), 5, 62.4, 1, 0, 10, 8);
    return new DetectionResult(
        DetectionSettings.defaults(), components, score, 2, List.of(anomaly));
  }

  @Test
  void aFlaggedPointIsToldWithItsDifferenceAndSeverity() {
    String text = facts.of(5, result()).toString();
    assertThat(text)
        .contains("1970-01-01 00:05")
        .contains("+2 (+25 %)")
        .contains("3.00 (threshold 2.00)")
        .contains("62, high")
        .contains("yes, anomaly 1");
    assertThat(facts.of(8, result()).toString()).contains("no").doesNotContain("Severity");
  }

  @Test
  void aGapHasNoExpectedValue() {
    // Minutes 29 and 40 are points, minute 35 is not: places are milliseconds.
    MissingStretch gap = facts.gapAt(35 * 60_000.0).orElseThrow();
    assertThat(facts.of(gap).toString())
        .contains("Missing")
        .contains("00:29")
        .contains("00:40")
        .doesNotContain("Expected");
    assertThat(facts.gapAt(29 * 60_000.0)).isEmpty();
    assertThat(facts.gapAt(12.5 * 60_000.0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12,10,+2 (+20 %)", "8,10,-2 (-20 %)", "10,10,0 (0 %)", "1,0,+1", "-1,-2,+1 (+50 %)"})
  void differencesHaveASignAndAPercentageWhereItMeansSomething(
      double value, double expected, String text) {
    assertThat(PointFacts.difference(value, expected)).isEqualTo(text);
  }
}
