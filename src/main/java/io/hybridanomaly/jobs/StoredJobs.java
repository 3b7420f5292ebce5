package io.hybridanomaly.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.jobs.JobTable.Input;
import io.hybridanomaly.jobs.JobTable.Row;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;

/**
 * The detections of all visitors on any number of nodes that share a database. db-scheduler starts
 * each on one of them, and again elsewhere if that one dies; what is kept of a job is a row of the
 * {@link JobTable}. Those who wait in this process hear of a job that runs here at once, and of one
 * that runs elsewhere from its row.
 */
public final class StoredJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StoredJobs.class);

  private static final long LOOK_MILLIS = 200;
  private static final int LOOKS_PER_SWEEP = 20;
  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(5);

  /** A series of this length counts as one step behind a short one. */
  private static final int LONG_POINTS = 20_000;

  private final JobOptions options;
  private final JobTable table;
  private final JobWorker worker;
  private final MemoryBudget memory;
  private final OneTimeTask<Void> task;
  private final SchedulerClient client;
  private final @Nullable Scheduler scheduler;
  private final JobWatches watches = new JobWatches();
  private final Object submission = new Object();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("job-watch").daemon(true).factory());
  private volatile boolean closing;
  private int count;

  /**
   * @param detection does the work
   */
  public StoredJobs(Database database, Detection detection, JobOptions options) {
    this.options = options;
    table = new JobTable(database);
    memory = new MemoryBudget(options.memory());
    worker = new JobWorker(detection, table, options.runTime(), memory, watches);
    task = DetectionTask.of((instance, context) -> worker.run(context.getExecution()));
    if (options.slots() == 0) {
      scheduler = null;
      client = SchedulerClient.Builder.create(database.source(), task).enablePriority().build();
    } else {
      Scheduler started = DetectionTask.scheduler(database, task, options);
      scheduler = started;
      client = started;
      started.start();
    }
    Future<?> ignored =
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * The detections of one visitor.
   *
   * @param visitor tells visitors apart; at most 64 characters
   */
  public DetectionJobs of(String visitor) {
    return new DetectionJobs() {
      @Override
      public DetectionJob submit(Samples samples, DetectionSettings settings, JobListener listener)
          throws JobRefusedException {
        return StoredJobs.this.submit(visitor, samples, settings, listener);
      }

      @Override
      public Optional<DetectionJob> find(String id, Samples samples, JobListener listener) {
        return StoredJobs.this.find(id, samples, listener);
      }
    };
  }

  /**
   * The detections of one who does not wait in this process, such as a program.
   *
   * @param visitor as for {@link #of}
   */
  public UnattendedJobs unattended(String visitor) {
    return new UnattendedJobs(
        table,
        new UnattendedJobs.Queue() {
          @Override
          public String submit(
              Samples samples, DetectionSettings settings, Consumer<String> whenStored)
              throws JobRefusedException {
            String id = UUID.randomUUID().toString();
            StoredJobs.this.submit(id, visitor, samples, settings, () -> whenStored.accept(id));
            return id;
          }

          @Override
          public void cancel(String id) {
            StoredJobs.this.cancel(id);
          }
        });
  }

  /**
   * Ends and deletes all jobs of a visitor, with their series, results and links. What still runs
   * is deleted with the next sweep.
   */
  public void deleteAll(String visitor) {
    table.open().idsOf(visitor).forEach(this::cancel);
    table.ended().deleteOf(visitor);
  }

  /** A job, and one who waits for it. */
  private record Waiting(StoredJobs jobs, String id, DetectionSettings settings, JobWatch watch)
      implements DetectionJob {

    @Override
    public void cancel() {
      jobs.cancel(id);
    }

    @Override
    public void leave() {
      jobs.watches.remove(id, watch);
      if (!jobs.closing && jobs.watches.of(id).isEmpty()) {
        jobs.cancel(id);
      }
    }
  }

  /** Whether a detection runs on this node. */
  public boolean isBusy() {
    return !worker.running().isEmpty();
  }

  /** Whether a node that lives works on a detection. */
  public boolean hasWorkers() {
    return table.someoneWorks(
        table.now().minus(options.heartbeat().multipliedBy(DetectionTask.MISSED_HEARTBEATS)));
  }

  /** Number of detections that run now, on all nodes. */
  public int runningCount() {
    return table.open().line().running().size();
  }

  /** Number of detections that wait now. */
  public int waitingCount() {
    return table.open().line().queue().size();
  }

  private DetectionJob submit(
      String visitor, Samples samples, DetectionSettings settings, JobListener listener)
      throws JobRefusedException {
    String id = UUID.randomUUID().toString();
    JobWatch watch = new JobWatch(samples, settings, listener);
    try {
      submit(
          id,
          visitor,
          samples,
          settings,
          () -> {
            watches.add(id, watch);
            tellFirstPlace(id, watch);
          });
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The database does not answer: {}", String.valueOf(e.getMessage()));
      watches.remove(id, watch);
      throw JobRefusedException.ofDatabase(e);
    }
    return new Waiting(this, id, settings, watch);
  }

  /**
   * @param stored runs when the job is in the table, before it can start
   */
  private void submit(
      String id, String visitor, Samples samples, DetectionSettings settings, Runnable stored)
      throws JobRefusedException {
    // A node that only submits leaves that to the one that works, which may have more.
    if (options.slots() > 0 && !memory.holds(samples.steps())) {
      throw JobRefusedException.ofMemory(memory.sentence(samples.steps()));
    }
    Input input = Input.of(samples);
    int priority;
    synchronized (submission) {
      int own = table.open().countOf(visitor);
      if (own >= options.perVisitor()) {
        throw JobRefusedException.ofVisitor(own);
      }
      JobLine line = table.open().line();
      if (line.queue().size() >= options.maxWaiting() + line.free(options.slots())) {
        throw JobRefusedException.ofServer(line.behind(options.slots()).size());
      }
      // One's first detection comes before another's second one, a short one before a long one.
      priority = -2 * own - (samples.size() > LONG_POINTS ? 1 : 0);
      insert(id, visitor, input, settings, priority);
      stored.run();
    }
    schedule(id, priority);
  }

  /** The job is stored by then: it runs, whether or not its place can be told. */
  private void tellFirstPlace(String id, JobWatch watch) {
    try {
      tellPlace(id, watch);
    } catch (DataAccessException e) {
      LOG.warn("The place of job {} is not known: {}", id, String.valueOf(e.getMessage()));
    }
  }

  private Optional<DetectionJob> find(String id, Samples samples, JobListener listener) {
    return table
        .settings(id)
        .map(
            settings -> {
              JobWatch watch = new JobWatch(samples, settings, listener);
              tellPlace(id, watch);
              watches.add(id, watch);
              return new Waiting(this, id, settings, watch);
            });
  }

  private void tellPlace(String id, JobWatch watch) {
    JobLine line = table.open().line();
    int place = line.behind(options.slots()).indexOf(id) + 1;
    if (place > 0) {
      watch.tell(queued(id, place, line));
    }
  }

  private JobEvent.Queued queued(String id, int place, JobLine line) {
    return new JobEvent.Queued(
        place, ExpectedWait.seconds(id, line, options.slots(), table.recent()));
  }

  private void insert(
      String id, String visitor, Input input, DetectionSettings settings, int priority) {
    try {
      table.insert(id, visitor, input, settings, priority);
    } catch (DuplicateKeyException e) {
      // Another node has stored the same series just now.
      table.insert(id, visitor, input, settings, priority);
    }
  }

  /**
   * Tells the nodes of a job. The table is what counts: where this fails, a sweep does it again.
   */
  private void schedule(String id, int priority) {
    try {
      client.scheduleIfNotExists(
          task.instanceBuilder(id).priority(priority).scheduledTo(table.now()));
    } catch (RuntimeException e) {
      // Of the database, in the words of Spring or of db-scheduler, which shows no type of its own.
      LOG.warn("Job {} starts later", id, e);
    }
  }

  private void cancel(String id) {
    JobWorker.Run run = worker.running().get(id);
    if (run != null) {
      run.cancel();
    }
    if (table.cancel(id)) {
      try {
        client.cancel(task.instance(id));
      } catch (TaskInstanceException e) {
        // A node has just found it: it sees in the table that there is nothing to do.
        LOG.debug("Job {} was about to start", id);
      }
      watches.tell(id, new JobEvent.Cancelled());
    }
  }

  /** Looks what became of jobs: tells what happens here, hears what happens elsewhere. */
  private void look() {
    try {
      count++;
      storeProgress();
      lookAtTable();
      if (count % LOOKS_PER_SWEEP == 0) {
        Instant now = table.now();
        table.open().forgotten(now.minus(FORGOTTEN_AFTER)).forEach(this::schedule);
        table.ended().deleteBefore(now.minus(options.keep()), now.minus(options.keepSent()));
      }
    } catch (DataAccessException e) {
      if (closing) {
        // The database of a file ends with its process, at the same moment.
        return;
      }
      LOG.warn("The database does not answer: {}", String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      // What is thrown on would end all looks that are to come, without a word.
      LOG.error("Jobs could not be looked after", e);
    }
  }

  private void storeProgress() {
    worker
        .running()
        .forEach((id, run) -> run.news().ifPresent(now -> table.tell(id, JobText.of(now))));
  }

  private void lookAtTable() {
    Set<String> here = Set.copyOf(worker.running().keySet());
    if (here.isEmpty() && watches.isEmpty()) {
      return;
    }
    for (Row row : here.isEmpty() ? List.<Row>of() : table.rows(here)) {
      JobWorker.Run run = worker.running().get(row.id());
      if (row.cancelled() && run != null) {
        run.cancel();
      }
    }
    List<String> waitedFor = watches.jobs().stream().filter(id -> !here.contains(id)).toList();
    if (waitedFor.isEmpty()) {
      return;
    }
    JobLine line = table.open().line();
    List<String> waiting = line.behind(options.slots());
    Set<String> gone = new HashSet<>(waitedFor);
    for (Row row : table.rows(waitedFor)) {
      gone.remove(row.id());
      for (JobWatch watch : watches.of(row.id())) {
        if (hasEnded(row, watch, waiting, line)) {
          watches.remove(row.id(), watch);
        }
      }
    }
    // Another node has deleted them.
    gone.forEach(id -> watches.tell(id, new JobEvent.Cancelled()));
  }

  /** Looks at one job for one who waits; what goes wrong with that must not keep others waiting. */
  private boolean hasEnded(Row row, JobWatch watch, List<String> waiting, JobLine line) {
    try {
      return watch.look(row, waiting, place -> queued(row.id(), place, line), table::result);
    } catch (DataAccessException e) {
      LOG.warn("The database does not answer: {}", String.valueOf(e.getMessage()));
      return false;
    } catch (RuntimeException | Error e) {
      LOG.error("What became of job {} could not be told", row.id(), e);
      return row.state().isEnd();
    }
  }

  /** The process is about to end: visitors that go from now on did not want to. */
  public void prepareClose() {
    closing = true;
  }

  /** Puts what runs here back into the queue and waits until native code is left. */
  @Override
  public void close() {
    prepareClose();
    worker.close();
    if (scheduler != null) {
      scheduler.stop();
    }
    looks.shutdownNow();
  }
}
