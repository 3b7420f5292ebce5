package io.hybridanomaly.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Spacing;
import io.hybridanomaly.store.Database;
import io.hybridanomaly.store.Hash;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of jobs. What ends a job is written only by whoever holds its lock. */
final class JobTable {

  /** Holds while the execution is locked by the node that asks. */
  private static final String LOCKED =
      " exists (select 1 from scheduled_tasks where task_name = ? and task_instance = ?"
          + " and picked = true and picked_by = ? and version = ?)";

  private final Database database;

  /** A job as those who wait for it see it. */
  record Row(
      String id,
      JobState state,
      boolean cancelled,
      @Nullable String progress,
      @Nullable String message) {}

  /**
   * A series as it is stored; made before anybody waits for the table.
   *
   * @param hash of the content
   * @param points its length
   */
  record Input(String hash, byte[] content, int points) {

    static Input of(Samples samples) {
      double[] values = samples.values();
      byte[] content =
          samples.spacing().isEven()
              ? NumberBlock.encode(values)
              : NumberBlock.encode(values, samples.spacing().toNumbers());
      return new Input(Hash.of(content), content, values.length);
    }

    static Samples samples(byte[] content) {
      double[][] parts = NumberBlock.decode(content);
      return parts.length == 1
          ? Samples.even(parts[0])
          : new Samples(parts[0], Spacing.ofNumbers(parts[1]));
    }
  }

  /** What a node needs to run a job. */
  record Work(Samples samples, DetectionSettings settings, int attempts, boolean cancelled) {}

  JobTable(Database database) {
    this.database = database;
  }

  void insert(String id, String visitor, Input input, DetectionSettings settings, int priority) {
    database
        .transaction()
        .executeWithoutResult(
            status -> {
              database.insertOnce("job_input", input.hash(), input.content());
              database
                  .sql()
                  .sql(
                      "insert into job (id, visitor, state, settings, input, points, priority,"
                          + " attempts, cancelled, created) values (?,?,?,?,?,?,?,0,false,?)")
                  .params(
                      id,
                      visitor,
                      JobState.QUEUED.text(),
                      JobText.of(settings),
                      input.hash(),
                      input.points(),
                      priority,
                      timestamp())
                  .update();
            });
  }

