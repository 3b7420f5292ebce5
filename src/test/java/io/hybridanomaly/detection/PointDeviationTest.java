package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.expectation.ExpectedValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointDeviationTest {

  @ParameterizedTest
  @CsvSource({"40, 1", "120, 6", "1200, 3", "1200, 20"})
  void equalSpikesAreAllFoundAndNothingElse(int n, int spikes) {
    Random random = new Random(n + spikes);
    double[] values = noise(n, random);
    int[] at = random.ints(0, n).distinct().limit(spikes).sorted().toArray();
    for (int i : at) {
      values[i] = 6;
    }
    assertThat(rare(values)).containsExactly(at);
  }

  @Test
  void aSpikeAtAnEndIsOneToo() {
    double[] values = noise(200, new Random(1));
    values[0] = 6;
    values[199] = -6;
    assertThat(rare(values)).containsExactly(0, 199);
  }

  @Test
  void aSpikeDoesNotMakeItsNeighboursInOtherSeasonsLookOff() {
    double[] values = noise(40, new Random(2));
    for (int i = 0; i < 40; i++) {
      values[i] += 3 * Math.sin(2 * Math.PI * i / 12);
    }
    values[23] = 20;
    assertThat(rare(values)).containsExactly(23);
  }

  @Test
  void aMonthFarBelowWhatIsExpectedIsFoundInAGrowingSeries() {
    double[] values = PlainSeries.MONTHLY.of(96, 3);
    Arrays.setAll(values, i -> values[i] / 30);
    values[52] /= 10;
    assertThat(rare(values)).containsExactly(52);
  }

  @Test
  void holidaysDoNotHideAnOutage() {
    Random random = new Random(5);
    double[] values = noise(731, random);
    for (int holiday : new int[] {0, 106, 120, 358, 359, 365, 456, 485, 723, 724}) {
      values[holiday] -= 4.5 + random.nextDouble();
    }
    for (int day = 260; day < 263; day++) {
      values[day] = -10;
    }
    assertThat(rare(values)).contains(260, 261, 262);
  }

  @Test
  void regularBeatsAreNoneOfThem() {
    Random random = new Random(3);
    double[] values = noise(1_200, random);
    for (int beat = 20; beat < 1_200; beat += 55 + random.nextInt(11)) {
      values[beat] = 6;
      values[beat + 1] = 4;
    }
    assertThat(rare(values)).isEmpty();
  }

  @Test
  void aReadingThatIsUsualAtAnotherTimeOfTheSeasonIsFound() {
    Random random = new Random(4);
    double[] values = noise(480, random);
    for (int i = 0; i < values.length; i++) {
      // A peak of three points each day.
      values[i] += i % 24 >= 7 && i % 24 < 10 ? 3 : 0;
    }
    values[212] = 3;
    assertThat(rare(values)).containsExactly(212);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 40, 200, 1_000})
  void noiseRaisesFew(int n) {
    int raised = 0;
    for (int seed = 0; seed < 50; seed++) {
      raised += rare(noise(n, new Random(seed))).length;
    }
    // Stated is one in 10,000 points; twice that and three more are allowed for chance.
    assertThat(raised).isLessThanOrEqualTo(3 + 2 * 50 * n / 10_000);
  }

  @Test
  void aSeriesThatStandsStillHasExceptionsThatAreUsual() {
    Random random = new Random(8);
    double[] values = new double[1_000];
    Arrays.setAll(values, i -> random.nextDouble() < 0.05 ? random.nextInt(3) : 0);
    assertThat(rare(values)).isEmpty();
    values[500] = 1e6;
    assertThat(rare(values)).containsExactly(500);
  }

  @ParameterizedTest
  @CsvSource({"21, 7", "22, 7", "100, 7", "100, 24", "75, 24"})
  void theSameTimeAgreesWithItsSlowTwin(int n, int season) {
    double[] values = new Random(n).doubles(n).toArray();
    double[] twin = new double[n];
    for (int t = 0; t < n; t++) {
      List<Double> near = new ArrayList<>();
      for (int k = 1; k < n; k++) {
        for (int other : new int[] {t - k * season, t + k * season}) {
          if (other >= 0 && other < n && near.size() < 6) {
            near.add(values[other]);
          }
        }
      }
      near.sort(null);
      int m = near.size();
      twin[t] = Math.max(near.get((m - 1) / 2), Math.min(near.get(m / 2), values[t]));
    }
    assertThat(PointDeviation.sameTime(values, season)).containsExactly(twin);
  }

  private static double[] noise(int n, Random random) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> 0.3 * random.nextGaussian());
    return values;
  }

  /** The points that are as rare as one in 10,000. */
  private static int[] rare(double[] values) {
    ContextDistance readings = new ContextDistance(values, PointDeviation.Season.of(values));
    double[] expected = ExpectedValues.of(values, new boolean[values.length], () -> {});
    double[] rarities = PointDeviation.around(readings);
    PointDeviation.raise(
        rarities, PointDeviation.inContext(readings, expected, readings.from(expected)));
    return IntStream.range(0, values.length).filter(i -> rarities[i] >= 4).toArray();
  }
}
