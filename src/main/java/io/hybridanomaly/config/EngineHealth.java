package io.hybridanomaly.config;

import io.hybridanomaly.jobs.JobEvent;
import io.hybridanomaly.jobs.JobListener;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether this machine can detect at all, as its rehearsal at the start has shown. A visitor's
 * detection may end the rehearsal before its end: then it is a detection that shows it.
 */
final class EngineHealth implements HealthIndicator, JobListener {

  private volatile Health health = Health.unknown().withDetail("engine", "not tried yet").build();

  @Override
  public void onEvent(JobEvent event) {
    switch (event) {
      case JobEvent.Done ignored -> health = Health.up().build();
      case JobEvent.Cancelled ignored -> health = Health.up().build();
      case JobEvent.Failed failed ->
          health = Health.down().withDetail("engine", failed.message()).build();
      case JobEvent.Queued ignored -> {}
      case JobEvent.Running ignored -> {}
    }
  }

  @Override
  public Health health() {
    return health;
  }
}
