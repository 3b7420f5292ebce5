package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.RobustScaler;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two weeks of a reading every ten minutes, and what a sensor may do in the last days. */
class RegimeShiftTest {

  private static final int DAY = 144;
  private static final int POINTS = 14 * DAY;

  /** Ends are known to a block, and a slow drift is clear some time after its beginning. */
  private static final int BLOCK = DAY / 3;

  @Test
  void theLastDaysOfHalfTheHeightAreOne() {
    double[] values = sensor(1, i -> i < 10 * DAY ? 1 : 0.5);
    assertThat(found(values)).containsExactly(new Segment(10 * DAY, POINTS));
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, -3})
  void aSlowDriftIs(double way) {
    double[] values = sensor(2, i -> 1);
    for (int i = 10 * DAY; i < POINTS; i++) {
      values[i] += way * (i - 10.0 * DAY) / (4 * DAY);
    }
    Segment drift = found(values).getFirst();
    assertThat(drift.from()).isBetween(10 * DAY, 11 * DAY);
    assertThat(drift.to()).isEqualTo(POINTS);
  }

  @Test
  void whatGoesAwayAndComesBackIs() {
    double[] values = sensor(3, i -> 1);
    for (int i = 0; i < 4 * DAY; i++) {
      values[5 * DAY + i] += 4 * Math.min(i, 4 * DAY - i) / (2.0 * DAY);
    }
    Segment bump = found(values).getFirst();
    assertThat(bump.iou(new Segment(5 * DAY, 9 * DAY))).isGreaterThan(0.6);
  }

  @Test
  void growingNoiseIs() {
    double[] values = sensor(4, i -> 1);
    Random random = new Random(44);
    for (int i = 10 * DAY; i < POINTS; i++) {
      values[i] += 1.5 * random.nextGaussian();
    }
    assertThat(found(values)).containsExactly(new Segment(10 * DAY, POINTS));
  }

  /** Five of fourteen days: less than half is still the exception. */
  @Test
  void moreThanAThirdOfASeriesIs() {
    double[] values = sensor(5, i -> i < 9 * DAY ? 1 : 0.5);
    Segment stretch = found(values).getFirst();
    assertThat(stretch.from()).isCloseTo(9 * DAY, within(BLOCK));
    assertThat(stretch.to()).isEqualTo(POINTS);
  }

  /** Windows and readings find these where they are; a block is too wide for them. */
  @ParameterizedTest
  @CsvSource({"1000, 1001", "1000, 1010", "1000, 1020"})
  void aShortStretchIsNot(int from, int to) {
    double[] values = sensor(6, i -> 1);
    Arrays.fill(values, from, to, 20);
    assertThat(found(values)).isEmpty();
    for (int i = from; i < to; i++) {
      values[i] = 40;
    }
    assertThat(found(values)).isEmpty();
  }

  /** A day has three long blocks; where a stretch ends is known to a short one. */
  @ParameterizedTest
  @ValueSource(ints = {60, 100, 140})
  void aStretchOfLessThanThreeLongBlocksIsFoundInShortOnes(int points) {
    double[] values = sensor(6, i -> 1);
    Arrays.fill(values, 1_000, 1_000 + points, 20);
    assertThat(found(values))
        .singleElement()
        .satisfies(at -> assertThat(at.iou(new Segment(1_000, 1_000 + points))).isGreaterThan(0.7));
  }

  /**
   * A smooth wave among noise: windows in it find each other, whatever the length of the series.
   */
  @ParameterizedTest
  @ValueSource(ints = {6_000, 15_000, 20_000})
  void anotherTextureIsFoundInALongSeries(int points) {
    Random random = new Random(8);
    double[] values = random.doubles(points).map(each -> random.nextGaussian()).toArray();
    for (int i = 3_000; i < 3_500; i++) {
      values[i] = Math.sin(i * Math.TAU / 80);
    }
    assertThat(found(values))
        .singleElement()
        .satisfies(at -> assertThat(at.iou(new Segment(3_000, 3_500))).isGreaterThan(0.7));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void ordinarySeriesHaveNone(int seed) {
    Random random = new Random(seed);
    double[] walk = new double[POINTS];
    double[] noise = new double[POINTS];
    double[] trend = new double[POINTS];
    double[] meter = new double[POINTS];
    for (int i = 1; i < POINTS; i++) {
      walk[i] = walk[i - 1] + random.nextGaussian();
      noise[i] = random.nextGaussian();
      trend[i] = i / 100.0 + random.nextGaussian();
      meter[i] = i == 1200 ? 0 : meter[i - 1] + random.nextDouble();
    }
    for (double[] values : List.of(sensor(seed, i -> 1), walk, noise, trend, meter)) {
      assertThat(found(values)).isEmpty();
    }
  }

  /** In less than four weeks a week is not known. */
  @ParameterizedTest
  @CsvSource({"7, 0", "7, 3", "10, 2", "14, 0", "14, 5", "21, 1", "28, 0", "56, 4"})
  void weekendsAreOrdinary(int days, int first) {
    for (int seed = 0; seed < 5; seed++) {
      double[] values = sensor(seed, days * DAY, i -> (i / DAY + first) % 7 >= 5 ? 0.4 : 1);
      assertThat(found(values)).isEmpty();
    }
  }

  /** A weekend has two days: one alone, with others on both sides, is a day off or an outage. */
  @ParameterizedTest
  @ValueSource(ints = {10, 14})
  void aDayWithoutItsRhythmIsOne(int days) {
    int day = days / 2;
    double[] values = sensor(days, days * DAY, i -> i / DAY == day ? 0 : 1);
    Segment found = found(values).getFirst();
    assertThat(found.overlap(new Segment(day * DAY, (day + 1) * DAY)))
        .isGreaterThanOrEqualTo(DAY - BLOCK);
    assertThat(found.length()).isLessThanOrEqualTo(DAY + 2 * BLOCK);
  }

  /** On a weekend there is less: two last days with more are none. */
  @Test
  void twoDaysOnAHigherLevelAre() {
    double[] values = sensor(9, 10 * DAY, i -> 1);
    for (int i = 8 * DAY; i < values.length; i++) {
      values[i] += 6;
    }
    Segment found = found(values).getFirst();
    assertThat(found.iou(new Segment(8 * DAY, 10 * DAY))).isGreaterThan(0.8);
  }

  /** More on weekends is known as such once two of them have been seen. */
  @ParameterizedTest
  @CsvSource({"14, 0", "21, 1", "28, 0"})
  void weekendsWithMoreAreOrdinaryOnceThereAreTwo(int days, int first) {
    for (int seed = 0; seed < 5; seed++) {
      double[] values = sensor(seed, days * DAY, i -> (i / DAY + first) % 7 >= 5 ? 2 : 1);
      assertThat(found(values)).isEmpty();
    }
  }

  /** One year of hours: heating that is off in summer, and a roof that has more sun then. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2_000, 4_380, 7_000})
  void aYearThatIsSeenOnceIsOrdinary(int first) {
    Random random = new Random(first);
    double[] heating = new double[8_760];
    double[] roof = new double[8_760];
    for (int i = 0; i < 8_760; i++) {
      double winter = Math.cos(2 * Math.PI * (i + first) / 8_760);
      double day = Math.sin(2 * Math.PI * (i % 24 - 6) / 24);
      heating[i] = Math.max(0, winter) * (5 - 2 * day) + 1 + 0.2 * random.nextGaussian();
      roof[i] = (1.2 - winter) * Math.max(0, day) * (0.3 + 0.7 * random.nextDouble());
    }
    assertThat(found(heating)).isEmpty();
    assertThat(found(roof)).isEmpty();
  }

  /** What a walk does is in its steps; the rougher end of one is flagged. */
  @Test
  void ofARandomWalkOnlyTheRoughnessTells() {
    int found = 0;
    int rougher = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      double[] walk = new double[POINTS];
      for (int i = 1; i < POINTS; i++) {
        walk[i] = walk[i - 1] + random.nextGaussian();
      }
      found += found(walk).size();
      for (int i = 10 * DAY; i < POINTS; i++) {
        walk[i] += 8 * random.nextGaussian();
      }
      rougher += found(walk).size();
    }
    assertThat(found).isLessThanOrEqualTo(1);
    assertThat(rougher).isGreaterThan(60);
  }

  /** What comes twice is a habit of the series. */
  @Test
  void twoStretchesAlikeAreNone() {
    double[] values = sensor(8, 6 * 7 * DAY, i -> i / DAY / 4 == 2 || i / DAY / 4 == 7 ? 0.4 : 1);
    assertThat(found(values)).isEmpty();
  }

  /** The features together may not make the exception the rule. */
  @Test
  void lessThanHalfIsFlaggedHoweverManyFeaturesChange() {
    Random random = new Random(9);
    double[] values = new double[4_800];
    for (int i = 0; i < values.length; i++) {
      double rhythm = Math.sin(2 * Math.PI * i / 40);
      values[i] =
          (i < 1_900 ? rhythm + 5 : i < 3_400 ? 0.2 * rhythm : rhythm)
              + (i < 3_400 ? 0.02 : 0.5) * random.nextGaussian();
    }
    double[] regime = RegimeShift.rarities(RobustScaler.of(values).linear(values));
    assertThat(Arrays.stream(regime).filter(rare -> rare > 0).count()).isLessThan(2_200);
  }

  @Test
  void ofShortAndOfConstantSeriesNothingIsSaid() {
    assertThat(RegimeShift.rarities(new double[0])).isEmpty();
    assertThat(RegimeShift.rarities(new double[] {1})).containsOnly(0);
    assertThat(RegimeShift.rarities(new double[5_000])).containsOnly(0);
    assertThat(RegimeShift.rarities(IntStream.range(0, 95).mapToDouble(Math::sin).toArray()))
        .containsOnly(0);
  }

  @Test
  void aPointKnowsItsStretch() {
    double[] regime = {0, 5, 5, 0, 4, 4};
    assertThat(RegimeShift.stretches(regime)).containsExactly(new Segment(1, 3), new Segment(4, 6));
    assertThat(RegimeShift.stretchAt(RegimeShift.stretches(regime), 2))
        .isEqualTo(new Segment(1, 3));
    assertThat(RegimeShift.stretchAt(RegimeShift.stretches(regime), 4))
        .isEqualTo(new Segment(4, 6));
  }

  private static List<Segment> found(double[] values) {
    double[] regime = RegimeShift.rarities(RobustScaler.of(values).linear(values));
    return RegimeShift.stretches(regime).stream()
        .filter(stretch -> regime[stretch.from()] >= OutlierTail.OUTLYING)
        .toList();
  }

  /**
   * A daily rhythm with noise.
   *
   * @param height of the rhythm at a point
   */
  private static double[] sensor(int seed, IntToDoubleFunction height) {
    return sensor(seed, POINTS, height);
  }

  private static double[] sensor(int seed, int points, IntToDoubleFunction height) {
    Random random = new Random(seed);
    return IntStream.range(0, points)
        .mapToDouble(
            i ->
                20
                    + 3 * height.applyAsDouble(i) * Math.sin(2 * Math.PI * i / DAY)
                    + 0.3 * random.nextGaussian())
        .toArray();
  }
}
