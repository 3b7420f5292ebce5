package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapAverageTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 7",
    "3, 1, 50",
    "5, 2, 53",
    "16, 3, 400",
    "16, 16, 100",
    "4, 7, 60",
    "50, 1, 50",
    "50, 7, 51",
    "8, 3, 8",
    "1, 5, 23"
  })
  void agreesWithItsSlowTwin(int window, int stride, int n) {
    int fitting = (n - window) / stride + 1;
    Random random = new Random(17);
    for (int windows = Math.max(1, fitting - 2); windows <= fitting; windows++) {
      double[] scores = random.doubles(windows, 0, 10).toArray();
      assertThat(OverlapAverage.of(scores, window, stride, n))
          .containsExactly(slowTwin(scores, window, stride, n), within(1e-12));
    }
  }

  @Test
  void leavesNothingBehindAHugeScore() {
    double[] scores = {1, 1, 1e300, 1, 1, 1, 1, 1, 1, 1};
    double[] points = OverlapAverage.of(scores, 3, 1, 12);
    assertThat(points[4]).isGreaterThan(1e299);
    assertThat(points[5]).isEqualTo(1);
    assertThat(points[11]).isEqualTo(1);
  }

  @Test
  void rejectsWindowsOutsideThePoints() {
    assertThatThrownBy(() -> OverlapAverage.of(new double[3], 4, 5, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 windows of 4 points at stride 5");
    assertThatThrownBy(() -> OverlapAverage.of(new double[0], 4, 1, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] slowTwin(double[] scores, int window, int stride, int n) {
    double[] points = new double[n];
    for (int t = 0; t < n; t++) {
      double sum = 0;
      int count = 0;
      int nearestDistance = Integer.MAX_VALUE;
      double nearest = 0;
      for (int k = 0; k < scores.length; k++) {
        int start = k * stride;
        int distance = Math.max(0, Math.max(start - t, t - (start + window - 1)));
        if (distance == 0) {
          sum += scores[k];
          count++;
        }
        if (distance < nearestDistance) {
          nearestDistance = distance;
          nearest = scores[k];
        }
      }
      points[t] = count > 0 ? sum / count : nearest;
    }
    return points;
  }
}
