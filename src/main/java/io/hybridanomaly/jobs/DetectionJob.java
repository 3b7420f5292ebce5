package io.hybridanomaly.jobs;

/** A submitted detection. */
public interface DetectionJob {

  /**
   * Ends the job: a waiting one at once, a running one before its next mini-batch, or within a
   * second if it runs on another machine. Calling it again, or after the end, does nothing.
   */
  void cancel();
}
