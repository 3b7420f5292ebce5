package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OneCycleTest {

  @Test
  void risesAndFallsAsPyTorchsDoes() {
    OneCycle rate = new OneCycle(5e-3, 200);
    // From the formula in PyTorch's documentation of OneCycleLR(max_lr=5e-3, total_steps=200,
    // pct_start=0.15), phases ending at step 29 and 199: start max/25, end max/25/1e4.
    assertThat((double) rate.getNewValue(1)).isCloseTo(2e-4, within(1e-9));
    assertThat((double) rate.getNewValue(30)).isCloseTo(5e-3, within(1e-9));
    assertThat((double) rate.getNewValue(200)).isCloseTo(2e-8, within(1e-9));
    double half = 2e-8 + (5e-3 - 2e-8) / 2;
    assertThat((double) rate.getNewValue(115)).isCloseTo(half, within(1e-9));
  }

  @Test
  void worksForASingleStep() {
    assertThat(new OneCycle(5e-3, 1).getNewValue(1)).isBetween(0f, 5e-3f);
  }
}
