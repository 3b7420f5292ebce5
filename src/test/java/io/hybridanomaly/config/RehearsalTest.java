package io.hybridanomaly.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.jobs.Detection;
import io.hybridanomaly.series.Samples;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class RehearsalTest {

  private static Health after(Detection detection, boolean busy) {
    Rehearsal rehearsal = new Rehearsal(detection, true, () -> busy);
    assertThat(rehearsal.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    rehearsal.rehearse(Samples.even(new double[] {1, 2}), DetectionSettings.defaults());
    return rehearsal.health();
  }

  @Test
  void aMachineWithoutAnEngineIsDown() {
    Health health =
        after(
            (values, settings, progress, cancellation) -> {
              throw new DetectionException("The PyTorch engine could not be loaded.");
            },
            false);
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails()).containsValue("The PyTorch engine could not be loaded.");
  }

  @Test
  void aNodeThatOnlyServesPagesNeedsNoEngine() {
    Detection none =
        (values, settings, progress, cancellation) -> {
          throw new AssertionError("it is not tried");
        };
    assertThat(new Rehearsal(none, false, () -> false).health().getStatus())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aRehearsalThatGivesWayIsNoFault() {
    Health health =
        after(
            (values, settings, progress, cancellation) -> {
              assertThat(cancellation.isCancelled()).isTrue();
              throw new CancellationException();
            },
            true);
    assertThat(health.getStatus()).isEqualTo(Status.UP);
  }
}
