package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LightTailTest {

  @Test
  void threeEqualSpikesAmongFortyNormalReadingsAreRare() {
    double[] distances = normal(40, 1);
    distances[5] = distances[17] = distances[33] = 12;
    double[] rarities = LightTail.rarities(distances, 1);
    assertThat(rarities[5]).isGreaterThan(4).isEqualTo(rarities[17]).isEqualTo(rarities[33]);
    assertThat(Arrays.stream(rarities).filter(rarity -> rarity > 0).count()).isEqualTo(3);
  }

  /**
   * Oracle: one of 100 is as far off as the farthest other one; each factor of exp(0.17 ln 10)
   * beyond is ten times as rare.
   */
  @Test
  void theRarityIsThatOfATailBeyondTheFarthestOther() {
    double[] distances = new double[100];
    Arrays.setAll(distances, i -> 0.01 * i);
    distances[50] = 6;
    double beyond = Math.log(6.05 / 1.04) / (0.14 * Math.log(10));
    assertThat(LightTail.rarities(distances, 0.5)[50])
        .isCloseTo(Math.log10(0.5 * 100) + beyond, within(1e-12));
    distances[50] = 1e9;
    assertThat(LightTail.rarities(distances, 0.5)[50]).isEqualTo(10);
  }

  @Test
  void whatIsNotFarBeyondTheOthersIsNotRare() {
    double[] distances = normal(40, 2);
    distances[5] = 4;
    assertThat(LightTail.rarities(distances, 1)).containsOnly(0);
  }

  /** Log-normal distances: the others reach far as well. */
  @Test
  void aHeavyTailIsNotLight() {
    Random random = new Random(3);
    double[] distances = new double[40];
    Arrays.setAll(distances, i -> Math.exp(1.5 * random.nextGaussian()));
    distances[5] = 3 * Arrays.stream(distances).max().orElseThrow();
    assertThat(LightTail.rarities(distances, 1)).containsOnly(0);
  }

  @Test
  void oneInSevenIsUsual() {
    double[] distances = normal(40, 4);
    for (int i = 3; i < 40; i += 7) {
      distances[i] = 12;
    }
    assertThat(LightTail.rarities(distances, 1)).containsOnly(0);
  }

  @Test
  void equalDistancesAndVeryFewAreNotRare() {
    assertThat(LightTail.rarities(new double[50], 1)).containsOnly(0);
    assertThat(LightTail.rarities(new double[] {1, 2}, 1)).containsOnly(0);
  }

  private static double[] normal(int n, long seed) {
    Random random = new Random(seed);
    double[] distances = new double[n];
    Arrays.setAll(distances, i -> Math.abs(random.nextGaussian()));
    return distances;
  }
}
