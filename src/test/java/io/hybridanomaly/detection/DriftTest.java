package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.detection.Drift.Way;
import io.hybridanomaly.series.Segment;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftTest {

  private static final int N = 60;

  /** Oracle: generalised least squares with the innovations written out. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void isTheLikelihoodRatioOfItsLine(Way way) {
    Segment stretch = new Segment(20, 30);
    double[] series = noise(1);
    for (int i = 20; i < 30; i++) {
      series[i] += 30 * line(way, i - 20);
    }
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, leftOut(stretch));
    double weight = 0;
    double product = 0;
    for (int i = 1; i < N; i++) {
      double innovation = line(way, i - 20) - noise.coefficient() * line(way, i - 21);
      weight += innovation * innovation;
      product += innovation * noise.innovations()[i];
    }
    double found = new Drift(series, noise, way).of(stretch, 0);
    assertThat(found).isCloseTo(product / Math.sqrt(weight) / noise.deviation(), within(1e-9));
    assertThat(found).isGreaterThan(25);
  }

  @Test
  void eachWayFitsItsOwnLineBest() {
    Segment stretch = new Segment(20, 30);
    for (Way truth : Way.values()) {
      double[] series = noise(2);
      for (int i = 20; i < 30; i++) {
        series[i] -= 8 * line(truth, i - 20);
      }
      AutoregressiveNoise noise = AutoregressiveNoise.of(series, leftOut(stretch));
      double best = new Drift(series, noise, truth).of(stretch, 0);
      for (Way other : Way.values()) {
        assertThat(new Drift(series, noise, other).of(stretch, 0)).isLessThanOrEqualTo(best);
      }
    }
  }

  /** The line of the spike would go further than anything else in the stretch. */
  @Test
  void aSpikeIsNoDrift() {
    double[] series = noise(3);
    series[29] += 100;
    Segment stretch = new Segment(20, 30);
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, leftOut(stretch));
    assertThat(new Drift(series, noise, Way.AWAY).of(stretch, 0)).isLessThan(4);
  }

  @Test
  void whatCannotReachTheLeastIsZero() {
    double[] series = noise(4);
    Segment stretch = new Segment(20, 30);
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, leftOut(stretch));
    assertThat(new Drift(series, noise, Way.BACK).of(stretch, 50)).isZero();
  }

  /** Of ten points, at {@code place}; 0 outside. */
  private static double line(Way way, int place) {
    if (place < 0 || place >= 10) {
      return 0;
    }
    double[] thereAndBack = {0.2, 0.4, 0.6, 0.8, 1, 1, 0.8, 0.6, 0.4, 0.2};
    return switch (way) {
      case AWAY -> (place + 1) / 10.0;
      case BACK -> (10 - place) / 10.0;
      case AWAY_AND_BACK -> thereAndBack[place];
    };
  }

  private static double[] noise(int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, N).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  private static boolean[] leftOut(Segment stretch) {
    boolean[] leftOut = new boolean[N];
    for (int i = stretch.from(); i < stretch.to(); i++) {
      leftOut[i] = true;
    }
    return leftOut;
  }
}
