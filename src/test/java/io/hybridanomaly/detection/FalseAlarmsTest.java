package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {

  private static final DetectionSettings DEFAULTS = DetectionSettings.defaults();

  @Test
  void nothingIsPromisedWhereDigitsCountThatAreNoEvidence() {
    for (DetectorKind kind : DetectorKind.all()) {
      boolean known = kind.fusion() == FusionMode.CALIBRATED || kind.fusion() == FusionMode.LSTM;
      assertThat(FalseAlarms.expectedRate(DEFAULTS.withDetector(kind)).isPresent())
          .as(kind.id())
          .isEqualTo(known);
    }
    assertThat(FalseAlarms.expectedRate(DEFAULTS.withBenfordWeight(OptionalDouble.of(1))))
        .isEmpty();
  }

  @Test
  void fourStepsOfSensitivityAreTenTimesAsManyAlarms() {
    assertThat(FalseAlarms.expectedRate(DEFAULTS)).hasValue(2);
    assertThat(FalseAlarms.expectedRate(DEFAULTS.withSensitivity(9))).hasValue(20);
    assertThat(FalseAlarms.expectedRate(DEFAULTS.withSensitivity(1))).hasValue(0.2);
  }
}