  List<Row> rows(Collection<String> ids) {
    return database
        .sql()
        .sql("select id, state, cancelled, progress, message from job where id in (:ids)")
        .param("ids", ids)
        .query(
            (row, number) ->
                new Row(
                    row.getString(1),
                    JobState.of(row.getString(2)),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  /**
   * Takes a job for the node that has its lock.
   *
   * @return what to do; empty if the job has ended or the lock is another's
   */
  Optional<Work> take(Execution lock) {
    int taken =
        database
            .sql()
            .sql(
                "update job set state = 'running', attempts = attempts + 1, node = ? where id = ?"
                    + " and state in ('queued', 'running') and"
                    + LOCKED)
            .params(lock.pickedBy, lock.getId())
            .params(lockOf(lock))
            .update();
    return taken == 0 ? Optional.empty() : work(lock.getId());
  }

  private Optional<Work> work(String id) {
    return database
        .sql()
        .sql(
            "select settings, attempts, cancelled, content from job join job_input"
                + " on job.input = job_input.hash where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new Work(
                    Input.samples(row.getBytes(4)),
                    JobText.settings(row.getString(1)),
                    row.getInt(2),
                    row.getBoolean(3)))
        .optional();
  }

  /**
   * Ends a job, with its result in the same transaction, if the lock is still held. One that was
   * cancelled in its last step ends as cancelled.
   *
   * @param timings how long each stage took; null if it has no result
   * @return how it ended; empty if it has not: a node that was only paused finds its job with
   *     another one
   */
  Optional<JobState> finish(
      Execution lock,
      JobState end,
      @Nullable String message,
      byte @Nullable [] result,
      @Nullable String timings) {
    Optional<JobState> ended =
        database
            .transaction()
            .execute(
                status -> {
                  if (end(lock, end, message, timings, end != JobState.DONE)) {
                    store(lock.getId(), result);
                    return Optional.of(end);
                  }
                  return end(lock, JobState.CANCELLED, null, null, true)
                      ? Optional.of(JobState.CANCELLED)
                      : Optional.<JobState>empty();
                });
    return ended == null ? Optional.empty() : ended;
  }

  private void store(String id, byte @Nullable [] result) {
    if (result != null) {
      database
          .sql()
          .sql("insert into job_result (job, content) values (?, ?)")
          .params(id, result)
          .update();
    }
  }

  /**
   * @param evenIfCancelled whether a job may end like that which somebody has cancelled
   */
  private boolean end(
      Execution lock,
      JobState end,
      @Nullable String message,
      @Nullable String timings,
      boolean evenIfCancelled) {
    return database
            .sql()
            .sql(
                "update job set state = ?, message = ?, timings = ?, finished = ? where id = ?"
                    + " and state = 'running' and (cancelled = false or ?) and"
                    + LOCKED)
            .param(end.text())
            .param(message)
            .param(timings)
            .params(timestamp(), lock.getId(), evenIfCancelled)
            .params(lockOf(lock))
            .update()
        == 1;
  }

  /** Puts a job back whose node is about to end; that is no attempt. */
  void putBack(Execution lock) {
    database
        .sql()
        .sql(
            "update job set state = 'queued', attempts = attempts - 1 where id = ?"
                + " and state = 'running' and"
                + LOCKED)
        .param(lock.getId())
        .params(lockOf(lock))
        .update();
  }

  /**
   * Marks a job as not wanted any more.
   *
   * @return whether it had not begun, so that it has ended with that
   */
  boolean cancel(String id) {
    database
        .sql()
        .sql("update job set cancelled = true where id = ? and state in ('queued', 'running')")
        .param(id)
        .update();
    return database
            .sql()
            .sql(
                "update job set state = 'cancelled', finished = ? where id = ?"
                    + " and state = 'queued'")
            .params(timestamp(), id)
            .update()
        == 1;
  }

  void tell(String id, String progress) {
    database
        .sql()
        .sql("update job set progress = ? where id = ? and state = 'running'")
        .params(progress, id)
        .update();
  }

  Optional<byte[]> result(String id) {
    return database
        .sql()
        .sql("select content from job_result where job = ?")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  Optional<DetectionSettings> settings(String id) {
    return database
        .sql()
        .sql("select settings from job where id = ?")
        .param(id)
        .query((row, number) -> JobText.settings(row.getString(1)))
        .optional();
  }

  /** What the last jobs cost that are done, and how long they took. */
  List<ExpectedWait.Ended> recent() {
    return database
        .sql()
        .sql(
            "select points, settings, timings from job where state = 'done' and timings is not null"
                + " order by finished desc fetch first 20 rows only")
        .query(
            (row, number) ->
                new ExpectedWait.Ended(
                    ExpectedWait.cost(row.getInt(1), JobText.settings(row.getString(2))),
                    JobText.seconds(row.getString(3)).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()))
        .list();
  }

  /** Whether a job is about a series. */
  boolean isAbout(String id, Input input) {
    return database
        .sql()
        .sql("select 1 from job where id = ? and input = ?")
        .params(id, input.hash())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /**
   * Whether a node works on a job and has said so.
   *
   * @param since when
   */
  boolean someoneWorks(Instant since) {
    return database
            .sql()
            .sql("select count(*) from scheduled_tasks where picked = true and last_heartbeat > ?")
            .param(since.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** How long each stage of a job took, as {@link JobText} writes it. */
  Optional<String> timings(String id) {
    return database
        .sql()
        .sql("select timings from job where id = ? and timings is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** What waits or runs. */
  OpenJobs open() {
    return new OpenJobs(database);
  }

  /** What has ended, to be deleted. */
  EndedJobs ended() {
    return new EndedJobs(database);
  }

  private static Object[] lockOf(Execution lock) {
    return new Object[] {DetectionTask.NAME, lock.getId(), lock.pickedBy, lock.version};
  }

  private OffsetDateTime timestamp() {
    return now().atOffset(ZoneOffset.UTC);
  }

  /** The time that all nodes agree on. */
  Instant now() {
    return database.clock().instant();
  }
}
