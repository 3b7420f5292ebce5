package io.hybridanomaly.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningLevelTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7, 23, 24, 25, 26, 101, 500})
  void mediansAreThoseOfTheSortedNumbers(int count) {
    Random random = new Random(count);
    for (int k = 0; k < 50; k++) {
      // Few different numbers, so that many are equal.
      double[] numbers = random.doubles(count).map(x -> Math.floor(20 * x)).toArray();
      double[] sorted = numbers.clone();
      Arrays.sort(sorted);
      double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
      assertThat(Medians.of(numbers)).isEqualTo(median);
    }
  }

  /** The median of the visible points around each visible point, by sorting. */
  @Test
  void isTheMedianOfTheVisiblePointsAround() {
    int n = 200;
    int width = 5;
    Random random = new Random(1);
    double[] values = random.doubles(n).toArray();
    boolean[] hidden = new boolean[n];
    for (int i = 0; i < n; i++) {
      hidden[i] = random.nextInt(4) == 0;
    }
    double[] level = RunningLevel.of(values, hidden, width);
    int[] visible = IntStream.range(0, n).filter(i -> !hidden[i]).toArray();
    for (int k = width / 2; k < visible.length - width / 2; k++) {
      // The place of a median is that of its middle point.
      double[] around = new double[width];
      for (int d = 0; d < width; d++) {
        around[d] = values[visible[k - width / 2 + d]];
      }
      Arrays.sort(around);
      assertThat(level[visible[k]]).isCloseTo(around[width / 2], within(1e-12));
    }
  }

  @Test
  void whatIsHiddenIsBridged() {
    double[] values = new double[300];
    boolean[] hidden = new boolean[300];
    for (int i = 0; i < 300; i++) {
      hidden[i] = i >= 100 && i < 160;
      values[i] = hidden[i] ? -1000 : i;
    }
    double[] level = RunningLevel.of(values, hidden, 9);
    for (int i = 10; i < 290; i++) {
      // A median over the gap is off by at most its own width and half the gap's.
      assertThat(level[i]).isCloseTo(i, within(hidden[i] ? 1.0 : 35.0));
    }
  }

  @Test
  void allPointsGiveOneMedian() {
    double[] values = {5, 1, 9, 3, 100};
    boolean[] hidden = {false, false, false, false, true};
    assertThat(RunningLevel.of(values, hidden, Predictor.ALL)).containsOnly(4);
  }
}
