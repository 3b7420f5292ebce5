package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningMedianTest {

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 5", "7, 5", "100, 5", "100, 0", "50, 3"})
  void agreesWithItsSlowTwin(int n, int half) {
    double[] values = new Random(n).doubles(n).toArray();
    double[] twin = new double[n];
    for (int t = 0; t < n; t++) {
      List<Double> around = new ArrayList<>();
      for (int i = t - half; i <= t + half; i++) {
        int mirrored = i < 0 ? -i : i >= n ? 2 * n - 2 - i : i;
        around.add(values[Math.max(0, Math.min(n - 1, mirrored))]);
      }
      around.sort(null);
      twin[t] = around.get(half);
    }
    assertThat(RunningMedian.of(values, half)).containsExactly(twin);
  }

  @Test
  void spikesAndEdgesStayAsTheyShould() {
    double[] values = new double[40];
    Arrays.fill(values, 20, 40, 10);
    double[] spiked = values.clone();
    spiked[7] = 1e300;
    spiked[9] = -1e300;
    spiked[0] = 1e300;
    spiked[39] = 1e300;
    assertThat(RunningMedian.of(spiked, 5)).containsExactly(values);
  }
}
