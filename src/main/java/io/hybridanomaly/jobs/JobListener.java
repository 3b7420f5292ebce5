package io.hybridanomaly.jobs;

/** Hears what happens to a job, on whatever thread it happens; must return quickly. */
@FunctionalInterface
public interface JobListener {
  void onEvent(JobEvent event);

  /** Whether {@link JobEvent.Preliminary} is of interest; unless overridden, it does not come. */
  default boolean wantsPreliminary() {
    return false;
  }
}
