package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusionModeTest {

  @ParameterizedTest
  @EnumSource(FusionMode.class)
  void everyModeIsFoundByItsId(FusionMode mode) {
    assertThat(FusionMode.ofId(mode.id())).contains(mode);
  }

  /** Version 1.0 called the original formula seed: its scripts and reports go on working. */
  @Test
  void theOldSpellingStillSelectsTheOriginalFormula() {
    assertThat(FusionMode.ofId("seed")).contains(FusionMode.ORIGINAL);
    assertThat(FusionMode.ofId("Original")).contains(FusionMode.ORIGINAL);
    assertThat(FusionMode.ids()).contains("original").doesNotContain("seed");
  }

  @Test
  void anUnknownIdIsNoMode() {
    assertThat(FusionMode.ofId("mean")).isEmpty();
  }
}
