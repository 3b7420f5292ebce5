package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.Progress;
import org.junit.jupiter.api.Test;

class ProgressPaceTest {

  private long now = Long.MAX_VALUE - 10;
  private final ProgressPace pace = new ProgressPace(() -> now);

  @Test
  void theFirstStepAndOtherWorkAreToldAtOnce() {
    assertThat(pace.isDue(new Progress.Preparing())).isTrue();
    assertThat(pace.isDue(training(0))).isTrue();
    assertThat(pace.isDue(new Progress.Scoring(0.9))).isTrue();
  }

  /** The clock may run over: it counts from any moment. */
  @Test
  void theSameWorkIsToldAfterAWhileOnly() {
    assertThat(pace.isDue(training(0))).isTrue();
    now += ProgressPace.INTERVAL - 1;
    assertThat(pace.isDue(training(1))).isFalse();
    now++;
    assertThat(pace.isDue(training(2))).isTrue();
    assertThat(pace.isDue(training(3))).isFalse();
  }

  private static Progress training(int epoch) {
    return new Progress.Training(1, 2, epoch, 60, 0.5, 0.1);
  }
}
