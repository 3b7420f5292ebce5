package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonalOutliersTest {

  private static final int SEASON = 50;
  private static final int POINTS = 2_000;

  @Test
  void dozensOfAnomaliesDoNotHideEachOther() {
    double[] values = season(0.01, 1);
    Random random = new Random(2);
    boolean[] injected = new boolean[POINTS];
    for (int k = 0; k < 25; k++) {
      int at = random.nextInt(POINTS - 8);
      double height = 0.3 + 0.7 * random.nextDouble();
      for (int i = at; i < at + 6; i++) {
        values[i] += injected[i] ? 0 : height;
        injected[i] = true;
      }
    }
    SeasonalOutliers found = of(values);
    long missed =
        IntStream.range(0, POINTS).filter(i -> injected[i] && !found.outlying()[i]).count();
    long wrong =
        IntStream.range(0, POINTS).filter(i -> !injected[i] && found.outlying()[i]).count();
    assertThat(missed).isLessThan(10);
    assertThat(wrong).isZero();
    assertThat(Arrays.stream(places(found.outlying()))).allMatch(i -> found.rarity()[i] >= 4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.003, 0.01, 0.05, 0.3})
  void noiseAloneHasNone(double noise) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(places(of(season(noise, seed)).outlying())).isEmpty();
    }
  }

  @Test
  void noiseOfTheSamePhaseIsOrdinary() {
    Random random = new Random(5);
    double[] values = season(0.003, 3);
    for (int start = 0; start + SEASON <= POINTS; start += SEASON) {
      values[start + 20] += random.nextGaussian();
    }
    assertThat(places(of(values).outlying())).isEmpty();
  }

  @Test
  void aNoisySeasonHasOutliersButNoAlarms() {
    double[] values = season(0.05, 4);
    values[777] += 5;
    SeasonalOutliers found = of(values);
    assertThat(places(found.outlying())).containsExactly(777);
    assertThat(found.rarity()).containsOnly(0);
  }

  @Test
  void withoutASeasonNothingIsAnOutlier() {
    double[] values = new Random(6).doubles(100).toArray();
    values[50] = 1e9;
    SeasonalOutliers found =
        of(values, new double[100], new PointDeviation.Season(0, new double[0]));
    assertThat(places(found.outlying())).isEmpty();
  }

  /** A sensor of motion: by another day no state at one time is rare. */
  @Test
  void whatIsOnAndOffAtRandomHasNoExactSeason() {
    Random random = new Random(7);
    double[] values = new double[4_000];
    for (int i = 0; i < values.length; i++) {
      boolean changes = random.nextInt(15) == 0;
      values[i] = i > 0 && !changes ? values[i - 1] : random.nextInt(5) == 0 ? 1 : 0;
    }
    double[] sameTime = PointDeviation.sameTime(values, 288);
    SeasonalOutliers found = of(values, sameTime, new PointDeviation.Season(288, sameTime));
    assertThat(found.rarity()).containsOnly(0);
  }

  /** Most distances of such counts are 0 at any season: that is no noise to measure others by. */
  @Test
  void countsMostOfWhichAreZeroHaveNone() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      double[] counts = new double[POINTS];
      Arrays.setAll(counts, i -> random.nextDouble() < 0.85 ? 0 : 1 + random.nextInt(5));
      assertThat(places(of(counts).outlying())).isEmpty();
    }
  }

  @Test
  void nearLooksAsFarAsAskedOnBothSides() {
    boolean[] outlying = new boolean[10];
    outlying[4] = true;
    assertThat(IntStream.range(0, 10).filter(i -> SeasonalOutliers.near(outlying, i, 2)))
        .containsExactly(2, 3, 4, 5, 6);
    assertThat(SeasonalOutliers.near(new boolean[0], 0, 3)).isFalse();
  }

  /** What an exact season says is bounded by the windows: where these see nothing, no alarm. */
  @Test
  void aReadingIsNotFarRarerThanTheWindowsOnIt() {
    Random random = new Random(7);
    double[] score = random.doubles(1_000).toArray();
    double[] rarity = new double[1_000];
    rarity[300] = 50;
    rarity[600] = 50;
    score[600] = 9;
    double[] rarities = new double[1_000];
    Fusion.raise(rarities, new double[1_000], rarity, score);
    assertThat(rarities[300]).isLessThan(5);
    assertThat(rarities[600]).isGreaterThan(6);
    assertThat(Arrays.stream(rarities).filter(r -> r > 0)).hasSize(2);
  }

  private static SeasonalOutliers of(double[] values) {
    double[] expected = fill(i -> Math.sin(2 * Math.PI * i / SEASON) / 2);
    return of(
        values,
        expected,
        new PointDeviation.Season(SEASON, PointDeviation.sameTime(values, SEASON)));
  }

  private static SeasonalOutliers of(
      double[] values, double[] expected, PointDeviation.Season season) {
    ContextDistance readings = new ContextDistance(values, season);
    return SeasonalOutliers.of(readings, expected, readings.from(expected));
  }

  /** A sine whose spread is 1, with noise. */
  private static double[] season(double noise, int seed) {
    Random random = new Random(seed);
    return fill(i -> Math.sin(2 * Math.PI * i / SEASON) / 2 + noise * random.nextGaussian());
  }

  private static double[] fill(IntToDoubleFunction value) {
    double[] values = new double[POINTS];
    Arrays.setAll(values, value);
    return values;
  }

  private static int[] places(boolean[] outlying) {
    return IntStream.range(0, outlying.length).filter(i -> outlying[i]).toArray();
  }
}
