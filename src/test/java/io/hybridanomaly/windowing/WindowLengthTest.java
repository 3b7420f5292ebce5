package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowLengthTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50, 333})
  void autocorrelationAgreesWithItsSlowTwin(int seed) {
    Random random = new Random(seed);
    int n = 40 + random.nextInt(300);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (random.nextGaussian() + 0.02 * i + Math.sin(i / 3.0));
    }
    double[] twin = slowTwin(values);
    assertThat(WindowLength.autocorrelation(values)).containsExactly(twin, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"24, 24", "48, 48", "5, 16", "150, 150", "350, 300"})
  void findsTheSeasonWithinItsLimits(int period, int window) {
    assertThat(WindowLength.of(season(4_000, period, 0.05))).isCloseTo(window, within(2));
  }

  @Test
  void aDayWinsOverAWeekOfEqualStrength() {
    float[] values = season(4_000, 24, 0);
    assertThat(WindowLength.of(values)).isEqualTo(24);
  }

  @Test
  void withoutASeasonItIs20() {
    float[] noise = new float[3_000];
    float[] line = new float[3_000];
    Random random = new Random(5);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
      line[i] = i / 3_000f;
    }
    assertThat(WindowLength.of(noise)).isEqualTo(20);
    assertThat(WindowLength.of(line)).isEqualTo(20);
    assertThat(WindowLength.of(new float[3_000])).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"32, 8", "33, 8", "40, 10", "72, 18"})
  void isAtMostAQuarterOfTheSeries(int n, int window) {
    assertThat(WindowLength.of(season(n, 28, 0))).isEqualTo(window);
  }

  @Test
  void looksAtTheMiddleOfALongSeries() {
    assertThat(WindowLength.of(season(300_000, 31, 0.3))).isEqualTo(31);
  }

  private static float[] season(int n, int period, double noise) {
    Random random = new Random(period);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) (Math.sin(2 * Math.PI * i / period) + noise * random.nextGaussian());
    }
    return values;
  }

  private static double[] slowTwin(float[] unclipped) {
    double[] values = clipped(unclipped);
    int n = values.length;
    double meanT = (n - 1) / 2.0;
    double mean = 0;
    for (double value : values) {
      mean += value / (double) n;
    }
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      covariance += (i - meanT) * (values[i] - mean);
      variance += (i - meanT) * (i - meanT);
    }
    double[] rest = new double[n];
    double power = 0;
    for (int i = 0; i < n; i++) {
      rest[i] = values[i] - mean - covariance / variance * (i - meanT);
      power += rest[i] * rest[i];
    }
    double[] correlation = new double[Math.min(1000, n / 4) + 2];
    for (int lag = 0; lag < correlation.length; lag++) {
      for (int i = 0; i + lag < n; i++) {
        correlation[lag] += rest[i] * rest[i + lag] / power;
      }
    }
    return correlation;
  }

  /** Values beyond the 5 % and 95 % quantiles, at position p·(n − 1), are set to them. */
  private static double[] clipped(float[] values) {
    double[] sorted = new double[values.length];
    Arrays.setAll(sorted, i -> values[i]);
    Arrays.sort(sorted);
    double low = quantile(sorted, 0.05);
    double high = quantile(sorted, 0.95);
    double[] clipped = new double[values.length];
    Arrays.setAll(clipped, i -> Math.min(high, Math.max(low, values[i])));
    return clipped;
  }

  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) position;
    return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
  }

  @Test
  void spikesMakeNoSeason() {
    Random random = new Random(9);
    float[] values = new float[1_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    for (int at : new int[] {100, 140, 180}) {
      values[at] = 40;
    }
    assertThat(WindowLength.of(values)).isEqualTo(20);
  }

  @Test
  void clipsToTheOuterQuantilesUnlessTheyAreEqual() {
    double[] values = new double[101];
    Arrays.setAll(values, i -> i);
    double[] clipped = WindowLength.clipped(values);
    for (int i = 0; i <= 100; i++) {
      assertThat(clipped[i]).isEqualTo(Math.min(95, Math.max(5, i)));
    }
    double[] exceptions = new double[101];
    exceptions[7] = 3;
    assertThat(WindowLength.clipped(exceptions)).containsExactly(exceptions);
  }
}
