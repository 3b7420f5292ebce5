package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of {@link ObviousAnomaliesTest} with nothing abnormal in them. */
class CleanShortSeriesTest {

  private static final int SEEDS = 10;

  /**
   * Stated is one false alarm in 10,000 points. A series so short has little to learn its own tail
   * from; the bound is three times the rate and three more, for chance: a Poisson number with the
   * stated mean exceeds it once in more than 1,000.
   */
  @ParameterizedTest
  @CsvSource({"40", "60", "120"})
  void raiseFewAlarms(int n) throws Exception {
    Map<String, Integer> raised = new LinkedHashMap<>();
    for (PlainSeries kind : PlainSeries.values()) {
      for (int seed = 100; seed < 100 + SEEDS; seed++) {
        int alarms = alarms(kind.of(n, seed));
        if (alarms > 0) {
          raised.merge(kind + ", " + seed, alarms, Integer::sum);
        }
      }
    }
    int points = n * SEEDS * PlainSeries.values().length;
    assertThat(raised.values().stream().mapToInt(i -> i).sum())
        .as(raised.toString())
        .isLessThanOrEqualTo(3 + 3 * points / 10_000);
  }

  @Test
  void threeYearsOfDaysRaiseNone() throws Exception {
    assertThat(alarms(PlainSeries.SUMMERS.of(1_095, 1))).isZero();
  }

  private static int alarms(double[] values) throws DetectionException {
    return Detectors.detect(
            values,
            DetectionSettings.defaults().withEpochs(1),
            ProgressListener.NONE,
            Cancellation.NEVER)
        .anomalies()
        .size();
  }
}
