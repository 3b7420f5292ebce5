package io.hybridanomaly.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonsTest {

  private static final boolean[] NONE = new boolean[2_000];

  /** Hours of days; on two of seven much less happens. */
  static double[] dayAndWeek(int n, double noise, long seed) {
    Random random = new Random(seed);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double day = Math.pow(Math.sin(Math.PI * (i % 24) / 24), 2);
      values[i] = 100 + (i / 24 % 7 >= 5 ? 40 : 100) * day + noise * random.nextGaussian();
    }
    return values;
  }

  @Test
  void findsDayAndWeek() {
    assertThat(Seasons.of(dayAndWeek(2_000, 5, 1), NONE)).containsExactly(24.0, 168.0);
  }

  @Test
  void outliersNeitherMakeNorHideASeason() {
    double[] values = dayAndWeek(2_000, 5, 2);
    Random places = new Random(7);
    for (int k = 0; k < 60; k++) {
      values[places.nextInt(2_000)] = 1e6 * (k % 2 == 0 ? 1 : -1);
    }
    assertThat(Seasons.of(values, NONE)).containsExactly(24.0, 168.0);
    double[] noise = new Random(3).doubles(2_000).toArray();
    for (int i = 100; i < 2_000; i += 630) {
      noise[i] = 1e6;
    }
    assertThat(Seasons.of(noise, NONE)).isEmpty();
  }

  /** A year, a week or a day may be longer than all lags that are compared. */
  @ParameterizedTest
  @ValueSource(ints = {7, 12, 24, 48, 52, 96, 144, 168, 288, 336, 365, 672})
  void aUsualSeasonThatCameHardlyTwiceAndAHalf(int usual) {
    for (int n = (int) (2.3 * usual); n <= 2.6 * usual; n += Math.max(1, usual / 60)) {
      for (int seed = 0; seed < 6; seed++) {
        Random random = new Random(seed);
        double[] values = new double[n];
        Arrays.setAll(
            values,
            i ->
                Math.sin(2 * Math.PI * i / usual)
                    + (0.3 + 0.2 * (usual % 3)) * random.nextGaussian());
        int points = n;
        assertThat(Seasons.of(values, new boolean[n]))
            .allSatisfy(season -> assertThat(season).isBetween(3.0, points / 2.4));
      }
    }
  }

  @Test
  void suspiciousStretchesDoNotCount() {
    double[] values = dayAndWeek(2_000, 5, 4);
    boolean[] suspicious = new boolean[2_000];
    Arrays.fill(suspicious, 500, 650, true);
    Arrays.fill(values, 500, 650, 0);
    assertThat(Seasons.of(values, suspicious)).containsExactly(24.0, 168.0);
  }

  /** Where hardly any pair of points is left, there is nothing to be seen. */
  @Test
  void ofWhatIsHiddenThereIsNoSeason() {
    double[] values = dayAndWeek(2_000, 5, 4);
    boolean[] nights = new boolean[2_000];
    boolean[] block = new boolean[2_000];
    boolean[] all = new boolean[2_000];
    for (int i = 0; i < 2_000; i++) {
      nights[i] = i % 24 < 8 || i % 24 >= 18;
      block[i] = i >= 600 && i < 1_400;
      all[i] = i != 500 && i != 517;
    }
    assertThat(Seasons.of(values, nights)).containsExactly(168.0);
    assertThat(Seasons.of(values, block)).containsExactly(24.0, 168.0);
    assertThat(Seasons.of(values, all)).isEmpty();
    Arrays.fill(all, true);
    assertThat(Seasons.of(values, all)).isEmpty();
  }

  /** Several weeks correlate like one, and by chance a little more. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aWeekIsOneWeek(long seed) {
    Random random = new Random(seed);
    double[] values = dayAndWeek(8_736, 5, seed);
    double height = 1;
    for (int i = 0; i < values.length; i++) {
      height = i % 24 == 0 ? 1 + 0.1 * random.nextGaussian() : height;
      values[i] *= height;
    }
    List<Double> seasons = Seasons.of(values, new boolean[values.length]);
    assertThat(seasons.getLast()).isEqualTo(168);
  }

  @Test
  void aWeekIsMadeOfDays() {
    assertThat(Seasons.cycle(dayAndWeek(2_000, 5, 1), 168)).isEqualTo(24);
    assertThat(Seasons.cycle(dayAndWeek(2_000, 5, 1), 24)).isEqualTo(24);
    double[] sine = new double[2_000];
    Arrays.setAll(sine, i -> Math.sin(2 * Math.PI * i / 50));
    assertThat(Seasons.cycle(sine, 50)).isEqualTo(50);
    assertThat(Seasons.cycle(sine, 8)).isEqualTo(8);
  }

  @Test
  void measuresAPeriodToAFractionOfAPoint() {
    double[] values = new double[2_000];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * i / 36.5));
    List<Double> seasons = Seasons.of(values, NONE);
    assertThat(seasons.getFirst()).isCloseTo(36.5, within(0.1));
  }

  @Test
  void withoutASeasonThereIsNone() {
    assertThat(Seasons.of(new double[2_000], NONE)).isEmpty();
    double[] line = new double[2_000];
    Arrays.setAll(line, i -> 3 + 0.5 * i);
    assertThat(Seasons.of(line, NONE)).isEmpty();
    assertThat(Seasons.of(new double[] {1, 2, 3}, new boolean[3])).isEmpty();
  }

  /** Phase by phase, as it is defined. */
  @Test
  void theProfileIsTheMedianOfEachPhase() {
    double[] values = dayAndWeek(2_000, 5, 5);
    boolean[] hidden = new boolean[2_000];
    Arrays.fill(hidden, 700, 900, true);
    double[] profile = SeasonalProfile.of(values, hidden, 24, 0);
    for (int phase = 0; phase < 24; phase++) {
      List<Double> same = new ArrayList<>();
      for (int i = phase; i < 2_000; i += 24) {
        if (!hidden[i]) {
          same.add(values[i]);
        }
      }
      double median = Medians.of(same.stream().mapToDouble(Double::doubleValue).toArray());
      assertThat(profile[phase]).isCloseTo(median, within(1e-12));
      assertThat(profile[phase + 24 * 40]).isEqualTo(profile[phase]);
    }
  }

  /** The six nearest visible values of the same phase, by looking at all. */
  @Test
  void nearCyclesAreTheNearestVisibleOnes() {
    double[] values = dayAndWeek(1_000, 5, 6);
    boolean[] hidden = new boolean[1_000];
    Arrays.fill(hidden, 480, 530, true);
    double[] near = NearCycles.of(values, hidden, 24);
    for (int i = 200; i < 800; i++) {
      List<Double> taken = new ArrayList<>();
      for (int away = 24; taken.size() < 6; away += 24) {
        if (!hidden[i - away]) {
          taken.add(values[i - away]);
        }
        if (!hidden[i + away]) {
          taken.add(values[i + away]);
        }
      }
      double median = Medians.of(taken.stream().mapToDouble(Double::doubleValue).toArray());
      assertThat(near[i]).isCloseTo(median, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"42, 7", "60, 12", "400, 24", "1200, 168", "1095, 365", "300, 3", "200000, 24"})
  void findsTheSeasonOfNoisyDataWithATrend(int n, int season) {
    Random random = new Random(n);
    double[] values = new double[n];
    Arrays.setAll(
        values,
        i -> Math.cos(2 * Math.PI * i / season) + 3.0 * i / n + 0.05 * random.nextGaussian());
    assertThat(Seasons.of(values, new boolean[n]).getFirst())
        .isCloseTo(season, within(season / 50.0));
  }

  @Test
  void manySpikesDoNotHideIt() {
    double[] values = new double[400];
    Arrays.setAll(values, i -> Math.sin(2 * Math.PI * i / 24));
    Random random = new Random(3);
    for (int k = 0; k < 15; k++) {
      values[random.nextInt(400)] = 1e6;
    }
    assertThat(Seasons.of(values, new boolean[400]).getFirst()).isCloseTo(24, within(0.2));
  }

  @Test
  void noiseALineAConstantAndAFewValuesHaveNone() {
    Random random = new Random(5);
    double[] noise = random.doubles(2_000).toArray();
    double[] line = new double[500];
    Arrays.setAll(line, i -> i / 500.0);
    assertThat(none(noise)).isEmpty();
    assertThat(none(line)).isEmpty();
    assertThat(none(new double[100])).isEmpty();
    assertThat(none(new double[] {1, 2, 1, 2, 1, 2})).isEmpty();
  }

  private static List<Double> none(double[] values) {
    return Seasons.of(values, new boolean[values.length]);
  }
}
