package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.evaluation.SelfTestPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A self-test of one visitor. Its copies are judged one after the other, each as a detection of its
 * own that waits in line like any other, so that a self-test takes one slot at most and lets others
 * in between.
 */
public final class SelfTestJob {

  private final DetectionJobs jobs;
  private final SelfTestPlan plan;
  private final SelfTestListener listener;
  private final List<DetectionResult> results = new ArrayList<>();
  private @Nullable DetectionJob running;
  private int runningCopy;
  private boolean cancelled;

  private SelfTestJob(DetectionJobs jobs, SelfTestPlan plan, SelfTestListener listener) {
    this.jobs = jobs;
    this.plan = plan;
    this.listener = listener;
  }

  /**
   * Starts a self-test.
   *
   * @param plan with at least one copy
   * @throws JobRefusedException if too many detections wait already
   */
  public static SelfTestJob start(DetectionJobs jobs, SelfTestPlan plan, SelfTestListener listener)
      throws JobRefusedException {
    SelfTestJob job = new SelfTestJob(jobs, plan, listener);
    job.submit(0);
    return job;
  }

  /** Ends the test; calling it again, or after the end, does nothing. */
  public void cancel() {
    DetectionJob current;
    synchronized (this) {
      cancelled = true;
      current = running;
    }
    if (current != null) {
      current.cancel();
    }
  }

  private void submit(int copy) throws JobRefusedException {
    DetectionJob job =
        jobs.submit(plan.samples(copy), plan.settings(), event -> onEvent(copy, event));
    boolean stop;
    synchronized (this) {
      // A copy may end, and the next one begin, before its submission returns.
      if (copy >= runningCopy) {
        running = job;
        runningCopy = copy;
      }
      stop = cancelled;
    }
    if (stop) {
      job.cancel();
    }
  }

  private void onEvent(int copy, JobEvent event) {
    switch (event) {
      case JobEvent.Queued queued -> listener.onQueued(copy, queued.position());
      case JobEvent.Running step -> listener.onProgress(copy, step.progress());
      case JobEvent.Preliminary ignored -> {}
      case JobEvent.Done done -> next(copy, done.result());
      case JobEvent.Cancelled ignored -> listener.onCancelled();
      case JobEvent.Failed failed -> listener.onFailed(failed.message());
    }
  }

  /** Copies end one after the other, so only one thread at a time comes here. */
  private void next(int copy, DetectionResult result) {
    boolean stop;
    synchronized (this) {
      results.add(result);
      stop = cancelled;
    }
    if (stop) {
      listener.onCancelled();
    } else if (copy + 1 == plan.copies().size()) {
      listener.onDone(List.copyOf(results));
    } else {
      try {
        submit(copy + 1);
      } catch (JobRefusedException e) {
        listener.onFailed(String.valueOf(e.getMessage()));
      }
    }
  }
}
