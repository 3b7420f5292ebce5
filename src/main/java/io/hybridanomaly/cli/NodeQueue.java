package io.hybridanomaly.cli;

import io.hybridanomaly.config.SharedStore;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.jobs.Detection;
import io.hybridanomaly.jobs.DetectionJob;
import io.hybridanomaly.jobs.JobEvent;
import io.hybridanomaly.jobs.JobOptions;
import io.hybridanomaly.jobs.JobRefusedException;
import io.hybridanomaly.jobs.RunTime;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.series.Samples;
import java.io.PrintStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Detections on the nodes that share a database: each is put into their queue, and waited for. Only
 * a few wait at a time, so that visitors of the page find room. If no node works there, this
 * process does.
 */
final class NodeQueue implements Detection, AutoCloseable {

  /** Series that are under way at the same time: as many as several nodes can take. */
  static final int AT_ONCE = 32;

  /** Series of which no node has taken one yet. */
  private static final int WAITING = 4;

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** A node that lives has taken a job or told how far it is, or works on another, before. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final long LOOK_MILLIS = 200;

  private final SharedStore store;
  private final StoredJobs jobs;
  private final String visitor = "detect-" + UUID.randomUUID();
  private final Semaphore waiting = new Semaphore(WAITING);
  private final PrintStream err;
  private volatile long lastNews = System.nanoTime();
  private @Nullable StoredJobs ownWork;

  private NodeQueue(SharedStore store, PrintStream err) {
    this.store = store;
    this.err = err;
    jobs = new StoredJobs(store.database(), Detectors::detect, options(0));
  }

  /**
   * Opens the queue.
   *
   * @param err hears if no node works
   * @throws UsageException if the database cannot be reached
   */
  static NodeQueue open(PrintStream err) throws UsageException {
    try {
      return new NodeQueue(SharedStore.open(), err);
    } catch (SharedStore.UnreachableException e) {
      throw new UsageException("--nodes: " + e.getMessage(), e);
    }
  }

  private JobOptions options(int slots) {
    return new JobOptions(
        "detect-" + UUID.randomUUID(),
        slots,
        Integer.MAX_VALUE / 2,
        AT_ONCE,
        Long.MAX_VALUE,
        RunTime.of(Duration.ofDays(1)),
        HEARTBEAT,
        Duration.ofHours(1),
        store.keep());
  }

  @Override
  public DetectionResult detect(
      Samples samples,
      DetectionSettings settings,
      ProgressListener progress,
      Cancellation cancellation)
      throws DetectionException {
    while (!tryWait()) {
      stopIfCancelled(cancellation);
      workIfNobodyDoes();
    }
    BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
    boolean queued = true;
    DetectionJob job = submit(samples, settings, events);
    try {
      while (true) {
        stopIfCancelled(cancellation);
        JobEvent event = next(events);
        if (event != null) {
          lastNews = System.nanoTime();
        }
        if (queued && event != null && !(event instanceof JobEvent.Queued)) {
          queued = false;
          waiting.release();
        }
        switch (event) {
          case null -> workIfNobodyDoes();
          case JobEvent.Queued ignored -> {}
          case JobEvent.Running running -> progress.onProgress(running.progress());
          case JobEvent.Preliminary ignored -> {}
          case JobEvent.Done done -> {
            return done.result();
          }
          case JobEvent.Failed failed -> throw new DetectionException(failed.message());
          case JobEvent.Cancelled ignored -> throw new CancellationException();
        }
      }
    } finally {
      if (queued) {
        waiting.release();
      }
      // Ends it if it has not ended; what it has brought is here, and nobody else asks for it.
      job.cancel();
      jobs.unattended(visitor).end(job.id());
    }
  }

  private DetectionJob submit(
      Samples samples, DetectionSettings settings, BlockingQueue<JobEvent> events)
      throws DetectionException {
    try {
      return jobs.of(visitor).submit(samples, settings, events::add);
    } catch (JobRefusedException e) {
      // The queue has no limits: what is left is a database that is away.
      throw new DetectionException(String.valueOf(e.getMessage()));
    }
  }

  private boolean tryWait() {
    try {
      return waiting.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static @Nullable JobEvent next(BlockingQueue<JobEvent> events) {
    try {
      return events.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException();
  }

  private static void stopIfCancelled(Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      throw new CancellationException();
    }
  }

  /** Whoever calls --nodes wants results; without nodes they come from here, only later. */
  private synchronized void workIfNobodyDoes() {
    boolean patient = System.nanoTime() - lastNews < PATIENCE.toNanos();
    if (patient || ownWork != null || jobs.hasWorkers()) {
      return;
    }
    CommandLineTool.complain(
        err,
        "--nodes: no node works on the queue in %s; this process does the work itself."
            .formatted(store.address()));
    ownWork =
        new StoredJobs(
            store.database(),
            Detectors::detect,
            options(Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public synchronized void close() {
    if (ownWork != null) {
      ownWork.close();
    }
    jobs.close();
    store.close();
  }
}
