package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detections of all visitors: as many at once as there are slots, the others wait in line. */
public final class DetectionJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DetectionJobs.class);

  private static final long CLOSE_SECONDS = 10;

  private static final JobEvent.Failed FAILED =
      new JobEvent.Failed(
          "The detection failed through no fault of yours. Please try again; if it happens again,"
              + " tell the operator of this server, who finds the cause in its log.");

  private final Detection detection;
  private final int slots;
  private final int maxWaiting;
  private final RunTime runTime;
  private final ExecutorService threads;
  private final Object lock = new Object();
  private final Deque<DetectionJob> waiting = new ArrayDeque<>();
  private final Set<DetectionJob> running = new HashSet<>();
  private final Set<DetectionJob> rehearsals = new HashSet<>();
  private boolean closed;

  /** With a day for each, which is no limit that anybody meets. */
  public DetectionJobs(Detection detection, int slots, int maxWaiting) {
    this(detection, slots, maxWaiting, RunTime.of(Duration.ofDays(1)));
  }

  /**
   * @param detection does the work
   * @param slots detections at once
   * @param maxWaiting detections that may wait
   * @param runTime how long one may run
   */
  public DetectionJobs(Detection detection, int slots, int maxWaiting, RunTime runTime) {
    if (slots < 1 || maxWaiting < 0) {
      throw new IllegalArgumentException("at least one slot and no negative queue expected");
    }
    this.detection = detection;
    this.slots = slots;
    this.maxWaiting = maxWaiting;
    this.runTime = runTime;
    this.threads =
        Executors.newFixedThreadPool(
            slots,
            Thread.ofPlatform()
                .name("detection-", 1)
                .daemon(true)
                .uncaughtExceptionHandler((thread, e) -> LOG.error("A detection broke down", e))
                .factory());
  }

  /**
   * Starts a detection, or puts it in line. Rehearsals give way to it.
   *
   * @param values finite numbers in time order
   * @param listener hears everything that happens, also before this method returns
   * @throws QueueFullException if too many wait already
   */
  public DetectionJob submit(double[] values, DetectionSettings settings, JobListener listener)
      throws QueueFullException {
    DetectionJob job = new DetectionJob(this, values, settings, listener);
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the server is shutting down");
      }
      if (running.size() < slots) {
        start(job);
        return job;
      }
      List<DetectionJob> leaving = running.stream().filter(rehearsals::contains).toList();
      // A slot that is about to be free is no reason to send a visitor away.
      if (waiting.size() >= maxWaiting + leaving.size()) {
        throw new QueueFullException(waiting.size());
      }
      leaving.forEach(DetectionJob::cancel);
      waiting.addLast(job);
      job.tell(new JobEvent.Queued(waiting.size()));
    }
    return job;
  }

  /**
   * Runs a detection whose result nobody waits for, if a slot is free; otherwise there is nothing
   * to rehearse. It ends as soon as a visitor's detection needs its slot.
   */
  public void rehearse(double[] values, DetectionSettings settings, JobListener listener) {
    DetectionJob job = new DetectionJob(this, values, settings, listener);
    synchronized (lock) {
      if (!closed && running.size() < slots) {
        rehearsals.add(job);
        start(job);
      }
    }
  }

  /** Number of detections that run now. */
  public int runningCount() {
    synchronized (lock) {
      return running.size();
    }
  }

  /** Number of detections that wait now. */
  public int waitingCount() {
    synchronized (lock) {
      return waiting.size();
    }
  }

  /** Cancels everything and waits until native code is left: a JVM must not exit inside it. */
  @Override
  public void close() {
    List<DetectionJob> all = new ArrayList<>();
    synchronized (lock) {
      closed = true;
      all.addAll(waiting);
      all.addAll(running);
    }
    all.forEach(DetectionJob::cancel);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A detection did not stop within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void removeIfWaiting(DetectionJob job) {
    boolean removed;
    synchronized (lock) {
      removed = waiting.remove(job);
      if (removed) {
        tellPositions();
      }
    }
    if (removed) {
      job.tell(new JobEvent.Cancelled());
    }
  }

  private void start(DetectionJob job) {
    running.add(job);
    threads.execute(() -> run(job));
  }

  /** Whatever happens to the detection, its slot is free afterwards and the visitor is told. */
  private void run(DetectionJob job) {
    JobEvent end = FAILED;
    try {
      end = detect(job);
    } finally {
      // The slot is free before the visitor hears of the end, so that a new job starts at once.
      try {
        leave(job);
      } finally {
        job.tell(end);
      }
    }
  }

  private void leave(DetectionJob job) {
    synchronized (lock) {
      running.remove(job);
      rehearsals.remove(job);
      DetectionJob next = waiting.pollFirst();
      if (next != null) {
        start(next);
        tellPositions();
      }
    }
  }

  private JobEvent detect(DetectionJob job) {
    RunTime.Watch watch = runTime.start();
    try {
      DetectionResult result =
          detection.detect(
              job.values(),
              job.settings(),
              progress -> job.tell(new JobEvent.Running(progress)),
              () -> job.isCancelled() || watch.isOver());
      LOG.debug("A detection in {} points is done", job.values().length);
      return new JobEvent.Done(result);
    } catch (CancellationException e) {
      return job.isCancelled() ? new JobEvent.Cancelled() : new JobEvent.Failed(runTime.sentence());
    } catch (DetectionException e) {
      if (e.getCause() != null) {
        LOG.error("No detection is possible on this machine", e);
      }
      return new JobEvent.Failed(String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      LOG.error("Out of memory during a detection over {} values", job.values().length, e);
      return new JobEvent.Failed(
          "The series is too long for the memory of this server: choose a shorter stretch of it.");
    } catch (RuntimeException | LinkageError e) {
      LOG.error("A detection failed", e);
      return FAILED;
    }
  }

  private void tellPositions() {
    int position = 1;
    for (DetectionJob job : waiting) {
      job.tell(new JobEvent.Queued(position++));
    }
  }
}
