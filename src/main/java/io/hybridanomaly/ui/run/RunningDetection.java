package io.hybridanomaly.ui.run;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.RemainingTime;
import io.hybridanomaly.jobs.DetectionJob;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.jobs.JobEvent;
import io.hybridanomaly.jobs.QueueFullException;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.base.UiThread;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The visitor's detection that waits or runs; at most one at a time. */
public final class RunningDetection {

  /** Hears of it, with the page's lock held; nothing comes after {@link #cancel}. */
  public interface Listener {

    /** It has come further. */
    void onProgress(RunProgress progress);

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
  private final UiThread uiThread;
  private final Listener listener;
  private @Nullable Run current;

  /**
   * @param jobs runs the detections of all visitors
   * @param uiThread the way back to the page
   */
  public RunningDetection(DetectionJobs jobs, UiThread uiThread, Listener listener) {
    this.jobs = jobs;
    this.uiThread = uiThread;
    this.listener = listener;
  }

  /**
   * Starts a detection in place of any other.
   *
   * @param values the series
   */
  public void start(double[] values, DetectionSettings settings) {
    cancel();
    Run run = new Run();
    current = run;
    try {
      run.job = jobs.submit(values, settings, run::hear);
    } catch (QueueFullException e) {
      current = null;
      listener.onProblem(String.valueOf(e.getMessage()));
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

  private final class Run {

    private final RemainingTime remaining = new RemainingTime(System::nanoTime);
    private @Nullable DetectionJob job;

    /** Counts what a result needs for being shown before the page stands still for it. */
    void hear(JobEvent event) {
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

    private void inPage(Runnable change) {
      uiThread.run(
          () -> {
            if (this.equals(current)) {
              change.run();
            }
          });
    }

    private void apply(JobEvent event) {
      switch (event) {
        case JobEvent.Queued queued -> listener.onProgress(RunProgress.queued(queued.position()));
        case JobEvent.Running running -> {
          remaining.update(running.progress().done());
          OptionalDouble seconds = remaining.seconds();
          String left =
              seconds.isPresent() ? Texts.duration(seconds.getAsDouble()) + " left" : "";
          listener.onProgress(RunProgress.of(running.progress(), left));
        }
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
