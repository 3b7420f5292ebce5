package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingAverageTest {

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 10", "3, 10", "7, 100", "64, 333", "100, 30", "9, 9", "500, 1"})
  void agreesWithItsSlowTwin(int width, int n) {
    double[] values = new Random(width).doubles(n, -1, 5).toArray();
    double[] twin = new double[n];
    for (int t = 0; t < n; t++) {
      int count = 0;
      for (int i = Math.max(0, t - width / 2); i <= Math.min(n - 1, t + width / 2); i++) {
        twin[t] += values[i];
        count++;
      }
      twin[t] /= count;
    }
    assertThat(MovingAverage.of(values, width)).containsExactly(twin, within(1e-12));
  }

  @Test
  void leavesNothingBehindAHugeValue() {
    double[] values = new double[100];
    values[20] = 1e300;
    values[80] = 3;
    double[] means = MovingAverage.of(values, 3);
    assertThat(means[80]).isEqualTo(1);
    assertThat(means[50]).isZero();
  }
}
