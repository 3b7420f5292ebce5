package io.hybridanomaly.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.jobs.JobEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class EngineHealthTest {

  private final EngineHealth health = new EngineHealth();

  @Test
  void aMachineWithoutAnEngineIsDown() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    health.onEvent(new JobEvent.Failed("The PyTorch engine could not be loaded."));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails())
        .containsValue("The PyTorch engine could not be loaded.");
  }

  @Test
  void aRehearsalThatGivesWayIsNoFault() {
    health.onEvent(new JobEvent.Cancelled());
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }
}
