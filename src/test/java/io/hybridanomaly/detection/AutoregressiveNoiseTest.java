package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AutoregressiveNoiseTest {

  /** Oracle: the process it was made of, coefficient and deviation; the caution is 1 / √n. */
  @Test
  void itIsThatOfTheProcess() {
    for (double coefficient : new double[] {0, 0.5, 0.9}) {
      AutoregressiveNoise noise =
          AutoregressiveNoise.of(series(10_000, coefficient), new boolean[10_000]);
      assertThat(noise.coefficient()).isCloseTo(coefficient + 0.01, within(0.03));
      assertThat(noise.deviation()).isCloseTo(1, within(0.03));
      assertThat(noise.level()).isCloseTo(100, within(0.6));
    }
  }

  @Test
  void whatIsLeftOutHasNoSay() {
    double[] series = series(500, 0.3);
    boolean[] leftOut = new boolean[500];
    Arrays.fill(leftOut, 200, 240, true);
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, leftOut);
    Arrays.fill(series, 200, 240, 1e6);
    AutoregressiveNoise other = AutoregressiveNoise.of(series, leftOut);
    assertThat(other.level()).isEqualTo(noise.level());
    assertThat(other.coefficient()).isEqualTo(noise.coefficient());
    assertThat(other.deviation()).isEqualTo(noise.deviation());
    assertThat(other.ordinaryInnovations()).isEqualTo(noise.ordinaryInnovations()).hasSize(458);
  }

  /** Oracle: the definition, x(t) − level − φ (x(t − 1) − level). */
  @Test
  void innovationsLeadFromValueToValue() {
    double[] series = series(200, 0.6);
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, new boolean[200]);
    assertThat(noise.innovations()[0]).isEqualTo(series[0] - noise.level());
    for (int i = 1; i < 200; i++) {
      assertThat(noise.innovations()[i])
          .isCloseTo(
              series[i] - noise.level() - noise.coefficient() * (series[i - 1] - noise.level()),
              within(1e-12));
    }
  }

  @Test
  void aSingleSpikeHardlyMovesTheCoefficient() {
    double[] series = series(300, 0.5);
    double before = AutoregressiveNoise.of(series, new boolean[300]).coefficient();
    series[150] = 1e4;
    assertThat(AutoregressiveNoise.of(series, new boolean[300]).coefficient())
        .isCloseTo(before, within(0.06));
  }

  @Test
  void aSeriesThatHardlyEverMovesHasSomeDeviation() {
    double[] series = new double[50];
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, new boolean[50]);
    assertThat(noise.deviation()).isEqualTo(0.01);
    assertThat(noise.coefficient()).isBetween(0.0, 1.0);
  }

  private static double[] series(int n, double coefficient) {
    Random random = new Random(1);
    double[] series = new double[n];
    double x = 0;
    for (int i = 0; i < n; i++) {
      x = coefficient * x + random.nextGaussian();
      series[i] = 100 + x;
    }
    return series;
  }
}
