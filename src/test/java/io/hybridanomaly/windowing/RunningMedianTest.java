package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
        around.add(
            i < 0 ? line(values, half, i) : i >= n ? fromTheEnd(values, half, i) : values[i]);
      }
      around.sort(null);
      twin[t] = around.get(half);
    }
    assertThat(RunningMedian.of(values, half)).containsExactly(twin, within(1e-12));
  }

  /** The line through the first stretch, at a place before it. */
  private static double line(double[] values, int half, int place) {
    int m = Math.min(values.length, 2 * half + 1);
    int apart = m / 2;
    double slope =
        apart == 0
            ? 0
            : Quantiles.median(
                IntStream.range(0, m - apart)
                    .mapToDouble(i -> (values[i + apart] - values[i]) / apart)
                    .toArray());
    double level =
        Quantiles.median(IntStream.range(0, m).mapToDouble(i -> values[i] - slope * i).toArray());
    return level + slope * place;
  }

  private static double fromTheEnd(double[] values, int half, int place) {
    int n = values.length;
    double[] backwards = IntStream.range(0, n).mapToDouble(i -> values[n - 1 - i]).toArray();
    return line(backwards, half, n - 1 - place);
  }

  @Test
  void aSlopeAtTheEndIsNoDeviation() {
    double[] slope = IntStream.range(0, 30).mapToDouble(i -> 3 * i).toArray();
    assertThat(RunningMedian.of(slope, 5)).containsExactly(slope);
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
