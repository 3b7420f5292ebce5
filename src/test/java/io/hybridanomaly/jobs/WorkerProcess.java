package io.hybridanomaly.jobs;

import com.zaxxer.hikari.HikariDataSource;
import io.hybridanomaly.store.Database;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A node that only works, in a process of its own, so that it can be killed. */
final class WorkerProcess {

  private WorkerProcess() {}

  /**
   * Arguments: address of the database, its user, name of the node, milliseconds of a detection.
   */
  public static void main(String[] arguments) throws InterruptedException {
    long millis = Long.parseLong(arguments[3]);
    Detection detection =
        (samples, settings, progress, cancellation) -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
          return StoredResultTest.result(samples, settings);
        };
    StoredJobs jobs =
        new StoredJobs(
            Database.open(source(arguments[0], arguments[1])),
            detection,
            TestJobs.options(arguments[2], 2, 0, 1, RunTime.of(Duration.ofDays(1))));
    try (jobs) {
      new CountDownLatch(1).await();
    }
  }

  static HikariDataSource source(String url, String user) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    source.setUsername(user);
    source.setPassword("");
    source.setMaximumPoolSize(6);
    return source;
  }

  static Process start(String url, String user, String node, long millis, Path log)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@src/test/java-options",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            WorkerProcess.class.getName(),
            url,
            user,
            node,
            Long.toString(millis))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
        .start();
  }
}
