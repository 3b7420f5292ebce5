package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Groups of points by level, and what is measured in them: noise and the width of a band. */
class LevelGroupsTest {

  /** Nights at 0 without noise, days at 100 with a noise of 5, and mornings in between. */
  private static final int N = 2_400;

  private final double[] expected = new double[N];
  private final double[] values = new double[N];

  LevelGroupsTest() {
    Random random = new Random(1);
    Arrays.setAll(expected, i -> i % 24 < 8 ? 0 : i % 24 < 10 ? 50 : 100);
    Arrays.setAll(values, i -> expected[i] * (1 + 0.05 * random.nextGaussian()));
  }

  @Test
  void groupsHaveAboutTheSameSizeAndEqualLevelsStayTogether() {
    LevelGroups groups = LevelGroups.of(new double[] {5, 1, 2, 2, 2, 2, 9, 4}, 2, 10);
    assertThat(groups.count()).isEqualTo(3);
    assertThat(groups.of(new double[] {10, 11, 12, 13, 14, 15, 16, Double.NaN}))
        .isDeepEqualTo(new double[][] {{11, 12, 13, 14, 15}, {}, {10, 16}});
    assertThat(groups.of(-7)).isZero();
    assertThat(groups.of(3)).isEqualTo(1);
    assertThat(groups.of(100)).isEqualTo(2);
  }

  @Test
  void noiseIsThatOfTheLevelOrOfTheNoisierBesideIt() {
    DeviationByLevel deviation =
        DeviationByLevel.of(expected, PointDeviation.distances(values, expected), 0.1);
    assertThat(deviation.at(100)).isCloseTo(5, within(0.4));
    // Beside the nights are the mornings.
    assertThat(deviation.at(0)).isCloseTo(2.5, within(0.4));
    assertThat(DeviationByLevel.of(expected, new double[N], 0.1).at(100)).isEqualTo(0.1);
  }

  /** Oracle: 95 % of a normal distribution lie within 1.96 standard deviations. */
  @Test
  void aBandIsAsWideAsTheLevelNeeds() {
    double[] distances = new double[N];
    Arrays.setAll(distances, i -> Math.abs(values[i] - expected[i]) / 5);
    WidthByLevel width = WidthByLevel.of(expected, distances, 0.95);
    assertThat(width.at(100)).isCloseTo(1.96, within(0.15));
    assertThat(width.at(50)).isCloseTo(0.98, within(0.15));
    assertThat(width.at(0)).isCloseTo(0.02 * width.at(100), within(1e-9));
    assertThat(width.at(75)).isBetween(width.at(50), width.at(100));
    assertThat(width.at(1e6)).isEqualTo(width.at(100));
    Arrays.fill(distances, 0, N / 2, Double.NaN);
    assertThat(WidthByLevel.of(expected, distances, 0.95).at(100)).isCloseTo(1.96, within(0.2));
  }

  @Test
  void noiseThatIsTheSameEverywhereLeavesTheBandAsItIs() {
    double[] distances = new Random(2).doubles(N).toArray();
    WidthByLevel width = WidthByLevel.of(expected, distances, 0.95);
    assertThat(width.at(0)).isEqualTo(1);
    assertThat(width.at(100)).isEqualTo(1);
  }

  @Test
  void theBandOfASunMeterIsNarrowByNight() {
    boolean[] ordinary = new boolean[N];
    Arrays.fill(ordinary, true);
    ExpectedBand band = ExpectedBand.of(values, expected, ordinary, 24);
    assertThat(band.halfWidth(3)).isLessThan(1);
    assertThat(band.halfWidth(20)).isCloseTo(9.8, within(1.5));
    long inside = 0;
    for (int i = 0; i < N; i++) {
      inside += Math.abs(values[i] - expected[i]) <= band.halfWidth(i) ? 1 : 0;
    }
    assertThat(inside / (double) N).isBetween(0.93, 0.98);
  }
}
