package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.detection.CostModel.Stage;
import io.hybridanomaly.lstm.TrainingPlan;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CostModelTest {

  private static final double TINY = 1e-9;

  @Test
  void stagesFollowEachOtherAndEndWithAll() {
    CostModel plan = plan(10_000, 48, 20);
    double before = 0;
    for (Stage stage : Stage.values()) {
      assertThat(plan.start(stage)).isEqualTo(before);
      assertThat(plan.end(stage)).isGreaterThan(before);
      before = plan.end(stage);
    }
    assertThat(before).isCloseTo(1, within(TINY));
  }

  @Test
  void moreEpochsMeanMoreTrainingAndMorePointsMoreScoring() {
    assertThat(share(plan(1_000, 48, 10), Stage.TRAINING))
        .isGreaterThan(share(plan(1_000, 48, 2), Stage.TRAINING));
    assertThat(share(plan(100_000, 48, 20), Stage.RAW_WINDOWS))
        .isGreaterThan(share(plan(1_000, 48, 20), Stage.RAW_WINDOWS));
  }

  @Test
  void originalFormulaIsNearlyAllTraining() {
    CostModel plan = CostModel.ofOriginal(10);
    // Ten epochs of three passes each, and one to score.
    assertThat(share(plan, Stage.TRAINING)).isCloseTo(30 / 31.0, within(0.001));
    assertThat(share(plan, Stage.RAW_WINDOWS)).isZero();
    assertThat(plan.end(Stage.FUSION)).isCloseTo(1, within(TINY));
  }

  private static double share(CostModel plan, Stage stage) {
    return plan.end(stage) - plan.start(stage);
  }

  private static CostModel plan(int points, int window, int epochs) {
    SplittableRandom random = new SplittableRandom(1);
    return CostModel.of(
        points,
        Windows.over(points, window, random),
        Windows.over(points, window / 2, random),
        TrainingPlan.of(points, window, epochs, 1),
        TrainingPlan.of(points, window / 2, epochs, 1));
  }
}
