package io.hybridanomaly.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import io.hybridanomaly.store.ResultLinks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** A visitor wants everything gone. */
class DeletedJobsTest {

  private static final DetectionSettings SETTINGS = DetectionSettings.defaults();

  private static int count(Database database, String table) {
    return database.sql().sql("select count(*) from " + table).query(Integer.class).single();
  }

  private static void judge(StoredJobs jobs, String visitor, double[] values) throws Exception {
    BlockingQueue<JobEvent> ends = new LinkedBlockingQueue<>();
    jobs.of(visitor).submit(Samples.even(values), SETTINGS, ends::add);
    assertThat(ends.poll(60, SECONDS)).isInstanceOf(JobEvent.Done.class);
  }

  /** A tab that waits at another node hears it. */
  @Test
  void whoWaitsElsewhereIsTold() throws Exception {
    Database database = TestJobs.database();
    Detection never =
        (samples, settings, progress, cancellation) -> {
          throw new AssertionError("no node works");
        };
    RunTime day = RunTime.of(Duration.ofDays(1));
    try (StoredJobs here = new StoredJobs(database, never, TestJobs.options("here", 0, 5, 5, day));
        StoredJobs there =
            new StoredJobs(database, never, TestJobs.options("there", 0, 5, 5, day))) {
      BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
      here.of("visitor").submit(Samples.even(new double[] {1, 2, 3}), SETTINGS, events::add);
      there.deleteAll("visitor");
      JobEvent event = events.poll(60, SECONDS);
      while (event instanceof JobEvent.Queued) {
        event = events.poll(60, SECONDS);
      }
      assertThat(event).isEqualTo(new JobEvent.Cancelled());
    }
  }

  /** At once, not with the next sweep. */
  @Test
  void theSeriesOfADeletedJobGoesWithIt() {
    Database database = TestJobs.database();
    JobTable table = new JobTable(database);
    table.insert("one", "program", JobTable.Input.of(Samples.even(new double[3])), SETTINGS, 0);
    table.insert("other", "program", JobTable.Input.of(Samples.even(new double[4])), SETTINGS, 0);
    table.cancel("one");
    table.ended().delete("one");
    assertThat(count(database, "job")).isEqualTo(1);
    assertThat(count(database, "job_input")).isEqualTo(1);
    // It waits: it is needed.
    table.ended().delete("other");
    assertThat(count(database, "job_input")).isEqualTo(1);
  }

  @Test
  void nothingIsLeftOfOneVisitorAndAllOfAnother() throws Exception {
    Database database = TestJobs.database();
    JobOptions options = TestJobs.options("node", 1, 5, 5, RunTime.of(Duration.ofDays(1)));
    try (StoredJobs jobs =
        new StoredJobs(
            database,
            (samples, settings, progress, cancellation) ->
                StoredResultTest.result(samples, settings),
            options)) {
      judge(jobs, "one", new double[] {1, 2, 3});
      judge(jobs, "other", new double[] {4, 5, 6});
      String job =
          database
              .sql()
              .sql("select id from job where visitor = 'one'")
              .query(String.class)
              .single();
      ResultLinks links =
          new ResultLinks(database, Duration.ofDays(1), 1_000_000, Clock.systemUTC());
      String token = links.started(job, new byte[] {1});
      jobs.deleteAll("one");
      assertThat(links.open(token)).isEmpty();
      assertThat(database.sql().sql("select visitor from job").query(String.class).list())
          .containsExactly("other");
      assertThat(count(database, "job_result")).isEqualTo(1);
      assertThat(count(database, "job_input")).isEqualTo(1);
    }
  }
}
