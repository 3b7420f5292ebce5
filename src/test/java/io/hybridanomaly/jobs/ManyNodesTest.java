package io.hybridanomaly.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import io.hybridanomaly.store.ResultLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** One node serves pages, another one works; they know each other by the database only. */
class ManyNodesTest {

  private static final double[] VALUES = new double[100];
  private static final DetectionSettings SETTINGS = DetectionSettings.defaults();
  private static final long PATIENCE = 60;

  private final Database database = TestJobs.database();
  private final BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();

  private StoredJobs node(String name, int slots, Detection detection) {
    return node(database, name, slots, detection);
  }

  private static StoredJobs node(Database database, String name, Detection detection) {
    return node(database, name, 1, detection);
  }

  private static StoredJobs node(Database database, String name, int slots, Detection detection) {
    return new StoredJobs(
        database, detection, TestJobs.options(name, slots, 5, 5, RunTime.of(Duration.ofDays(1))));
  }

  private StoredJobs pages() {
    return node(
        "pages",
        0,
        (samples, settings, progress, cancellation) -> {
          throw new AssertionError("this node only submits");
        });
  }

  private JobEvent next() throws InterruptedException {
    JobEvent event = events.poll(PATIENCE, SECONDS);
    assertThat(event).as("an event within %d s", PATIENCE).isNotNull();
    return event;
  }

