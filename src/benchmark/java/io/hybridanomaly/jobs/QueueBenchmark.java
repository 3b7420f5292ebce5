package io.hybridanomaly.jobs;

import com.zaxxer.hikari.HikariDataSource;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the queue costs, on H2 and, if it is installed, on PostgreSQL: from a submission to the
 * first sign of a detection, on the same node and on another one; how soon the job of a killed node
 * starts again; jobs of 500 points a second with one and two working nodes. Heartbeats and slots
 * are those of the application.
 */
public final class QueueBenchmark {

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final double[] VALUES = new Random(7).doubles(500).toArray();
  private static final int STARTS = 200;
  private static final int JOBS = 60;
  private static final String INSTANT = "instant";
  private static final String SLOW = "slow";
  private static final String REAL = "real";

  private final String name;
  private final String url;
  private final String user;
  private final Path log;

  private QueueBenchmark(String name, String url, String user, Path log) {
    this.name = name;
    this.url = url;
    this.user = user;
    this.log = log;
  }

  /** Without arguments it measures; with some it is a working node of such a measurement. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      work(arguments[0], arguments[1], arguments[2], arguments[3]);
      return;
    }
    Path folder = Files.createTempDirectory("queue");
    Path log = folder.resolve("log");
    for (String each : List.of("own", "other", "killed", "one", "two")) {
      String h2 = "jdbc:h2:file:%s;AUTO_SERVER=TRUE".formatted(folder.resolve(each));
      new QueueBenchmark("H2", h2, "sa", log).measure(each);
    }
    Optional<TestPostgres> started = TestPostgres.start();
    if (started.isEmpty()) {
      System.out.println("PostgreSQL is not installed: left out.");
      return;
    }
    try (TestPostgres postgres = started.get()) {
      for (String each : List.of("own", "other", "killed", "one", "two")) {
        new QueueBenchmark("PostgreSQL", postgres.database(each), "test", log).measure(each);
      }
    }
  }

  private static void work(String url, String user, String node, String kind) throws Exception {
    Detection detection =
        (samples, settings, progress, cancellation) -> {
          if (kind.equals(SLOW)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
          }
          return kind.equals(REAL)
              ? Detectors.detect(samples, settings, progress, cancellation)
              : StoredResultTest.result(samples, settings);
        };
    if (kind.equals(REAL)) {
      Detectors.detect(Detectors.warmUpSamples(), Detectors.warmUpSettings(), p -> {}, () -> false);
    }
    try (StoredJobs jobs =
        new StoredJobs(
            Database.open(WorkerProcess.source(url, user)), detection, options(node, 1))) {
      System.out.println(node + " works, " + jobs.runningCount() + " so far");
      new CountDownLatch(1).await();
    }
  }

  private static JobOptions options(String node, int slots) {
    return new JobOptions(
        node,
        slots,
        10_000,
        10_000,
        Long.MAX_VALUE,
        RunTime.of(Duration.ofDays(1)),
        HEARTBEAT,
        Duration.ofHours(1),
        Duration.ofHours(2));
  }

  private void measure(String what) throws Exception {
    switch (what) {
      case "own" -> starts("a free slot of the same node", 2, List.of());
      case "other" -> starts("a node that only works", 0, List.of(INSTANT));
      case "killed" -> recovery();
      case "one" -> throughput(1);
      default -> throughput(2);
    }
  }

  private void starts(String where, int slots, List<String> kinds) throws Exception {
    List<Process> workers = new ArrayList<>();
    try (HikariDataSource source = WorkerProcess.source(url, user);
        StoredJobs jobs = new StoredJobs(Database.open(source), instant(), options("p", slots))) {
      for (String kind : kinds) {
        workers.add(start(kind + "-node", kind));
      }
      time(jobs, 1_000);
      double[] seconds = new double[STARTS];
      for (int i = 0; i < STARTS; i++) {
        seconds[i] = time(jobs, i);
      }
      Arrays.sort(seconds);
      System.out.printf(
          "%s: submission to the first sign, %s: p50 %.0f ms, p99 %.0f ms%n",
          name, where, 1e3 * seconds[STARTS / 2], 1e3 * seconds[STARTS * 99 / 100]);
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  /** Until the job is heard to run, or to be done. */
  private static double time(StoredJobs jobs, int seed) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    long from = System.nanoTime();
    jobs.of("visitor")
        .submit(
            Samples.even(VALUES),
            DetectionSettings.defaults().withSeed(seed),
            event -> {
              if (!(event instanceof JobEvent.Queued)) {
                begun.countDown();
              }
              if (event instanceof JobEvent.Done) {
                done.countDown();
              }
            });
    begun.await();
    double seconds = (System.nanoTime() - from) / 1e9;
    done.await();
    return seconds;
  }

  private void recovery() throws Exception {
    List<Process> workers = new ArrayList<>();
    try (HikariDataSource source = WorkerProcess.source(url, user)) {
      Database database = Database.open(source);
      double[] seconds = new double[5];
      try (StoredJobs jobs = new StoredJobs(database, instant(), options("p", 0))) {
        for (int i = 0; i < seconds.length; i++) {
          Process first = start("first-" + i, SLOW);
          workers.add(first);
          jobs.of("visitor")
              .submit(Samples.even(VALUES), DetectionSettings.defaults().withSeed(i), event -> {});
          await(database, "node = 'first-%d' and state = 'running'".formatted(i), 1);
          Process second = start("second-" + i, SLOW);
          workers.add(second);
          TimeUnit.SECONDS.sleep(3);
          first.destroyForcibly().waitFor();
          long from = System.nanoTime();
          await(database, "node = 'second-%d' and state = 'running'".formatted(i), 1);
          seconds[i] = (System.nanoTime() - from) / 1e9;
          await(database, "state = 'done'", i + 1);
          second.destroyForcibly().waitFor();
        }
      }
      Arrays.sort(seconds);
      System.out.printf(
          "%s: a killed node's job runs again after %.1f to %.1f s%n",
          name, seconds[0], seconds[seconds.length - 1]);
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  private void throughput(int nodes) throws Exception {
    List<Process> workers = new ArrayList<>();
    try (HikariDataSource source = WorkerProcess.source(url, user)) {
      Database database = Database.open(source);
      try (StoredJobs jobs = new StoredJobs(database, instant(), options("p", 0))) {
        for (int i = 0; i < nodes; i++) {
          workers.add(start("worker-" + i, REAL));
        }
        for (int i = 0; i < 2 * nodes; i++) {
          submit(jobs, i);
        }
        await(database, "state = 'done'", 2 * nodes);
        TimeUnit.SECONDS.sleep(5);
        long from = System.nanoTime();
        for (int i = 0; i < JOBS; i++) {
          submit(jobs, 100 + i);
        }
        await(database, "state = 'done'", 2 * nodes + JOBS);
        System.out.printf(
            "%s: %d working node(s) of one slot: %.2f jobs of 500 points a second%n",
            name, nodes, JOBS / ((System.nanoTime() - from) / 1e9));
      }
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  private static void submit(StoredJobs jobs, int seed) throws JobRefusedException {
    jobs.of("visitor")
        .submit(Samples.even(VALUES), DetectionSettings.defaults().withSeed(seed), event -> {});
  }

  private static Detection instant() {
    return (samples, settings, progress, cancellation) -> result(samples, settings);
  }

  private static DetectionResult result(Samples samples, DetectionSettings settings) {
    return StoredResultTest.result(samples, settings);
  }

  private static void await(Database database, String condition, int count)
      throws InterruptedException {
    while (database
            .sql()
            .sql("select count(*) from job where " + condition)
            .query(Integer.class)
            .single()
        < count) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private Process start(String node, String kind) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            QueueBenchmark.class.getName(),
            url,
            user,
            node,
            kind)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
        .start();
  }
}
