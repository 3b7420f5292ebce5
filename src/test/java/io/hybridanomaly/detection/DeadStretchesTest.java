package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadStretchesTest {

  private static final int DAYS = 56;

  /** Admissions an hour, 1.5 by night and 7 by day on average, from a seed. */
  private static double[] admissions(int seed) {
    Random random = new Random(seed);
    double[] counts = new double[24 * DAYS];
    Arrays.setAll(
        counts, i -> poisson(4.25 - 2.75 * Math.cos(2 * Math.PI * (i % 24 - 4) / 24), random));
    return counts;
  }

  /** By multiplication (Knuth, "The Art of Computer Programming", volume 2, 3.4.1). */
  private static double poisson(double mean, Random random) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private static double[] rarities(double[] values) {
    double[] rarities = new double[values.length];
    DeadStretches.raise(values, PointDeviation.Season.of(values), rarities);
    return rarities;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aNightWithoutAnybodyIsRareAndNothingElse(int seed) {
    double[] counts = admissions(seed);
    assertThat(rarities(counts)).containsOnly(0);
    Arrays.fill(counts, 500, 511, 0);
    double[] rarities = rarities(counts);
    for (int i = 500; i < 511; i++) {
      assertThat(rarities[i]).isGreaterThan(OutlierTail.OUTLYING);
    }
    // Ordinary zeros beside it belong to it.
    for (int i = 0; i < counts.length; i++) {
      assertThat(rarities[i] == 0 || (i > 495 && i < 516 && counts[i] == 0)).isTrue();
    }
  }

  /** The season of a day does not know Sundays. */
  @Test
  void whatIsClosedAgainAndAgainIsAHabit() {
    double[] counts = admissions(11);
    Arrays.setAll(counts, i -> i / 24 % 7 == 6 ? 0 : counts[i]);
    assertThat(rarities(counts)).containsOnly(0);
  }

  /** Holidays: a zero on one of them brings others. */
  @Test
  void daysThatAreClosedNowAndThenAreAHabit() {
    for (int seed = 20; seed < 30; seed++) {
      double[] counts = admissions(seed);
      for (int day : new int[] {5, 17, 30, 44}) {
        Arrays.fill(counts, 24 * day, 24 * day + 24, 0);
      }
      assertThat(Arrays.stream(rarities(counts)).max().orElseThrow())
          .as("seed %d", seed)
          .isLessThan(OutlierTail.OUTLYING);
    }
  }

  @Test
  void nightsThatAreAlwaysEmptyAreUsual() {
    double[] counts = admissions(12);
    Arrays.setAll(counts, i -> i % 24 < 8 ? 0 : counts[i]);
    assertThat(rarities(counts)).containsOnly(0);
  }

  @Test
  void withoutASeasonOrBelowZeroNothingIsSaid() {
    double[] counts = admissions(13);
    Arrays.fill(counts, 500, 511, 0);
    counts[3] = -1;
    assertThat(rarities(counts)).containsOnly(0);
    Random random = new Random(14);
    double[] noise = random.doubles(500).map(u -> Math.floor(3 * u)).toArray();
    assertThat(rarities(noise)).containsOnly(0);
  }
}
