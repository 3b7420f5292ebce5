package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** The detections of one visitor, with a database of their own in memory. */
public final class TestJobs implements DetectionJobs, AutoCloseable {

  /** More than any test submits. */
  private static final int PER_VISITOR = 100;

  /** Short, so that tests see soon that a node is dead. */
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private final StoredJobs stored;
  private final DetectionJobs own;

  public TestJobs(Detection detection, int slots, int maxWaiting) {
    this(detection, slots, maxWaiting, RunTime.of(Duration.ofDays(1)));
  }

  TestJobs(Detection detection, int slots, int maxWaiting, RunTime runTime) {
    this(detection, slots, maxWaiting, Long.MAX_VALUE, runTime);
  }

  TestJobs(Detection detection, int slots, int maxWaiting, long memory, RunTime runTime) {
    stored =
        new StoredJobs(
            database(),
            detection,
            options("node", slots, maxWaiting, PER_VISITOR, memory, runTime));
    own = stored.of("visitor");
  }

  /** Those of all visitors, in a database that there is. */
  public static StoredJobs of(
      Database database, Detection detection, int slots, int maxWaiting, int perVisitor) {
    return new StoredJobs(
        database,
        detection,
        options("node", slots, maxWaiting, perVisitor, RunTime.of(Duration.ofDays(1))));
  }

  /** Those of all visitors. */
  public StoredJobs stored() {
    return stored;
  }

  @Override
  public DetectionJob submit(Samples samples, DetectionSettings settings, JobListener listener)
      throws JobRefusedException {
    return own.submit(samples, settings, listener);
  }

  @Override
  public Optional<DetectionJob> find(String id, Samples samples, JobListener listener) {
    return own.find(id, samples, listener);
  }

  int runningCount() {
    return stored.runningCount();
  }

  int waitingCount() {
    return stored.waitingCount();
  }

  @Override
  public void close() {
    stored.close();
  }

  static JobOptions options(
      String node, int slots, int maxWaiting, int perVisitor, RunTime runTime) {
    return options(node, slots, maxWaiting, perVisitor, Long.MAX_VALUE, runTime);
  }

  private static JobOptions options(
      String node, int slots, int maxWaiting, int perVisitor, long memory, RunTime runTime) {
    return new JobOptions(
        node,
        slots,
        maxWaiting,
        perVisitor,
        memory,
        runTime,
        HEARTBEAT,
        Duration.ofHours(1),
        Duration.ofHours(2));
  }

  /** A new one, empty. */
  static Database database() {
    return Database.open(
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
  }
}
