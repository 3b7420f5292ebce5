package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;

/** A submitted detection. */
public final class DetectionJob {

  private final DetectionJobs jobs;
  private final double[] values;
  private final DetectionSettings settings;
  private final JobListener listener;
  private volatile boolean cancelled;

  DetectionJob(
      DetectionJobs jobs, double[] values, DetectionSettings settings, JobListener listener) {
    this.jobs = jobs;
    this.values = values;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Ends the job: a waiting one at once, a running one before its next mini-batch. Calling it
   * again, or after the end, does nothing.
   */
  public void cancel() {
    cancelled = true;
    jobs.removeIfWaiting(this);
  }

  boolean isCancelled() {
    return cancelled;
  }

  double[] values() {
    return values;
  }

  DetectionSettings settings() {
    return settings;
  }

  void tell(JobEvent event) {
    listener.onEvent(event);
  }
}
