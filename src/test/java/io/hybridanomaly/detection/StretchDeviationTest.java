package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class StretchDeviationTest {

  /**
   * Oracle: least squares of the innovations on those of a step (Apache Commons Math); where the
   * step is visible as a whole, the statistic is its t value in the noise's deviation.
   */
  @Test
  void aLevelShiftIsTheRegressionOnAStep() {
    double[] series = walk(80, 0.5, 5);
    Segment at = new Segment(30, 42);
    for (int i = at.from(); i < at.to(); i++) {
      series[i] += 9;
    }
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, new boolean[80]);
    double[][] step = new double[80][1];
    step[at.from()][0] = 1;
    for (int i = at.from() + 1; i < at.to(); i++) {
      step[i][0] = 1 - noise.coefficient();
    }
    step[at.to()][0] = -noise.coefficient();
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(noise.innovations(), step);
    double size = regression.estimateRegressionParameters()[0];
    double weight = Arrays.stream(step).mapToDouble(row -> row[0] * row[0]).sum();
    double expected = size * Math.sqrt(weight) / noise.deviation();
    assertThat(new LevelShift(series, noise).of(at, 0))
        .isLessThanOrEqualTo(expected + 1e-9)
        .isCloseTo(expected, within(0.25 * expected));
    assertThat(new LevelShift(series, noise).of(at, expected + 1)).isZero();
  }

  @Test
  void aSingleSpikeLiftsNoStretch() {
    double[] series = walk(60, 0, 6);
    series[30] += 40;
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, new boolean[60]);
    assertThat(new LevelShift(series, noise).of(new Segment(28, 34), 0)).isLessThan(3);
    assertThat(new Burst(noise).of(new Segment(28, 34), 0)).isLessThan(3);
    assertThat(rarities(series)).containsOnly(0);
  }

  @Test
  void sixPointsAtAnotherLevelAmongFortyAreRareAndNothingElse() {
    double[] series = walk(40, 0, 7);
    for (int i = 20; i < 26; i++) {
      series[i] -= 6;
    }
    requireRare(series, new Segment(20, 26), 0);
  }

  /** Two of them would be what is usual, if each were judged beside the other. */
  @Test
  void twoStretchesDoNotHideEachOther() {
    double[] series = walk(200, 0.2, 8);
    for (int i = 0; i < 10; i++) {
      series[60 + i] += 8;
      series[150 + i] -= 8;
    }
    double[] rarities = rarities(series);
    assertThat(rarities[65]).isGreaterThan(4);
    assertThat(rarities[155]).isGreaterThan(4);
    assertThat(rarities[110]).isZero();
  }

  @Test
  void restlessPointsAreABurst() {
    double[] series = walk(100, 0, 9);
    for (int i = 40; i < 50; i++) {
      series[i] += i % 2 == 0 ? 6 : -6;
    }
    requireRare(series, new Segment(40, 50), 1);
  }

  @Test
  void aStretchAtTheEndCounts() {
    double[] series = walk(90, 0, 10);
    for (int i = 82; i < 90; i++) {
      series[i] += 7;
    }
    requireRare(series, new Segment(82, 90), 1);
  }

  /** Beside the weekdays of the other weeks, a week of Sundays is at another level. */
  @Test
  void theSeasonIsTakenOff() {
    Random random = new Random(11);
    double[] series = new double[140];
    Arrays.setAll(series, i -> (i % 7 < 5 ? 10 : 0) + 0.5 * random.nextGaussian());
    for (int i = 70; i < 75; i++) {
      series[i] = 0.5 * random.nextGaussian();
    }
    double[] rarities = rarities(series);
    assertThat(Arrays.stream(rarities, 70, 75)).allMatch(rarity -> rarity > 4);
    assertThat(Arrays.copyOfRange(rarities, 0, 60)).containsOnly(0);
  }

  /** What a stretch of its level would be in white noise, a random walk has everywhere. */
  @Test
  void walksStepsAndExceptionsAreOrdinary() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(rarities(walk(100, 0, seed))).as("white noise").containsOnly(0);
      assertThat(rarities(walk(100, 1, seed))).as("random walk").containsOnly(0);
      Random random = new Random(seed);
      double[] steps = new double[200];
      double[] levels = random.doubles(10, 0, 50).toArray();
      Arrays.setAll(steps, i -> levels[i / 20] + random.nextGaussian());
      assertThat(rarities(steps)).as("level steps").containsOnly(0);
      double[] exceptions = new double[100];
      Arrays.setAll(exceptions, i -> random.nextDouble() < 0.1 ? 1 : 0);
      assertThat(rarities(exceptions)).as("exceptions").containsOnly(0);
    }
  }

  @Test
  void longSeriesAreLeftToWindows() {
    double[] series = walk(1_001, 0, 12);
    Arrays.fill(series, 500, 540, 20);
    assertThat(rarities(series)).containsOnly(0);
    assertThat(rarities(Arrays.copyOf(series, 1_000))[510]).isGreaterThan(4);
  }

  /**
   * The points of a stretch are rare, but for some at its ends; no other one is.
   *
   * @param ends so many points at each end may be missing or too many
   */
  private static void requireRare(double[] series, Segment at, int ends) {
    double[] rarities = rarities(series);
    for (int i = 0; i < series.length; i++) {
      boolean inside = i >= at.from() + ends && i < at.to() - ends;
      boolean outside = i < at.from() - ends || i >= at.to() + ends;
      if (inside) {
        assertThat(rarities[i]).as("point %d", i).isGreaterThan(4);
      } else if (outside) {
        assertThat(rarities[i]).as("point %d", i).isZero();
      }
    }
  }

  private static double[] rarities(double[] series) {
    double[] rarities = new double[series.length];
    StretchDeviation.raise(series, PointDeviation.Season.of(series), rarities);
    return rarities;
  }

  private static double[] walk(int n, double coefficient, long seed) {
    Random random = new Random(seed);
    double[] series = new double[n];
    double x = 0;
    for (int i = 0; i < n; i++) {
      x = coefficient * x + random.nextGaussian();
      series[i] = x;
    }
    return series;
  }
}
