package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesScalerTest {

  /** Whether a line or a level was taken off: what stands for 0 depends on the point then. */
  private static boolean hasBase(SeriesScaler scaling, int points) {
    return IntStream.range(1, points)
        .anyMatch(point -> scaling.invert(0, point) != scaling.invert(0, 0));
  }

  @Test
  void withoutATrendItIsTheRobustScale() {
    double[] values = new Random(4).doubles(500).toArray();
    SeriesScaler scaling = SeriesScaler.of(values);
    RobustScaler scaler = RobustScaler.of(values);
    assertThat(hasBase(scaling, values.length)).isFalse();
    assertThat(scaling.apply(values)).isEqualTo(scaler.apply(values));
    assertThat(scaling.invert(0.3, 77)).isEqualTo(scaler.invert(0.3));
  }

  @Test
  void aTrendIsTakenOffAsByRegression() {
    Random random = new Random(5);
    double[] values = new double[400];
    Arrays.setAll(values, i -> 100 + 0.5 * i + 4 * random.nextGaussian());
    float[] scaled = SeriesScaler.of(values).apply(values);

    float[] robust = RobustScaler.of(values).apply(values);
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < robust.length; i++) {
      regression.addData(i, robust[i]);
    }
    assertThat(regression.getRSquare()).isGreaterThan(SeriesScaler.TREND);
    double[] rest = new double[robust.length];
    Arrays.setAll(rest, i -> robust[i] - regression.predict(i));
    float[] expected = RobustScaler.of(rest).apply(rest);
    for (int i = 0; i < scaled.length; i++) {
      assertThat((double) scaled[i]).isCloseTo(expected[i], within(1e-5));
    }
  }

  /** R² of a step in the middle is 0.75, of a line 1. */
  @ParameterizedTest
  @CsvSource({"step, false", "line, true", "falling, true", "walk, true", "sine, false"})
  void onlySeriesAlongALineHaveATrend(String kind, boolean trend) {
    double[] values = new double[600];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (kind) {
            case "step" -> i < 300 ? 1 : 5;
            case "line" -> i;
            case "falling" -> -1e-9 * i;
            case "walk" -> i + 60 * Math.sin(i / 60.0);
            default -> Math.sin(i / 60.0);
          };
    }
    assertThat(hasBase(SeriesScaler.of(values), values.length)).isEqualTo(trend);
  }

  @Test
  void roundingAroundALineIsNotEnlarged() {
    double[] line = new double[700];
    Arrays.setAll(line, i -> 0.1 * i + 1e6);
    for (float value : SeriesScaler.of(line).apply(line)) {
      assertThat(Math.abs(value)).isLessThan(1e-3f);
    }
  }

  @Test
  void invertsWhatItScaled() {
    double[] values = new double[300];
    Random random = new Random(6);
    Arrays.setAll(values, i -> 3 * i + 20 * random.nextGaussian());
    values[120] = 5_000;
    SeriesScaler scaling = SeriesScaler.of(values);
    assertThat(hasBase(scaling, values.length)).isFalse();
    values[120] = 500;
    scaling = SeriesScaler.of(values);
    assertThat(hasBase(scaling, values.length)).isTrue();
    float[] scaled = scaling.apply(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(scaling.invert(scaled[i], i)).isCloseTo(values[i], within(1e-2));
    }
    assertThat(scaling.invert(1e9, 0)).isFinite();
  }

  @Test
  void aWalkLosesItsLevelAndGetsItBack() {
    Random random = new Random(2);
    double[] walk = new double[1_000];
    for (int i = 1; i < walk.length; i++) {
      walk[i] = walk[i - 1] + random.nextGaussian();
    }
    SeriesScaler scaling = SeriesScaler.of(walk);
    assertThat(hasBase(scaling, walk.length)).isTrue();
    float[] scaled = scaling.apply(walk);

    double[] robust = new double[walk.length];
    RobustScaler scaler = RobustScaler.of(walk);
    Arrays.setAll(robust, i -> scaler.apply(walk[i]));
    double[] rest = new double[walk.length];
    for (int t = 0; t < walk.length; t++) {
      int from = Math.max(0, t - 40);
      int to = Math.min(walk.length, t + 41);
      rest[t] = robust[t] - Arrays.stream(robust, from, to).average().orElseThrow();
    }
    float[] expected = RobustScaler.of(rest).apply(rest);
    for (int i = 0; i < walk.length; i++) {
      assertThat((double) scaled[i]).isCloseTo(expected[i], within(1e-4));
      assertThat(scaling.invert(scaled[i], i)).isCloseTo(walk[i], within(1e-3));
    }
  }

  @Test
  void exceptionsThatAreUsualGetNoiseOfTheirSize() {
    double[] values = new double[1_000];
    Arrays.fill(values, 20);
    for (int i = 25; i < values.length; i += 50) {
      values[i] = 21;
    }
    // Deviation 0.14, so that an exception is 1/0.14 deviations high, scaled to 3 + ln(7.14 / 3).
    assertThat(noise(values)).isCloseTo(0.2 * (3 + Math.log(7.14 / 3)), within(0.05));
    Arrays.fill(values, 20);
    values[500] = 21;
    assertThat(noise(values)).isCloseTo(0.001, within(1e-4));
  }

  private static double noise(double[] values) {
    SeriesScaler scaling = SeriesScaler.of(values);
    float[] plain = scaling.apply(values);
    float[] noisy = scaling.applyWithNoise(values, 0.001, new SplittableRandom(1));
    double squares = 0;
    for (int i = 0; i < plain.length; i++) {
      squares += Math.pow(noisy[i] - plain[i], 2) / plain.length;
    }
    return Math.sqrt(squares);
  }

  @Test
  void constantsBecomeZeroAndGetNoNoise() {
    double[] values = new double[50];
    Arrays.fill(values, 12.5);
    SeriesScaler scaling = SeriesScaler.of(values);
    assertThat(scaling.isConstant()).isTrue();
    assertThat(scaling.applyWithNoise(values, 0.1, new SplittableRandom(1))).containsOnly(0f);
    assertThat(scaling.invert(0, 7)).isEqualTo(12.5);
  }

  @Test
  void noiseHasTheDeviationGiven() {
    double[] values = new Random(3).doubles(20_000).toArray();
    assertThat(noise(values)).isCloseTo(0.001, within(3e-5));
  }
}
