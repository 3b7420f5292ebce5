package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Stability;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a detection with other random choices, one repetition after the other, each waiting in
 * line like any detection, and counts for each anomaly how often it is found again.
 */
public final class StabilityCheck {

  /** Repetitions. */
  public static final int TRAININGS = 5;

  /** Hears how far a check is, in the visitor's own thread. */
  public interface Listener {

    /**
     * The next repetition waits for its turn.
     *
     * @param position place in the queue, from 1
     */
    void onWaiting(int position);

    /** A repetition begins, or some are done; with {@link #TRAININGS} of them the check is. */
    void onCounted(Stability stability);

    /**
     * The check ended without a result.
     *
     * @param message one plain sentence
     */
    void onProblem(String message);
  }

  private final DetectionJobs jobs;
  private final Executor visitor;
  private final Listener listener;
  private @Nullable Run running;

  /**
   * @param jobs runs the detections of all visitors
   * @param visitor runs what is told, one thing after the other
   */
  public StabilityCheck(DetectionJobs jobs, Executor visitor, Listener listener) {
    this.jobs = jobs;
    this.visitor = visitor;
    this.listener = listener;
  }

  /** Starts a check in place of any other. */
  public void start(DetectionResult result) {
    cancel();
    Run run = new Run(result);
    running = run;
    run.next();
  }

  /** Ends the check, if one runs. */
  public void cancel() {
    Run run = running;
    running = null;
    if (run != null && run.job != null) {
      run.job.cancel();
    }
  }

  private final class Run {

    private final DetectionResult result;
    private Stability stability;
    private @Nullable DetectionJob job;
    private boolean waiting;

    Run(DetectionResult result) {
      this.result = result;
      stability = Stability.none(result);
    }

    void next() {
      try {
        job =
            jobs.submit(
                result.components().samples(),
                Stability.repetition(result.settings(), result, stability.trainings()),
                event -> visitor.execute(() -> apply(event)));
      } catch (JobRefusedException e) {
        end(String.valueOf(e.getMessage()));
      }
    }

    private void apply(JobEvent event) {
      if (!this.equals(running)) {
        return;
      }
      switch (event) {
        case JobEvent.Queued queued -> {
          waiting = true;
          listener.onWaiting(queued.position());
        }
        case JobEvent.Running ignored -> {
          if (waiting) {
            waiting = false;
            listener.onCounted(stability);
          }
        }
        case JobEvent.Preliminary ignored -> {}
        case JobEvent.Done done -> {
          stability = stability.with(result, done.result());
          boolean more = stability.trainings() < TRAININGS;
          if (!more) {
            running = null;
          }
          // Told first: if the next repetition is refused, nothing is to follow the problem.
          listener.onCounted(stability);
          if (more) {
            next();
          }
        }
        // The visitor's own cancel does not come here.
        case JobEvent.Cancelled ignored ->
            end("The server has stopped this check: press the button to start it again.");
        case JobEvent.Failed failed -> end(failed.message());
      }
    }

    private void end(String message) {
      running = null;
      listener.onProblem(message);
    }
  }
}
