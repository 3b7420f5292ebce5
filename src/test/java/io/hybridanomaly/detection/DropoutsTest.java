package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutsTest {

  @ParameterizedTest
  @ValueSource(ints = {40, 100, 400, 1_500})
  void aDayWithoutASingleVisitIsRare(int points) {
    double[] visits = poisson(30, points, 1);
    visits[points / 2] = 0;
    double[] rarities = rarities(visits);
    for (int i = 0; i < points; i++) {
      if (i == points / 2) {
        assertThat(rarities[i]).isGreaterThan(4);
      } else {
        assertThat(rarities[i]).isZero();
      }
    }
  }

  /** Oracle: 1 of 101 points, and ln(19 / (19 − 15)) in units of 0.15 ln 10 beyond. */
  @Test
  void itsRarityIsThatOfALightTailBeyondTheFarthestValue() {
    double[] values = new double[101];
    Arrays.setAll(values, i -> 15 + i % 10);
    values[7] = 0;
    double expected = Math.log10(101) + Math.log(19.0 / 4) / (0.15 * Math.log(10));
    assertThat(rarities(values)[7]).isCloseTo(expected, within(1e-12));
    double[] negative = Arrays.stream(values).map(value -> -value).toArray();
    assertThat(rarities(negative)[7]).isCloseTo(expected, within(1e-12));
  }

  /** Zeros are ordinary among small counts, of which one in twenty is 0. */
  @Test
  void smallCountsHaveNone() {
    for (int mean = 1; mean <= 8; mean++) {
      assertThat(rarities(poisson(mean, 1_500, mean))).containsOnly(0);
    }
  }

  @Test
  void aStepOverZeroIsNone() {
    double[] values = new Random(2).doubles(200, 10, 20).toArray();
    values[100] = 0;
    assertThat(rarities(values)[100]).isGreaterThan(4);
    values[101] = -12;
    assertThat(rarities(values)).containsOnly(0);
  }

  @Test
  void zerosThatReturnLikeClockworkAreARhythm() {
    double[] values = new Random(3).doubles(400, 10, 20).toArray();
    for (int i = 10; i < 400; i += 30) {
      values[i] = 0;
    }
    assertThat(rarities(values)).containsOnly(0);
  }

  @Test
  void aFewValuesSayNothingAndManyZerosBelongToTheSeries() {
    double[] few = new Random(4).doubles(30, 10, 20).toArray();
    few[10] = 0;
    assertThat(rarities(few)).containsOnly(0);
    double[] many = new Random(5).doubles(100, 10, 20).toArray();
    Arrays.fill(many, 40, 46, 0);
    assertThat(rarities(many)).containsOnly(0);
    assertThat(rarities(new double[100])).containsOnly(0);
  }

  @Test
  void lowersNothing() {
    double[] values = new Random(6).doubles(100, 10, 20).toArray();
    values[50] = 0;
    double[] rarities = new double[100];
    Arrays.fill(rarities, 20);
    Dropouts.raise(values, rarities);
    assertThat(rarities).containsOnly(20);
  }

  private static double[] rarities(double[] values) {
    double[] rarities = new double[values.length];
    Dropouts.raise(values, rarities);
    return rarities;
  }

  private static double[] poisson(double mean, int points, int seed) {
    PoissonDistribution counts =
        new PoissonDistribution(
            new Well19937c(seed),
            mean,
            PoissonDistribution.DEFAULT_EPSILON,
            PoissonDistribution.DEFAULT_MAX_ITERATIONS);
    return Arrays.stream(counts.sample(points)).asDoubleStream().toArray();
  }
}
