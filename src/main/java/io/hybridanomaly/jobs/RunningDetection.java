package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.detection.RemainingTime;
import io.hybridanomaly.series.Samples;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The visitor's detection that waits or runs; at most one at a time. */
public final class RunningDetection {

  /** Hears of it, in the visitor's own thread; nothing comes after {@link #cancel}. */
  public interface Listener {

    /**
     * It waits for a slot.
     *
     * @param position place in the queue, from 1
     * @param seconds that it is expected to wait; empty if that is not known
     */
    void onQueued(int position, OptionalDouble seconds);

    /**
     * It has come further.
     *
     * @param secondsLeft empty if that is not known
     */
    void onProgress(Progress progress, OptionalDouble secondsLeft);

    /**
     * It has found something before its networks have learned; does not always come.
     *
     * @param result which the final one replaces
     */
    void onPreliminary(DetectionResult result);

    /**
     * It is done.
     *
     * @param band of the result
     */
    void onResult(DetectionResult result, ExpectedBand band);

    /**
     * It could not start or failed.
     *
     * @param message one plain sentence
     */
    void onProblem(String message);
  }

  private final DetectionJobs jobs;
  private final Executor visitor;
  private final Listener listener;
  private @Nullable Run current;

  /**
   * @param jobs runs the detections of all visitors
   * @param visitor runs what is told, one thing after the other
   */
  public RunningDetection(DetectionJobs jobs, Executor visitor, Listener listener) {
    this.jobs = jobs;
    this.visitor = visitor;
    this.listener = listener;
  }

  /**
   * Starts a detection in place of any other.
   *
   * @param samples the series
   */
  public void start(Samples samples, DetectionSettings settings) {
    cancel();
    Run run = new Run();
    current = run;
    try {
      run.job = jobs.submit(samples, settings, run);
    } catch (JobRefusedException e) {
      current = null;
      listener.onProblem(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Waits for a detection that was started before, in place of any other.
   *
   * @param id of its job
   * @param samples the series
   * @param kept whether it goes on without the visitor
   * @return what it was started with; empty if there is no such job any more
   */
  public Optional<DetectionSettings> resume(String id, Samples samples, boolean kept) {
    cancel();
    Run run = new Run();
    run.kept = kept;
    Optional<DetectionJob> job = jobs.find(id, samples, run);
    if (job.isPresent()) {
      run.job = job.get();
      current = run;
    }
    return job.map(DetectionJob::settings);
  }

  /** The job of the detection that waits or runs. */
  public Optional<String> job() {
    return Optional.ofNullable(current)
        .flatMap(run -> Optional.ofNullable(run.job))
        .map(DetectionJob::id);
  }

  /** From now on it goes on without the visitor. */
  public void keep() {
    if (current != null) {
      current.kept = true;
    }
  }

  /** The visitor goes. */
  public void leave() {
    Run run = current;
    current = null;
    if (run != null && run.job != null && !run.kept) {
      run.job.leave();
    }
  }

  /** Ends it, if there is one. Whatever it still reports is of no interest any more. */
  public void cancel() {
    Run run = current;
    current = null;
    if (run != null && run.job != null) {
      run.job.cancel();
    }
  }

  private final class Run implements JobListener {

    private final RemainingTime remaining = new RemainingTime(System::nanoTime);
    private @Nullable DetectionJob job;
    private boolean kept;

    /** Counts what a result needs for being shown before the page stands still for it. */
    @Override
    public void onEvent(JobEvent event) {
      if (event instanceof JobEvent.Done done) {
        ExpectedBand band = ExpectedBand.of(done.result().components());
        inPage(
            () -> {
              current = null;
              listener.onResult(done.result(), band);
            });
      } else {
        inPage(() -> apply(event));
      }
    }

    @Override
    public boolean wantsPreliminary() {
      return true;
    }

    private void inPage(Runnable change) {
      visitor.execute(
          () -> {
            if (this.equals(current)) {
              change.run();
            }
          });
    }

    private void apply(JobEvent event) {
      switch (event) {
        case JobEvent.Queued queued -> listener.onQueued(queued.position(), queued.seconds());
        case JobEvent.Running running -> {
          remaining.update(running.progress().done());
          listener.onProgress(running.progress(), remaining.seconds());
        }
        case JobEvent.Preliminary found -> listener.onPreliminary(found.result());
        case JobEvent.Failed failed -> fail(failed.message());
        // The visitor's own cancel does not come here.
        case JobEvent.Cancelled ignored ->
            fail("The server has stopped this detection: press Detect to start it again.");
        case JobEvent.Done ignored -> {}
      }
    }

    private void fail(String message) {
      current = null;
      listener.onProblem(message);
    }
  }
}
