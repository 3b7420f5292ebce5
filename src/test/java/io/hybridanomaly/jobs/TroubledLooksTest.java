package io.hybridanomaly.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What goes wrong with one job does not keep those waiting who wait for another. */
@ExtendWith(OutputCaptureExtension.class)
class TroubledLooksTest {

  private static final double[] VALUES = new double[100];
  private static final DetectionSettings SETTINGS = DetectionSettings.defaults();
  private static final long PATIENCE = 60;

  private final Database database = TestJobs.database();
  private final BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();

  /** A node that only submits. */
  private static StoredJobs pages(Database database) {
    return TestJobs.of(
        database,
        (samples, settings, progress, cancellation) -> {
          throw new AssertionError("this node only submits");
        },
        0,
        5,
        5);
  }

  private String submit(StoredJobs jobs, JobListener listener) throws JobRefusedException {
    return jobs.of("visitor").submit(Samples.even(VALUES), SETTINGS, listener).id();
  }

  /** Ends a job as another node does. */
  private void end(String id, byte[] result) {
    database
        .sql()
        .sql("insert into job_result (job, content) values (?, ?)")
        .params(id, result)
        .update();
    database
        .sql()
        .sql("update job set state = 'done', finished = ? where id = ?")
        .params(Instant.now().atOffset(ZoneOffset.UTC), id)
        .update();
  }

  private JobEvent nextEnd() throws InterruptedException {
    JobEvent event = events.poll(PATIENCE, SECONDS);
    while (event != null && !event.isEnd()) {
      event = events.poll(PATIENCE, SECONDS);
    }
    assertThat(event).as("an end within %d s", PATIENCE).isNotNull();
    return event;
  }

  @Test
  void aDamagedResultKeepsNobodyWaiting() throws Exception {
    byte[] good = StoredResult.encode(StoredResultTest.result(Samples.even(VALUES), SETTINGS));
    try (StoredJobs jobs = pages(database)) {
      end(submit(jobs, events::add), new byte[] {1, 2, 3});
      assertThat(nextEnd()).isInstanceOf(JobEvent.Failed.class);
      end(submit(jobs, events::add), good);
      assertThat(nextEnd()).isInstanceOf(JobEvent.Done.class);
    }
  }

  @Test
  void anErrorWhileSomebodyIsToldEndsNoLooks() throws Exception {
    byte[] good = StoredResult.encode(StoredResultTest.result(Samples.even(VALUES), SETTINGS));
    try (StoredJobs jobs = pages(database)) {
      String troubled =
          submit(
              jobs,
              event -> {
                events.add(event);
                if (event.isEnd()) {
                  throw new OutOfMemoryError("no room for a page");
                }
              });
      end(troubled, good);
      assertThat(nextEnd()).isInstanceOf(JobEvent.Done.class);
      end(submit(jobs, events::add), good);
      assertThat(nextEnd()).isInstanceOf(JobEvent.Done.class);
    }
  }

  /** The scheduler loses the database when the job is in its table already. */
  @Test
  void aJobThatCouldNotBeScheduledIsFoundByASweep(CapturedOutput log) throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    DataSource source =
        new DelegatingDataSource(database.source()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (broken.get()) {
              throw new SQLException("no connection");
            }
            return super.getConnection();
          }
        };
    Database breaking =
        new Database(source, database.sql(), database.transaction(), database.clock());
    JobTable table = new JobTable(database);
    try (StoredJobs jobs = pages(breaking)) {
      broken.set(true);
      String id = submit(jobs, events::add);
      assertThat(table.rows(List.of(id)).getFirst().state()).isEqualTo(JobState.QUEUED);
      assertThat(table.open().forgotten(Instant.now().plusSeconds(1))).containsOnlyKeys(id);
      broken.set(false);
      // Why, and where.
      assertThat(log)
          .contains("Job " + id + " starts later")
          .contains("java.sql.SQLException: no connection", "at io.hybridanomaly.jobs.StoredJobs");
      // It is sought after some seconds only: another process may be about to schedule it.
      database
          .sql()
          .sql("update job set created = ? where id = ?")
          .params(Instant.now().minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC), id)
          .update();
      try (StoredJobs worker =
          TestJobs.of(
              database,
              (samples, settings, progress, cancellation) ->
                  StoredResultTest.result(samples, settings),
              1,
              5,
              5)) {
        assertThat(nextEnd()).isInstanceOf(JobEvent.Done.class);
        assertThat(worker.waitingCount()).isZero();
      }
    }
  }
}
