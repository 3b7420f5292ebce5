package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the minimum and the maximum of each window, looked for anew. */
class RunningExtremesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 99, 100, 1_000})
  void areThoseOfEachWindow(int half) {
    double[] values = new Random(1).ints(100, 0, 20).asDoubleStream().toArray();
    double[] lowest = RunningExtremes.lowest(values, half);
    double[] highest = RunningExtremes.highest(values, half);
    for (int i = 0; i < values.length; i++) {
      double[] window =
          Arrays.copyOfRange(values, Math.max(0, i - half), Math.min(values.length, i + half + 1));
      assertThat(lowest[i]).isEqualTo(Arrays.stream(window).min().orElseThrow());
      assertThat(highest[i]).isEqualTo(Arrays.stream(window).max().orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void ofNoValuesThereAreNone(int half) {
    assertThat(RunningExtremes.lowest(new double[0], half)).isEmpty();
  }
}
