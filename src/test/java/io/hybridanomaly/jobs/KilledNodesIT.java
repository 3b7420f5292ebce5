package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * Two workers that are killed and paused: each job ends once, with the result it would have had.
 * {@code ./run test long} does it with more jobs and more kills.
 */
class KilledNodesIT {

  private static final int JOBS = Integer.getInteger("nodes.jobs", 24);
  private static final int KILLS = Integer.getInteger("nodes.kills", 1);
  private static final long DETECTION_MILLIS = 150;
  private static final long PAUSED_DETECTION_MILLIS = 1500;
  private static final long PATIENCE_SECONDS = 300;
  private static final double[] VALUES = new Random(7).doubles(500).toArray();

  private static Optional<TestPostgres> started = Optional.empty();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private String h2() {
    return "jdbc:h2:file:%s;AUTO_SERVER=TRUE".formatted(folder.resolve("jobs").toAbsolutePath());
  }

  @BeforeAll
  static void startPostgres() throws IOException {
    started = TestPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    if (started.isPresent()) {
      started.get().close();
    }
  }

  private static TestPostgres postgres() {
    assumeTrue(started.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
    return started.orElseThrow();
  }

  @Test
  void killedWorkersLoseNothingOnH2() throws Exception {
    killedWorkersLoseNothing(h2(), "sa", () -> {});
  }

  @Test
  void killedWorkersAndARestartedDatabaseLoseNothingOnPostgres() throws Exception {
    TestPostgres postgres = postgres();
    killedWorkersLoseNothing(
        postgres.database("killed"),
        "test",
        () -> {
          postgres.down();
          postgres.up();
        });
  }

  @Test
  void aPausedWorkerPublishesNothingOnH2() throws Exception {
    aPausedWorkerPublishesNothing(h2(), "sa");
  }

  @EnabledIfSystemProperty(named = "nodes.jobs", matches = "\\d+", disabledReason = "a long test")
  @Test
  void aPausedWorkerPublishesNothingOnPostgres() throws Exception {
    aPausedWorkerPublishesNothing(postgres().database("paused"), "test");
  }

  /** Something that is done in the middle. */
  @FunctionalInterface
  private interface Disturbance {
    void happen() throws Exception;
  }

  private void killedWorkersLoseNothing(String url, String user, Disturbance disturbance)
      throws Exception {
    Path log = folder.resolve("workers.log");
    List<Process> workers = new ArrayList<>();
    try (HikariDataSource source = WorkerProcess.source(url, user);
        StoredJobs pages = pages(Database.open(source))) {
      for (int i = 0; i < 2; i++) {
        workers.add(WorkerProcess.start(url, user, "worker-" + i, DETECTION_MILLIS, log));
      }
      for (int seed = 0; seed < JOBS; seed++) {
        pages.of("visitor-" + seed).submit(Samples.even(VALUES), settings(seed), event -> {});
      }
      Database database = Database.open(source);
      Random random = new Random(5);
      for (int kill = 1; kill <= KILLS; kill++) {
        awaitEnded(database, kill * JOBS / (KILLS + 2));
        int victim = random.nextInt(2);
        workers.get(victim).destroyForcibly().waitFor();
        workers.set(victim, WorkerProcess.start(url, user, "again-" + kill, DETECTION_MILLIS, log));
        if (kill == (KILLS + 1) / 2) {
          disturbance.happen();
        }
      }
      awaitEnded(database, JOBS);
      assertThat(states(database)).hasSize(JOBS).containsOnly("done");
      for (int seed = 0; seed < JOBS; seed++) {
        assertThat(stored(database, seed))
            .isEqualTo(
                StoredResult.encode(StoredResultTest.result(Samples.even(VALUES), settings(seed))));
      }
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  private void aPausedWorkerPublishesNothing(String url, String user) throws Exception {
    Path log = folder.resolve("paused.log");
    List<Process> workers = new ArrayList<>();
    try (HikariDataSource source = WorkerProcess.source(url, user);
        StoredJobs pages = pages(Database.open(source))) {
      Database database = Database.open(source);
      Process paused = WorkerProcess.start(url, user, "paused", PAUSED_DETECTION_MILLIS, log);
      workers.add(paused);
      pages.of("visitor").submit(Samples.even(VALUES), settings(1), event -> {});
      await(() -> states(database).contains("running"));
      signal("-STOP", paused);
      workers.add(
          WorkerProcess.start(
              url, user, "other", PAUSED_DETECTION_MILLIS, folder.resolve("other.log")));
      awaitEnded(database, 1);
      signal("-CONT", paused);
      await(() -> Files.readString(log).contains("was taken over by another node"));
      assertThat(database.sql().sql("select node from job").query(String.class).single())
          .isEqualTo("other");
      assertThat(stored(database, 1))
          .isEqualTo(
              StoredResult.encode(StoredResultTest.result(Samples.even(VALUES), settings(1))));
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  private static StoredJobs pages(Database database) {
    return new StoredJobs(
        database,
        (values, settings, progress, cancellation) -> {
          throw new AssertionError("this node only submits");
        },
        TestJobs.options("pages", 0, JOBS, 1, RunTime.of(Duration.ofDays(1))));
  }

  private static DetectionSettings settings(int seed) {
    return DetectionSettings.defaults().withSeed(seed);
  }

  private static void signal(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  private static List<String> states(Database database) {
    return database.sql().sql("select state from job").query(String.class).list();
  }

  private static byte[] stored(Database database, int seed) {
    return database
        .sql()
        .sql(
            "select content from job_result join job on job_result.job = job.id"
                + " where job.settings = ?")
        .param(JobText.of(settings(seed)))
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  /** A condition that asks a database or a file. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void awaitEnded(Database database, int count) throws Exception {
    await(
        () ->
            states(database).stream()
                    .filter(state -> List.of("done", "failed", "cancelled").contains(state))
                    .count()
                >= count);
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("it should have happened by now").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** A database that is about to come back does not answer. */
  private static boolean holds(Condition condition) throws Exception {
    try {
      return condition.holds();
    } catch (DataAccessException e) {
      return false;
    }
  }
}
