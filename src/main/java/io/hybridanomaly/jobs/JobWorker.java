package io.hybridanomaly.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.PreliminaryListener;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.detection.RemainingTime;
import io.hybridanomaly.detection.StageClock;
import io.hybridanomaly.jobs.JobTable.Work;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs jobs on this node, each once its lock is held. */
final class JobWorker {

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

  /** Key of the job's number in each structured log line. */
  private static final String JOB = "job";

  /** A job that ends its node each time would go from node to node for ever. */
  private static final int MOST_ATTEMPTS = 3;

  /** A preliminary result that the final one follows sooner would only flash up. */
  private static final double WORTH_SECONDS = 1.5;

  /** Longer series leave no memory for a second result beside the detection. */
  private static final int MOST_PRELIMINARY = 250_000;

  private static final JobEvent.Failed FAILED =
      new JobEvent.Failed(
          "The detection failed through no fault of yours. Please try again; if it happens again,"
              + " tell the operator of this server, who finds the cause in its log.");

  private static final JobEvent.Failed DEADLY =
      new JobEvent.Failed(
          "The server broke down each time it tried this detection: choose a shorter stretch of the"
              + " series, or other settings.");

  private final Detection detection;
  private final JobTable table;
  private final RunTime runTime;
  private final MemoryBudget memory;
  private final JobWatches watches;
  private final Map<String, Run> running = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /** A job that runs here. */
  static final class Run implements ProgressListener, PreliminaryListener {
    private volatile boolean cancelled;
    private volatile @Nullable Progress latest;
    private @Nullable Progress stored;
    private final StageClock clock = new StageClock(this);
    private final String id;
    private final int points;
    private final JobWatches watches;
    private final RemainingTime remaining = new RemainingTime(System::nanoTime);
    private final ProgressPace pace = new ProgressPace(System::nanoTime);
    private double secondsLeft;

    /** Found, but not told yet. */
    private @Nullable DetectionResult held;

    /**
     * @param watches hear of the progress
     */
    Run(String id, int points, JobWatches watches) {
      this.id = id;
      this.points = points;
      this.watches = watches;
    }

    @Override
    public void onProgress(Progress progress) {
      latest = progress;
      if (pace.isDue(progress)) {
        watches.tell(id, new JobEvent.Running(progress));
      }
      remaining.update(progress.done());
      remaining.seconds().ifPresent(this::tellIfWorth);
    }

    @Override
    public PreliminaryListener preliminary() {
      return this;
    }

    @Override
    public boolean wants(double left) {
      secondsLeft = left;
      return points <= MOST_PRELIMINARY && watches.wantPreliminary(id);
    }

    @Override
    public void onPreliminary(DetectionResult result) {
      held = result;
      tellIfWorth(secondsLeft);
    }

    /** The first estimate may be too low; while the networks learn there are better ones. */
    private void tellIfWorth(double left) {
      DetectionResult found = held;
      if (found != null && left >= WORTH_SECONDS && !cancelled) {
        held = null;
        watches.tell(id, new JobEvent.Preliminary(found));
      }
    }

    /** Ends it before its next mini-batch. */
    void cancel() {
      cancelled = true;
    }

    /** What has happened since it was asked last. */
    Optional<Progress> news() {
      Progress now = latest;
      if (now == null || now.equals(stored)) {
        return Optional.empty();
      }
      stored = now;
      return Optional.of(now);
    }
  }

  /** The node ends; the job begins again elsewhere. */
  private static final class NodeEndsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeEndsException() {
      super("this node is about to end");
    }
  }

  /**
   * @param memory that all have together
   * @param watches hear what happens to each job that runs here
   */
  JobWorker(
      Detection detection,
      JobTable table,
      RunTime runTime,
      MemoryBudget memory,
      JobWatches watches) {
    this.detection = detection;
    this.table = table;
    this.runTime = runTime;
    this.memory = memory;
    this.watches = watches;
  }

  /** The jobs that run here. */
  Map<String, Run> running() {
    return running;
  }

  /** Ends what runs here; it is put back into the queue. */
  void close() {
    closing = true;
    running.values().forEach(Run::cancel);
  }

  /** Runs a job to its end. */
  void run(Execution lock) {
    Optional<Work> work = table.take(lock);
    if (work.isEmpty()) {
      return;
    }
    String id = lock.getId();
    Run run = new Run(id, work.get().samples().size(), watches);
    running.put(id, run);
    // Log lines of this thread say which job they are about.
    MDC.put(JOB, id);
    try {
      JobEvent end = work.get().attempts() > MOST_ATTEMPTS ? DEADLY : fit(id, work.get(), run);
      if (closing && end instanceof JobEvent.Cancelled) {
        table.putBack(lock);
        throw new NodeEndsException();
      }
      Optional<JobState> published = publish(lock, end, run);
      if (published.isPresent()) {
        running.remove(id);
        boolean tooLate = published.get() == JobState.CANCELLED;
        watches.tell(id, tooLate ? new JobEvent.Cancelled() : end);
      } else {
        LOG.warn("Job {} was taken over by another node meanwhile: its result is not kept", id);
      }
    } finally {
      MDC.remove(JOB);
      running.remove(id);
    }
  }

  private Optional<JobState> publish(Execution lock, JobEvent end, Run run) {
    return switch (end) {
      case JobEvent.Done done ->
          table.finish(
              lock,
              JobState.DONE,
              null,
              StoredResult.encode(done.result()),
              JobText.of(run.clock.seconds()));
      case JobEvent.Failed failed ->
          table.finish(lock, JobState.FAILED, failed.message(), null, null);
      case JobEvent.Cancelled ignored -> table.finish(lock, JobState.CANCELLED, null, null, null);
      case JobEvent.Queued ignored -> Optional.empty();
      case JobEvent.Running ignored -> Optional.empty();
      case JobEvent.Preliminary ignored -> Optional.empty();
    };
  }

  /** Begins when there is memory for it. */
  private JobEvent fit(String id, Work work, Run run) {
    int points = work.samples().steps();
    if (!memory.holds(points)) {
      return new JobEvent.Failed(memory.sentence(points));
    }
    if (!memory.take(points, () -> run.cancelled)) {
      return new JobEvent.Cancelled();
    }
    try {
      return detect(id, work, run);
    } finally {
      memory.give(points);
    }
  }

  private JobEvent detect(String id, Work work, Run run) {
    RunTime.Watch watch = runTime.start();
    if (work.cancelled()) {
      return new JobEvent.Cancelled();
    }
    try {
      run.clock.begin("preparation");
      DetectionResult result =
          detection.detect(
              work.samples(), work.settings(), run.clock, () -> run.cancelled || watch.isOver());
      run.clock.begin("");
      LOG.debug("Job {}, a detection in {} points, is done", id, work.samples().size());
      return new JobEvent.Done(result);
    } catch (CancellationException e) {
      return run.cancelled ? new JobEvent.Cancelled() : new JobEvent.Failed(runTime.sentence());
    } catch (DetectionException e) {
      if (e.getCause() != null) {
        LOG.error("No detection is possible on this machine", e);
      }
      return new JobEvent.Failed(String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      LOG.error("Out of memory during a detection over {} values", work.samples().size(), e);
      return new JobEvent.Failed(
          "The series is too long for the memory of this server: choose a shorter stretch of it.");
    } catch (RuntimeException | LinkageError | VirtualMachineError | AssertionError e) {
      LOG.error("Job {}, a detection, failed", id, e);
      return FAILED;
    }
  }
}
