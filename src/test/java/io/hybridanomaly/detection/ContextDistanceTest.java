package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContextDistanceTest {

  private static final int N = 200;

  /** A step later than usual is nothing in a season of 50, and half of all in one of 7. */
  @Test
  void anEdgeAStepLaterIsNoDistanceInALongSeason() {
    double[] usual = new double[N];
    Arrays.setAll(usual, i -> i % 50 < 25 ? 1 : 0);
    double[] late = usual.clone();
    late[25] = 1;
    assertThat(new ContextDistance(late, season(50, usual)).from(usual)).containsOnly(0);
    double[] week = new ContextDistance(late, season(7, usual)).from(usual);
    assertThat(week[25]).isEqualTo(1);
    assertThat(new ContextDistance(late, season(50, usual)).plain(usual)[25]).isEqualTo(1);
  }

  @Test
  void whatIsTwoStepsLateOrOutsideOfBothLevelsIsFar() {
    double[] usual = new double[N];
    Arrays.setAll(usual, i -> i % 50 < 25 ? 1 : 0);
    double[] values = usual.clone();
    values[27] = 1;
    values[75] = 3;
    double[] distances = new ContextDistance(values, season(50, usual)).from(usual);
    assertThat(distances[27]).isEqualTo(1);
    assertThat(distances[75]).isEqualTo(2);
  }

  /** A machine that is up to three points late is not far from usual where it is three late. */
  @Test
  void whereEdgesComeLateAnywayTheyMayBeAsLate() {
    double[] usual = new double[4_000];
    double[] values = new double[4_000];
    Arrays.setAll(usual, i -> i % 80 < 25 ? 1 : 0);
    for (int cycle = 0; cycle < values.length; cycle += 80) {
      int late = cycle / 80 % 4;
      Arrays.fill(values, cycle + late, cycle + late + 25, 1);
    }
    Arrays.fill(values, 2_000, 2_025, 0);
    ContextDistance readings = new ContextDistance(values, season(80, usual));
    assertThat(readings.isPunctual()).isTrue();
    double[] distances = readings.from(usual);
    assertThat(IntStream.range(0, values.length).filter(i -> distances[i] > 0).toArray())
        .containsExactly(IntStream.range(2_003, 2_022).toArray());
  }

  @Test
  void onAndOffAreStatesAndNothingElseIs() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> i / 7 % 2);
    assertThat(new ContextDistance(values, season(50, values)).areStates()).isTrue();
    Arrays.setAll(values, i -> i / (double) N);
    assertThat(new ContextDistance(values, season(50, values)).areStates()).isFalse();
  }

  /** Values in steps of a tenth: a step says nothing, of three steps two are left. */
  @Test
  void aReadingIsAsCoarseAsItWasRounded() {
    double[] usual = new double[N];
    double[] values = new double[N];
    Arrays.setAll(values, i -> i % 10 / 10.0);
    Arrays.setAll(usual, i -> values[i]);
    usual[42] -= 0.1;
    usual[63] -= 0.3;
    double[] distances = new ContextDistance(values, season(10, usual)).from(usual);
    assertThat(distances[42]).isCloseTo(0, within(1e-9));
    assertThat(distances[63]).isCloseTo(0.2, within(1e-9));
  }

  /** Of two states a third of the spread and more apart none is rounded. */
  @Test
  void statesAreNotRounded() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> i % 2);
    double[] usual = values.clone();
    usual[10] = 1;
    assertThat(new ContextDistance(values, season(2, usual)).from(usual)[10]).isEqualTo(1);
  }

  @Test
  void theLesserOfTwoDistancesCounts() {
    double[] values = new double[N];
    values[5] = 2;
    double[] expected = new double[N];
    double[] sameTime = new double[N];
    expected[5] = 1.5;
    sameTime[9] = 1;
    ContextDistance readings = new ContextDistance(values, season(7, sameTime));
    double[] distances = readings.orSeasonal(readings.from(expected));
    assertThat(distances[5]).isEqualTo(0.5);
    assertThat(distances[9]).isZero();
  }

  private static PointDeviation.Season season(int points, double[] sameTime) {
    return new PointDeviation.Season(points, sameTime);
  }
}
