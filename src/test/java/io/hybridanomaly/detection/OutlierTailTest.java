package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierTailTest {

  private static final OutlierTail.Prior PRIOR = new OutlierTail.Prior(0.1, 0.25, 10, 0.7);

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "9, 0", "40, 1", "100, 3", "300, 30", "1000, 0", "1000, 99"})
  void agreesWithItsSlowTwin(int n, int spikes) {
    double[] heights = heights(n, spikes, new Random(n + spikes));
    OutlierTail found = OutlierTail.of(heights.clone(), 5 * n, PRIOR);
    double[] twin = slowTwin(heights, 5 * n);
    assertThat(found.level()).isEqualTo(twin[0]);
    assertThat(found.excess()).isCloseTo(twin[1], within(1e-9));
    assertThat((double) found.count()).isEqualTo(twin[2]);
    assertThat(found.points()).isEqualTo(5 * n);
    for (double height : new double[] {-3, 0, 2, 5}) {
      // As many points as heights: exp(-(x - u) / g) of the count is expected above.
      double chance = twin[2] / (5.0 * n) * Math.exp(-(height - twin[0]) / twin[1]);
      assertThat(found.rarity(height, PRIOR)).isCloseTo(Math.log10(0.7 / chance), within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 3", "120, 6", "1000, 1", "1000, 20", "1000, 90"})
  void outliersDoNotHideEachOther(int n, int spikes) {
    double[] heights = heights(n, 0, new Random(n));
    Arrays.fill(heights, 0, spikes, Math.log(30));
    OutlierTail tail = OutlierTail.of(heights.clone(), n, PRIOR);
    assertThat(tail.rarity(Math.log(30), PRIOR)).isGreaterThan(4);
    for (int i = spikes; i < n; i++) {
      assertThat(tail.rarity(heights[i], PRIOR)).isLessThan(4);
    }
  }

  /** Oracle: the rate stated, one in 10,000 points; three times as many are allowed for chance. */
  @Test
  void aHeavyTailRaisesFew() {
    int raised = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      double[] heights = new double[1_000];
      Arrays.setAll(heights, i -> Math.log(Math.abs(studentT3(random)) + 0.02));
      OutlierTail tail = OutlierTail.of(heights.clone(), heights.length, PRIOR);
      raised += (int) Arrays.stream(heights).filter(x -> tail.rarity(x, PRIOR) >= 4).count();
    }
    assertThat(raised).isBetween(1, 30);
  }

  @Test
  void aSmallerShareOfOutliersLeavesMoreInTheTail() {
    double[] heights = heights(1_000, 50, new Random(7));
    double height = Math.log(40);
    OutlierTail many = OutlierTail.of(heights.clone(), 1_000, PRIOR, 0.1, 0);
    OutlierTail few = OutlierTail.of(heights.clone(), 1_000, PRIOR, 0.01, 0);
    assertThat(many.rarity(height, PRIOR)).isGreaterThan(4);
    assertThat(few.rarity(height, PRIOR)).isLessThan(4);
  }

  /** Logarithms of the absolute values of normal noise, the first ones about 40 times as high. */
  private static double[] heights(int n, int spikes, Random random) {
    double[] heights = new double[n];
    for (int i = 0; i < n; i++) {
      heights[i] = Math.log(Math.abs(random.nextGaussian()) + 0.02) + (i < spikes ? 4 : 0);
    }
    return heights;
  }

  /** The definition, everything found anew for each k. Level, excess and count. */
  private static double[] slowTwin(double[] heights, int points) {
    double[] sorted = heights.clone();
    Arrays.sort(sorted);
    for (int k = Math.max(1, heights.length / 10); k > 0; k--) {
      if (k <= heights.length - 2) {
        double[] rest = Arrays.copyOf(sorted, heights.length - k);
        double[] tail = tail(rest);
        double chance = tail[2] / points * Math.exp(-(sorted[rest.length] - tail[0]) / tail[1]);
        if (sorted[rest.length] > tail[0] && chance < 1e-4 * 0.7) {
          return tail;
        }
      }
    }
    return tail(sorted);
  }

  private static double[] tail(double[] ascending) {
    int m = ascending.length;
    int count = Math.min(Math.max(8, (int) (0.1 * m)), m - 1);
    double level = ascending[m - 1 - count];
    double sum = 0;
    for (int i = m - count; i < m; i++) {
      sum += ascending[i] - level;
    }
    double excess = Math.max(0.2, (sum + 10 * 0.25) / (count + 10));
    return new double[] {level, excess, Math.max(1, count)};
  }

  private static double studentT3(Random random) {
    double squares = 0;
    for (int k = 0; k < 3; k++) {
      double x = random.nextGaussian();
      squares += x * x;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }
}
