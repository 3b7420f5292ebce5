package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

  /** The oracle is the meaning of a rarity: 4 is one in 10,000. */
  @ParameterizedTest
  @CsvSource({"10, 1", "100, 2", "1000, 3", "10000, 4", "1e6, 6", "5000, 3.69897000433602"})
  void isTheRarityOfOneInSoManyPoints(double pointsPerAlarm, double upper) {
    Threshold threshold = Threshold.of(0.3, pointsPerAlarm);
    assertThat(threshold.median()).isEqualTo(0.3);
    assertThat(threshold.upper()).isCloseTo(upper, within(1e-12));
    // Ten times as common.
    assertThat(threshold.lower()).isCloseTo(upper - 1, within(1e-12));
  }

  @Test
  void aSingleBoundIsBoth() {
    assertThat(Threshold.single(1, 7)).isEqualTo(new Threshold(1, 7, 7));
  }

  @Test
  void moreSensitiveMeansMoreAlarmsAndALowerThreshold() {
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= 100; step++) {
      double rate = FalseAlarms.per10000(step / 10.0);
      double upper = Threshold.of(0, 10_000 / rate).upper();
      assertThat(upper).isLessThan(before).isPositive();
      before = upper;
    }
    assertThat(FalseAlarms.per10000(5)).isEqualTo(2);
  }
}
