package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollingMadTest {

  @ParameterizedTest
  @EnumSource(Digits.class)
  void agreesWithEachWindowOnItsOwn(Digits digits) {
    Random random = new Random(10);
    double[] values = new double[400];
    Arrays.setAll(
        values, i -> i < 60 ? -i : Math.round(1e5 * Math.exp(2 * random.nextGaussian())) / 100.0);
    double[] mads = RollingMad.of(digits, values, 50);
    assertThat(mads).hasSize(351);
    for (int start = 0; start < mads.length; start++) {
      double expected = DigitStatistics.of(digits, values, start, start + 50).mad();
      assertThat(mads[start]).isCloseTo(expected, within(1e-15));
    }
  }

  @Test
  void rejectsAWindowLongerThanTheSeries() {
    assertThatThrownBy(() -> RollingMad.of(Digits.FIRST, new double[5], 6))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
