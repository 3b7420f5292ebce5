package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.Samples;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The kinds of {@link ObviousAnomaliesTest} with nothing abnormal in them. */
class CleanShortSeriesTest {

  private static final int SEEDS = 10;

  /**
   * Stated is one false alarm in 10,000 points, here two in 20,450. The bound is twice that and
   * three more: a Poisson number with the stated mean exceeds it once in a thousand.
   */
  @Test
  void raiseFewAlarms() throws Exception {
    Map<String, Integer> raised = new LinkedHashMap<>();
    int points = 0;
    for (PlainSeries kind : PlainSeries.values()) {
      for (int seed = 100; seed < 100 + SEEDS; seed++) {
        double[] values = kind.of(length(kind), seed);
        points += values.length;
        int alarms = alarms(values);
        if (alarms > 0) {
          raised.put(kind + ", " + seed, alarms);
        }
      }
    }
    assertThat(raised.values().stream().mapToInt(i -> i).sum())
        .as(raised.toString())
        .isLessThanOrEqualTo(3 + 2 * points / 10_000);
  }

  /** As long as people keep such series. */
  private static int length(PlainSeries kind) {
    return switch (kind) {
      case DAILY -> 40;
      case WEEKLY, PERIODS -> 60;
      case TREND -> 100;
      case TEMPERATURES -> 120;
      case MONTHLY -> 200;
      case DAILY_RHYTHM, NOISE -> 300;
      case SUMMERS -> 365;
      case RAMP -> 500;
    };
  }

  private static int alarms(double[] values) throws DetectionException {
    return Detectors.detect(
            Samples.even(values),
            DetectionSettings.defaults().withEpochs(1),
            ProgressListener.NONE,
            Cancellation.NEVER)
        .anomalies()
        .size();
  }
}
