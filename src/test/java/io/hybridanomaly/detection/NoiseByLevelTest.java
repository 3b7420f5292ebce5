package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseByLevelTest {

  private static final int N = 700;

  /** Seven levels in a row, as of the days of a week. */
  private static double[] levels() {
    double[] usual = new double[N];
    Arrays.setAll(usual, i -> 1 + i % 7);
    return usual;
  }

  private static double[] noise(long seed) {
    Random random = new Random(seed);
    double[] noise = new double[N];
    Arrays.setAll(noise, i -> Math.abs(random.nextGaussian()));
    return noise;
  }

  @Test
  void noiseThatIsTheSameEverywhereStaysAsItIs() {
    assertThat(NoiseByLevel.inNoise(noise(1), levels())).containsExactly(noise(1));
  }

  @Test
  void noiseThatGrowsWithTheLevelIsTheSameAfterwards() {
    double[] usual = levels();
    double[] scaled = NoiseByLevel.inNoise(proportional(usual), usual);
    double[] plain = noise(2);
    // The noise that was multiplied by the level, 4 in the median, is the oracle.
    // Levels 1 and 2 are below the least noise.
    for (int i = 0; i < N; i++) {
      if (usual[i] < 3) {
        assertThat(scaled[i]).isCloseTo(plain[i] * usual[i] / 0.6, within(1e-9));
        continue;
      }
      assertThat(scaled[i]).isCloseTo(4 * plain[i], within(0.35 * 4 * plain[i]));
    }
  }

  @Test
  void aTenthOfOutliersDoesNotMoveIt() {
    double[] usual = levels();
    double[] distances = proportional(usual);
    double[] before = NoiseByLevel.inNoise(distances, usual);
    for (int i = 0; i < N; i += 10) {
      distances[i] = 1000;
    }
    double[] after = NoiseByLevel.inNoise(distances, usual);
    for (int i = 0; i < N; i++) {
      if (i % 10 > 0) {
        assertThat(after[i]).isCloseTo(before[i], within(0.25 * before[i]));
      }
    }
  }

  @Test
  void equalLevelsAndEqualDistancesStayAsTheyAre() {
    double[] ones = new double[N];
    Arrays.fill(ones, 1);
    assertThat(NoiseByLevel.inNoise(noise(3), ones)).containsExactly(noise(3));
    assertThat(NoiseByLevel.inNoise(ones, levels())).containsExactly(ones);
    assertThat(NoiseByLevel.inNoise(new double[] {2}, new double[] {1})).containsExactly(2);
  }

  private static double[] proportional(double[] usual) {
    double[] distances = noise(2);
    Arrays.setAll(distances, i -> distances[i] * usual[i]);
    return distances;
  }
}
