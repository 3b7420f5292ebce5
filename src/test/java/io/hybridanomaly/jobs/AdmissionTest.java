package io.hybridanomaly.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** Which detections a server takes, and when they begin. */
class AdmissionTest {

  private static final double[] VALUES = {1, 2, 3};
  private static final DetectionSettings SETTINGS = DetectionSettings.defaults();
  private static final long PATIENCE = 60;

  /** One detection takes 16 MiB and some bytes. */
  private static final long ROOM_FOR_ONE = 20L << 20;

  private static final DetectionJob ACCEPTED =
      new DetectionJob() {
        @Override
        public String id() {
          return "job";
        }

        @Override
        public DetectionSettings settings() {
          return SETTINGS;
        }

        @Override
        public void cancel() {}

        @Override
        public void leave() {}
      };

  /** Takes every job and does nothing. */
  private static final DetectionJobs WILLING =
      new DetectionJobs() {
        @Override
        public DetectionJob submit(
            Samples samples, DetectionSettings settings, JobListener listener) {
          return ACCEPTED;
        }

        @Override
        public Optional<DetectionJob> find(String id, Samples samples, JobListener listener) {
          return Optional.empty();
        }
      };

  private static void submit(DetectionJobs jobs, int times) throws JobRefusedException {
    for (int i = 0; i < times; i++) {
      assertThat(jobs.submit(Samples.even(VALUES), SETTINGS, event -> {})).isSameAs(ACCEPTED);
    }
  }

  @Test
  void aVisitorMayStartSoManyInAnHour() throws Exception {
    JobRates rates = new JobRates(3, 100);
    DetectionJobs one = rates.of(WILLING, "one", "192.0.2.1");
    submit(one, 3);
    assertThatThrownBy(() -> submit(one, 1))
        .isInstanceOf(JobRefusedException.class)
        .hasMessage(
            "The 3 detections that one visitor may start in an hour are used up: please try again"
                + " in 20 minutes.");
    submit(rates.of(WILLING, "two", "192.0.2.1"), 3);
  }

  @Test
  void allVisitorsOfAnAddressMayStartSoManyInAnHour() throws Exception {
    JobRates rates = new JobRates(3, 4);
    submit(rates.of(WILLING, "one", "192.0.2.1"), 3);
    DetectionJobs two = rates.of(WILLING, "two", "192.0.2.1");
    submit(two, 1);
    assertThatThrownBy(() -> submit(two, 1)).hasMessageContaining("The 4 detections that your");
    // What the address was refused is not taken from the visitor.
    submit(rates.of(WILLING, "two", "192.0.2.2"), 2);
  }

  @Test
  void whatFitsBesideNothingIsRefusedBeforeItStarts() {
    AtomicInteger begun = new AtomicInteger();
    Detection counted =
        (values, settings, progress, cancellation) -> {
          begun.incrementAndGet();
          throw new DetectionException("begun");
        };
    try (TestJobs jobs =
        new TestJobs(counted, 1, 1, ROOM_FOR_ONE, RunTime.of(Duration.ofDays(1)))) {
      assertThatThrownBy(() -> jobs.submit(Samples.even(new double[20_000]), SETTINGS, event -> {}))
          .hasMessage(
              "A detection over 20,000 points takes about 25 MB of memory, and this server has 21 MB"
                  + " for its detections: choose a stretch of at most 10,485 points, or longer steps"
                  + " between them.");
    }
    assertThat(begun).hasValue(0);
  }

  @Test
  void withoutItsDatabaseTheServerSaysSo() {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    try (StoredJobs jobs =
        TestJobs.of(
            Database.open(pool),
            (values, settings, progress, cancellation) -> {
              throw new DetectionException("begun");
            },
            0,
            5,
            5)) {
      pool.dispose();
      assertThatThrownBy(
              () -> jobs.of("visitor").submit(Samples.even(VALUES), SETTINGS, event -> {}))
          .isInstanceOf(JobRefusedException.class)
          .hasMessage("The server cannot reach its database: please try again in a minute.");
    }
  }

  @Test
  void whatDoesNotFitBesideAnotherWaitsForIt() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    Detection held =
        (values, settings, progress, cancellation) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          try {
            assertThat(release.await(PATIENCE, SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          now.decrementAndGet();
          throw new DetectionException("released");
        };
    BlockingQueue<JobEvent> ends = new LinkedBlockingQueue<>();
    try (TestJobs jobs = new TestJobs(held, 2, 2, ROOM_FOR_ONE, RunTime.of(Duration.ofDays(1)))) {
      jobs.submit(Samples.even(VALUES), SETTINGS, ends::add);
      jobs.submit(Samples.even(VALUES), SETTINGS, ends::add);
      while (jobs.runningCount() < 2) {
        Thread.onSpinWait();
      }
      release.countDown();
      assertThat(ends.poll(PATIENCE, SECONDS)).isEqualTo(new JobEvent.Failed("released"));
      assertThat(ends.poll(PATIENCE, SECONDS)).isEqualTo(new JobEvent.Failed("released"));
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void whatWaitsForMemoryCanBeCancelled() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Detection held =
        (values, settings, progress, cancellation) -> {
          begun.countDown();
          try {
            assertThat(release.await(PATIENCE, SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new DetectionException("released");
        };
    BlockingQueue<JobEvent> ends = new LinkedBlockingQueue<>();
    try (TestJobs jobs = new TestJobs(held, 2, 2, ROOM_FOR_ONE, RunTime.of(Duration.ofDays(1)))) {
      jobs.submit(Samples.even(VALUES), SETTINGS, event -> {});
      // A job that runs may still be about to take its memory, before or after the next one.
      assertThat(begun.await(PATIENCE, SECONDS)).isTrue();
      DetectionJob second = jobs.submit(Samples.even(VALUES), SETTINGS, ends::add);
      while (jobs.runningCount() < 2) {
        Thread.onSpinWait();
      }
      second.cancel();
      assertThat(ends.poll(PATIENCE, SECONDS)).isEqualTo(new JobEvent.Cancelled());
      release.countDown();
    }
  }
}
