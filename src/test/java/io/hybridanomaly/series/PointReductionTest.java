package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointReductionTest {

  private static final int[] NONE = {};

  @Test
  void keepsEverythingThatFits() {
    double[] values = {3, 1, 2, 5};
    assertThat(PointReduction.choose(values, 0, 4, 2, 1, NONE)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void neverLosesASpike() {
    for (int spike = 0; spike < 10_000; spike += 37) {
      double[] values = new double[10_000];
      values[spike] = 1;
      assertThat(PointReduction.choose(values, 0, values.length, 50, 10, NONE)).contains(spike);
    }
  }

  @Test
  void keepsTheExtremesOfEveryBucketOfTheStretch() {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = random.doubles(5_000).toArray();
    int[] chosen = PointReduction.choose(values, 1_000, 2_000, 10, 20, new int[] {4_321});
    // The slow twin: the extremes of each hundred points, found by streams.
    for (int bucket = 0; bucket < 10; bucket++) {
      int from = 1_000 + 100 * bucket;
      double max =
          IntStream.range(from, from + 100).mapToDouble(i -> values[i]).max().orElseThrow();
      double min =
          IntStream.range(from, from + 100).mapToDouble(i -> values[i]).min().orElseThrow();
      assertThat(IntStream.of(chosen).filter(i -> values[i] == max))
          .anyMatch(i -> i / 100 == from / 100);
      assertThat(IntStream.of(chosen).filter(i -> values[i] == min))
          .anyMatch(i -> i / 100 == from / 100);
    }
    assertThat(chosen).contains(0, 4_321, 4_999).isSorted();
    assertThat(chosen.length).isLessThanOrEqualTo(2 * 30 + 3);
  }

  @Test
  void staysWithinItsBudgetForAMillionPoints() {
    double[] values = new SplittableRandom(4).doubles(1_000_000).toArray();
    assertThat(PointReduction.choose(values, 0, values.length, 1_500, 400, NONE).length)
        .isLessThanOrEqualTo(4_000);
  }
}
