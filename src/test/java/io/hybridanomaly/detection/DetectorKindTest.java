package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorKindTest {

  @ParameterizedTest
  @MethodSource("io.hybridanomaly.detection.DetectorKind#all")
  void everyKindIsFoundByItsId(DetectorKind kind) {
    assertThat(DetectorKind.ofId(kind.id())).contains(kind);
  }

  /** Version 1.0 called the original formula seed: its scripts and reports go on working. */
  @Test
  void theOldSpellingStillSelectsTheOriginalFormula() {
    assertThat(DetectorKind.ofId("seed")).contains(new DetectorKind.Original());
    assertThat(DetectorKind.ofId("Original")).contains(new DetectorKind.Original());
    assertThat(DetectorKind.ids())
        .isEqualTo("calibrated, both, either, sum, lstm, benford, original");
  }

  @Test
  void anUnknownIdIsNoDetector() {
    assertThat(DetectorKind.ofId("mean")).isEmpty();
  }
}
