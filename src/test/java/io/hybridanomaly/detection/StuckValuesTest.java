package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StuckValuesTest {

  @Test
  void aStretchThatStandsStillAmongNoiseIsRare() {
    double[] values = new Random(1).doubles(1_000).toArray();
    Arrays.fill(values, 300, 340, 0.5);
    double[] rarities = rarities(values);
    for (int i = 0; i < 1_000; i++) {
      assertThat(rarities[i]).isEqualTo(i >= 300 && i < 340 ? 12 : 0);
    }
  }

  /** Oracle: the chance of a pair of equal neighbours to the power of their number, times n. */
  @Test
  void itsRarityIsTheChanceOfSoManyEqualNeighbours() {
    Random random = new Random(2);
    double[] values = new double[500];
    Arrays.setAll(values, i -> i + 0.5 * random.nextDouble());
    // 40 single pairs, then 9 equal values: 8 pairs.
    for (int k = 0; k < 40; k++) {
      values[10 * k + 1] = values[10 * k];
    }
    Arrays.fill(values, 450, 459, 7);
    double share = 41.0 / (500 - 8 + 1);
    double expected = -8 * Math.log10(share) - Math.log10(500);
    assertThat(rarities(values)[450]).isCloseTo(expected, within(1e-12));
    assertThat(rarities(values)[458]).isCloseTo(expected, within(1e-12));
    assertThat(rarities(values)[459]).isZero();
    assertThat(rarities(values)[10]).isZero();
  }

  @Test
  void severalEquallyLongOnesAreFoundUpToFive() {
    double[] values = new Random(3).doubles(2_000).toArray();
    for (int k = 0; k < 5; k++) {
      Arrays.fill(values, 100 + 300 * k, 120 + 300 * k, k);
    }
    assertThat(rarities(values)[105]).isGreaterThan(4);
    assertThat(rarities(values)[1_305]).isGreaterThan(4);
    Arrays.fill(values, 1_700, 1_720, 9);
    assertThat(rarities(values)).containsOnly(0);
  }

  @Test
  void habitsAreNone() {
    Random random = new Random(4);
    double[] coarse = random.ints(1_000, 0, 3).mapToDouble(i -> i).toArray();
    assertThat(rarities(coarse)).containsOnly(0);
    double[] steps = new double[1_000];
    Arrays.setAll(steps, i -> Math.floorDiv(i, 37));
    assertThat(rarities(steps)).containsOnly(0);
    assertThat(rarities(new double[100])).containsOnly(0);
    assertThat(rarities(random.doubles(100).toArray())).containsOnly(0);
  }

  /**
   * Heartbeats a minute as whole numbers: two of three are as the one before, up to some fifteen in
   * a row.
   */
  @Test
  void whereEqualReadingsComeByLotALongRowOfThemIsRare() {
    Random random = new Random(8);
    double[] beats = new double[4_000];
    for (int i = 1; i < beats.length; i++) {
      double u = random.nextDouble();
      beats[i] = beats[i - 1] + (u < 0.2 ? -1 : u < 0.4 ? 1 : 0);
    }
    assertThat(rarities(beats)).containsOnly(0);
    Arrays.fill(beats, 2_000, 2_090, 142);
    for (int i = 0; i < beats.length; i++) {
      assertThat(rarities(beats)[i] > 4).isEqualTo(i >= 2_000 && i < 2_090);
    }
  }

  /** The weekdays of a week on which a counter of visits was broken. */
  @Test
  void fiveEqualReadingsOfSixtyAreOne() {
    double[] values = new Random(6).doubles(60).toArray();
    Arrays.fill(values, 30, 34, values[30]);
    assertThat(rarities(values)).containsOnly(0);
    Arrays.fill(values, 30, 35, values[30]);
    assertThat(rarities(values)[33]).isGreaterThan(4);
    assertThat(rarities(values)[35]).isZero();
  }

  /** Four nights of a sun meter. */
  @Test
  void whatRestsAtOneValueAgainAndAgainIsNotStuck() {
    Random random = new Random(7);
    double[] sun = new double[96];
    Arrays.setAll(sun, i -> i % 24 < 12 ? 0 : 1 + random.nextDouble());
    assertThat(rarities(sun)).containsOnly(0);
  }

  @Test
  void lowersNothing() {
    double[] values = new Random(5).doubles(500).toArray();
    Arrays.fill(values, 100, 120, 1);
    double[] rarities = new double[500];
    Arrays.fill(rarities, 20);
    StuckValues.raise(values, rarities);
    assertThat(rarities).containsOnly(20);
  }

  private static double[] rarities(double[] values) {
    double[] rarities = new double[values.length];
    StuckValues.raise(values, rarities);
    return rarities;
  }
}
