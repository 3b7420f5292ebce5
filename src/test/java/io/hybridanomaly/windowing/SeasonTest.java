package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonTest {

  @ParameterizedTest
  @CsvSource({"42, 7", "60, 12", "400, 24", "1200, 168", "1095, 365", "300, 2", "200000, 24"})
  void findsTheSeasonOfNoisyDataWithATrend(int n, int season) {
    Random random = new Random(n);
    double[] values = new double[n];
    Arrays.setAll(
        values,
        i -> Math.cos(2 * Math.PI * i / season) + 3.0 * i / n + 0.05 * random.nextGaussian());
    assertThat(Season.of(values)).isCloseTo(season, within(season / 50));
  }

  @Test
  void spikesDoNotHideIt() {
    double[] values = new double[400];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * i / 24));
    Random random = new Random(3);
    for (int k = 0; k < 15; k++) {
      values[random.nextInt(400)] = 1e6;
    }
    assertThat(Season.of(values)).isEqualTo(24);
  }

  @Test
  void thereIsNoneInNoiseALineAConstantOrAFewValues() {
    Random random = new Random(5);
    double[] noise = random.doubles(2_000).toArray();
    double[] line = new double[500];
    Arrays.setAll(line, i -> i / 500.0);
    assertThat(Season.of(noise)).isZero();
    assertThat(Season.of(line)).isZero();
    assertThat(Season.of(new double[100])).isZero();
    assertThat(Season.of(new double[] {1, 2, 1, 2, 1, 2})).isZero();
  }

  @Test
  void clipsToTheOuterQuantilesUnlessTheyAreEqual() {
    double[] values = new double[101];
    Arrays.setAll(values, i -> i);
    double[] clipped = Season.clipped(values);
    for (int i = 0; i <= 100; i++) {
      assertThat(clipped[i]).isEqualTo(Math.min(95, Math.max(5, i)));
    }
    double[] exceptions = new double[101];
    exceptions[7] = 3;
    assertThat(Season.clipped(exceptions)).containsExactly(exceptions);
  }
}