  @Test
  void progressAndResultComeFromAnotherNode() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    Progress step = new Progress.Training(1, 2, 3, 20, 0.5, 0.25);
    Detection detection =
        (samples, settings, progress, cancellation) -> {
          progress.onProgress(step);
          await(heard);
          return StoredResultTest.result(samples, settings);
        };
    try (StoredJobs pages = pages();
        StoredJobs worker = node("worker", 1, detection)) {
      pages.of("visitor").submit(Samples.even(VALUES), SETTINGS, events::add);
      JobEvent event = next();
      while (event instanceof JobEvent.Queued) {
        event = next();
      }
      assertThat(event).isEqualTo(new JobEvent.Running(step));
      heard.countDown();
      assertThat(((JobEvent.Done) next()).result())
          .usingRecursiveComparison()
          .isEqualTo(StoredResultTest.result(Samples.even(VALUES), SETTINGS));
      assertThat(worker.runningCount()).isZero();
    }
  }

  @Test
  void clocksThatAreAMinuteApartMakeNoNodeSeemDead() throws Exception {
    CountDownLatch starts = new CountDownLatch(2);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Detection detection =
        (samples, settings, progress, cancellation) -> {
          starts.countDown();
          first.countDown();
          await(end);
          return StoredResultTest.result(samples, settings);
        };
    try (StoredJobs pages = pages();
        StoredJobs late = node(elsewhere(Duration.ofMinutes(-1)), "late", detection)) {
      pages.of("visitor").submit(Samples.even(VALUES), SETTINGS, events::add);
      await(first);
      try (StoredJobs early = node(elsewhere(Duration.ofMinutes(1)), "early", detection)) {
        // Four missed heartbeats are two seconds: time enough to take the job over.
        assertThat(starts.await(4, SECONDS)).as("started again").isFalse();
        assertThat(early.hasWorkers()).isTrue();
        end.countDown();
        JobEvent event = next();
        while (!(event instanceof JobEvent.Done)) {
          event = next();
        }
        assertThat(late.runningCount()).isZero();
      }
    }
  }

  /** The same database, on a machine whose clock is wrong. */
  private Database elsewhere(Duration ahead) {
    return Database.open(database.source(), Clock.offset(Clock.systemUTC(), ahead));
  }

  @Test
  void cancelReachesAnotherNode() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Detection detection =
        (samples, settings, progress, cancellation) -> {
          started.countDown();
          while (!cancellation.isCancelled()) {
            Thread.onSpinWait();
          }
          throw new CancellationException();
        };
    try (StoredJobs pages = pages();
        StoredJobs worker = node("worker", 1, detection)) {
      DetectionJob job = pages.of("visitor").submit(Samples.even(VALUES), SETTINGS, events::add);
      await(started);
      job.cancel();
      JobEvent event = next();
      while (event instanceof JobEvent.Queued) {
        event = next();
      }
      assertThat(event).isEqualTo(new JobEvent.Cancelled());
      assertThat(worker.waitingCount()).isZero();
    }
  }

  @Test
  void aJobIsFoundAgainByAnotherProcess() throws Exception {
    String id;
    DetectionSettings settings = SETTINGS.withSeed(9);
    try (StoredJobs first = pages()) {
      id = first.of("visitor").submit(Samples.even(VALUES), settings, event -> {}).id();
    }
    Detection detection =
        (samples, used, progress, cancellation) -> StoredResultTest.result(samples, used);
    try (StoredJobs second = pages()) {
      DetectionJob found =
          second.of("other").find(id, Samples.even(VALUES), events::add).orElseThrow();
      assertThat(found.settings()).isEqualTo(settings);
      assertThat(((JobEvent.Queued) next()).position()).isEqualTo(1);
      try (StoredJobs worker = node("worker", 1, detection)) {
        assertThat(((JobEvent.Done) next()).result())
            .usingRecursiveComparison()
            .isEqualTo(StoredResultTest.result(Samples.even(VALUES), settings));
        assertThat(worker.waitingCount()).isZero();
      }
      DetectionJob late =
          second.of("other").find(id, Samples.even(VALUES), events::add).orElseThrow();
      assertThat(next()).isInstanceOf(JobEvent.Done.class);
      late.leave();
      assertThat(second.of("other").find("another", Samples.even(VALUES), events::add)).isEmpty();
    }
  }

  @Test
  void theLastOneWhoLeavesEndsAJobUnlessTheProcessEnds() throws Exception {
    JobTable table = new JobTable(database);
    try (StoredJobs pages = pages()) {
      DetectionJob first = pages.of("visitor").submit(Samples.even(VALUES), SETTINGS, events::add);
      DetectionJob second =
          pages.of("other").find(first.id(), Samples.even(VALUES), events::add).orElseThrow();
      first.leave();
      assertThat(table.rows(List.of(first.id())).getFirst().state()).isEqualTo(JobState.QUEUED);
      second.leave();
      assertThat(table.rows(List.of(first.id())).getFirst().state()).isEqualTo(JobState.CANCELLED);
      DetectionJob third = pages.of("visitor").submit(Samples.even(VALUES), SETTINGS, events::add);
      pages.prepareClose();
      third.leave();
      assertThat(table.rows(List.of(third.id())).getFirst().state()).isEqualTo(JobState.QUEUED);
    }
  }

  @Test
  void aJobWithALinkIsNotDeletedBeforeIt() throws Exception {
    JobTable table = new JobTable(database);
    table.insert("job", "visitor", JobTable.Input.of(Samples.even(VALUES)), SETTINGS, 0);
    table.cancel("job");
    ResultLinks links =
        new ResultLinks(database, Duration.ofDays(7), Long.MAX_VALUE, Clock.systemUTC());
    String token = links.started("job", new byte[] {1});
    table.ended().deleteBefore(Instant.now().plusSeconds(1), Instant.now());
    assertThat(table.rows(List.of("job"))).hasSize(1);
    links.forget(token);
    table.ended().deleteBefore(Instant.now().plusSeconds(1), Instant.now());
    assertThat(table.rows(List.of("job"))).isEmpty();
  }

  @Test
  void whoHasLostTheLockPublishesNothing() {
    JobTable table = new JobTable(database);
    table.insert("job", "visitor", JobTable.Input.of(Samples.even(VALUES)), SETTINGS, 0);
    Execution before = locked("paused", 1);
    assertThat(table.take(before)).isPresent();
    Execution after = locked("other", 2);
    assertThat(table.finish(before, JobState.DONE, null, new byte[] {1}, "")).isEmpty();
    assertThat(table.result("job")).isEmpty();
    assertThat(table.take(after)).isPresent();
    assertThat(table.finish(after, JobState.DONE, null, new byte[] {2}, ""))
        .hasValue(JobState.DONE);
    assertThat(table.finish(after, JobState.FAILED, "again", null, null)).isEmpty();
    assertThat(table.result("job")).contains(new byte[] {2});
    assertThat(table.rows(List.of("job")).getFirst().state()).isEqualTo(JobState.DONE);
  }

  /** The execution as a node holds it that has just picked it. */
  private Execution locked(String node, int version) {
    database.sql().sql("delete from scheduled_tasks").update();
    Instant now = Instant.now();
    database
        .sql()
        .sql(
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                + " picked_by, version) values ('detection', 'job', ?, true, ?, ?)")
        .params(now.atOffset(ZoneOffset.UTC), node, version)
        .update();
    return new Execution(
        now,
        new TaskInstance<>(DetectionTask.NAME, "job"),
        true,
        node,
        null,
        null,
        0,
        null,
        version);
  }

  @Test
  void aJobThatEndsItsNodeEachTimeFails() throws Exception {
    JobTable table = new JobTable(database);
    table.insert("job", "visitor", JobTable.Input.of(Samples.even(VALUES)), SETTINGS, 0);
    for (int version = 1; version <= 3; version++) {
      assertThat(table.take(locked("dead", version))).isPresent();
    }
    JobWatches watches = new JobWatches();
    watches.add("job", new JobWatch(Samples.even(VALUES), SETTINGS, events::add));
    JobWorker worker =
        new JobWorker(
            (samples, settings, progress, cancellation) -> {
              throw new AssertionError("it is not tried again");
            },
            table,
            RunTime.of(Duration.ofDays(1)),
            new MemoryBudget(Long.MAX_VALUE),
            watches);
    worker.run(locked("alive", 4));
    assertThat(((JobEvent.Failed) next()).message()).contains("broke down each time");
    assertThat(table.rows(List.of("job")).getFirst().state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void aJobWhoseProcessEndedWhileItWasSubmittedIsFound() throws Exception {
    JobTable table = new JobTable(database);
    table.insert("job", "visitor", JobTable.Input.of(Samples.even(VALUES)), SETTINGS, -3);
    assertThat(table.open().forgotten(Instant.now().plusSeconds(1)))
        .containsExactly(Map.entry("job", -3));
    locked("alive", 1);
    assertThat(table.open().forgotten(Instant.now().plusSeconds(1))).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
