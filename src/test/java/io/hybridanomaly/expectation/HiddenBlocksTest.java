package io.hybridanomaly.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenBlocksTest {

  private static final int N = 400;
  private static final int CYCLE = 20;
  private static final Predictor SEASON =
      new Predictor.Season(new Predictor.Shape(CYCLE, 0, false, Predictor.ALL), Predictor.ALL);
  private static final Predictor MEDIAN = new Predictor.Level(Predictor.ALL);

  private static double[] weights(double[] values, List<Predictor> predictors) {
    return new HiddenBlocks(values, new boolean[N]).weights(predictors, true, CYCLE);
  }

  /** Whole numbers that repeat without noise: their season is said without any error. */
  private static double[] exact() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> i % CYCLE < 5 ? 8 : 2);
    return values;
  }

  @Test
  void whoMakesNoErrorIsHeardAlone() {
    assertThat(weights(exact(), List.of(MEDIAN, SEASON))).containsExactly(0, 1);
    assertThat(weights(exact(), List.of(SEASON, MEDIAN))).containsExactly(1, 0);
  }

  @Test
  void ofSeveralWithoutAnErrorEachIsHeardAlike() {
    assertThat(weights(exact(), List.of(SEASON, MEDIAN, SEASON))).containsExactly(0.5, 0, 0.5);
    assertThat(weights(new double[N], List.of(MEDIAN, SEASON))).containsExactly(0.5, 0.5);
  }

  @Test
  void ofPredictorsThatAreAlikeNoneIsPreferred() {
    double[] values = exact();
    for (int i = 0; i < N; i++) {
      values[i] += Math.sin(i * i);
    }
    double[] weights = weights(values, List.of(SEASON, MEDIAN, SEASON));
    assertThat(weights[0]).isEqualTo(weights[2]).isCloseTo(0.5, within(1e-12));
    assertThat(weights[1]).isZero();
  }

  /** Who has no say is not asked, and leaves no trace. */
  @Test
  void everyPointIsSaidByThoseWhoAreHeard() {
    double[] values = exact();
    HiddenBlocks blocks = new HiddenBlocks(values, new boolean[N]);
    List<Predictor> predictors = List.of(MEDIAN, SEASON);
    assertThat(blocks.predicted(predictors, new double[] {0, 1}, CYCLE)).isEqualTo(values);
    double[] median = new double[N];
    Arrays.fill(median, 2);
    assertThat(blocks.predicted(predictors, new double[] {1, 0}, CYCLE)).isEqualTo(median);
  }
}
