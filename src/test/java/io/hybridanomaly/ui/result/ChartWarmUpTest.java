package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartWarmUpTest {

  @Test
  void makesWhatABrowserWouldGetWithoutAPage() {
    // Two lines and a band around one of at least 2,000 points, and the score: each a few
    // characters.
    assertThat(ChartWarmUp.makeAll()).isGreaterThan(4 * 2_000 * 5);
  }
}
