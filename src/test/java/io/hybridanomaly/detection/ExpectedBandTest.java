package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpectedBandTest {

  /** Where all points are ordinary. */
  private static ExpectedBand band(double[] values, double[] expected, int window) {
    boolean[] ordinary = new boolean[values.length];
    Arrays.fill(ordinary, true);
    return ExpectedBand.of(values, expected, ordinary, window);
  }

  private static final int WINDOW = 20;

  private static double[] noise(int n, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  @Test
  void holdsAboutNineteenOfTwentyPoints() {
    double[] values = noise(20_000, 1);
    ExpectedBand band = band(values, new double[values.length], WINDOW);
    long inside =
        IntStream.range(0, values.length)
            .filter(i -> Math.abs(values[i]) <= band.halfWidth(i))
            .count();
    assertThat(inside / 20_000.0).isCloseTo(0.95, within(0.01));
    // 95 % of a standard normal distribution lie within 1.96.
    assertThat(band.halfWidth(10_000)).isCloseTo(1.96, within(0.25));
  }

  @Test
  void followsAScaleThatChanges() {
    double[] values = noise(20_000, 2);
    for (int i = 10_000; i < values.length; i++) {
      values[i] *= 10;
    }
    ExpectedBand band = band(values, new double[values.length], WINDOW);
    assertThat(band.halfWidth(2_000)).isCloseTo(1.96, within(0.4));
    assertThat(band.halfWidth(18_000)).isCloseTo(19.6, within(4.0));
  }

  @Test
  void isNotWidenedByOneAbnormalStretch() {
    double[] values = noise(20_000, 3);
    for (int i = 10_000; i < 10_100; i++) {
      values[i] += 50;
    }
    ExpectedBand band = band(values, new double[values.length], WINDOW);
    assertThat(band.halfWidth(10_050)).isLessThan(3);
  }

  @Test
  void isNeverBelowZeroWhereNoValueIsAndCoversAsMuch() {
    Random random = new Random(4);
    double[] amounts =
        IntStream.range(0, 20_000).mapToDouble(i -> Math.exp(2 * random.nextGaussian())).toArray();
    double[] expected = new double[amounts.length];
    Arrays.fill(expected, 1);
    ExpectedBand band = band(amounts, expected, WINDOW);
    assertThat(band.halfWidth(10_000)).isGreaterThan(1);
    assertThat(IntStream.range(0, amounts.length).mapToDouble(i -> band.low(i, 1)))
        .allMatch(low -> low == 0);
    long inside =
        IntStream.range(0, amounts.length)
            .filter(i -> band.low(i, 1) <= amounts[i] && amounts[i] <= band.high(i, 1))
            .count();
    assertThat(inside / 20_000.0).isCloseTo(0.95, within(0.01));
    // What is expected may be below 0 all the same.
    assertThat(band.high(0, -1e9)).isZero();
    amounts[7] = -0.5;
    assertThat(band(amounts, expected, WINDOW).low(10_000, 1)).isNegative();
  }

  @Test
  void isEvenWhereTheErrorIs() {
    double[] values = new double[333];
    Arrays.fill(values, 2);
    ExpectedBand band = band(values, new double[333], 8);
    assertThat(IntStream.range(0, 333).mapToDouble(band::halfWidth)).containsOnly(2.0);
    assertThat(band(new double[] {1}, new double[] {0}, 8).halfWidth(0)).isEqualTo(1);
  }

  /** Six of 78 are more than one in twenty. */
  @Test
  void rareReadingsDoNotWidenIt() {
    double[] values = noise(78, 9);
    boolean[] ordinary = new boolean[78];
    Arrays.setAll(values, i -> i >= 50 && i < 56 ? -6 : values[i]);
    for (int i = 0; i < 78; i++) {
      ordinary[i] = values[i] > -6;
    }
    ExpectedBand band = ExpectedBand.of(values, new double[78], ordinary, 19);
    assertThat(band.halfWidth(40)).isCloseTo(1.96, within(0.6));
    assertThat(band(values, new double[78], 19).halfWidth(40)).isGreaterThan(4);
  }

  /** Counts that are mostly 0, of which some more are expected now and then. */
  @Test
  void isFiniteWhereHardlyAnythingHappens() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      double[] values = new double[1_344];
      double[] expected = new double[values.length];
      Arrays.setAll(values, i -> random.nextInt(40) == 0 ? 1 + random.nextInt(5) : 0);
      Arrays.setAll(expected, i -> i < 600 ? 0 : Math.max(0, 0.3 * Math.sin(i / 10.0)));
      ExpectedBand band = band(values, expected, WINDOW);
      assertThat(IntStream.range(0, values.length).mapToDouble(band::halfWidth))
          .as("seed %d", seed)
          .allMatch(width -> width >= 0 && width < 10);
    }
    double[] huge = new double[100];
    Arrays.setAll(huge, i -> i < 50 ? 1e308 : -1e308);
    double[] opposite = Arrays.stream(huge).map(value -> -value).toArray();
    assertThat(band(huge, opposite, WINDOW).halfWidth(7)).isFinite();
  }
}
