package io.hybridanomaly.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectionJobsTest {

  private static final double[] VALUES = {1, 2, 3};
  private static final DetectionSettings SETTINGS = DetectionSettings.defaults();

  /** Long enough for a slow machine; no test waits for it when all is well. */
  private static final long PATIENCE = 60;

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  /** Runs until released or cancelled, then fails in the way a detection says it cannot be done. */
  private final Detection untilReleased =
      (samples, settings, progress, cancellation) -> {
        started.countDown();
        while (release.getCount() > 0) {
          if (cancellation.isCancelled()) {
            throw new CancellationException();
          }
          Thread.onSpinWait();
        }
        throw new DetectionException("released");
      };

  private TestJobs jobs = new TestJobs(untilReleased, 1, 2);

  @AfterEach
  void close() {
    release.countDown();
    jobs.close();
  }

  private static final class Events {
    private final BlockingQueue<JobEvent> queue = new LinkedBlockingQueue<>();

    JobEvent next() throws InterruptedException {
      JobEvent event = queue.poll(PATIENCE, SECONDS);
      assertThat(event).as("an event within %d s", PATIENCE).isNotNull();
      return event;
    }
  }

  private DetectionJob submit(Events events) throws JobRefusedException {
    return jobs.submit(Samples.even(VALUES), SETTINGS, events.queue::add);
  }

  @Test
  void tellsTheEnd() throws Exception {
    Events events = new Events();
    submit(events);
    release.countDown();
    assertThat(events.next()).isEqualTo(new JobEvent.Failed("released"));
  }

  @Test
  void endsWhatTakesTooLong() throws Exception {
    jobs.close();
    AtomicLong nanos = new AtomicLong();
    jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              nanos.addAndGet(Duration.ofMinutes(30).toNanos());
              assertThat(cancellation.isCancelled()).isFalse();
              nanos.incrementAndGet();
              assertThat(cancellation.isCancelled()).isTrue();
              throw new CancellationException();
            },
            1,
            0,
            new RunTime(Duration.ofMinutes(30), nanos::get));
    Events events = new Events();
    submit(events);
    assertThat(events.next())
        .isEqualTo(
            new JobEvent.Failed(
                "The detection has taken longer than the 30 minutes that this server gives one:"
                    + " choose fewer epochs or a shorter stretch of the series."));
  }

  @Test
  void queuesWhatFindsNoSlotAndMovesItUp() throws Exception {
    Events first = new Events();
    Events second = new Events();
    Events third = new Events();
    submit(first);
    DetectionJob waiting = submit(second);
    submit(third);
    assertThat(started.await(PATIENCE, SECONDS)).isTrue();
    assertThat(((JobEvent.Queued) second.next()).position()).isEqualTo(1);
    assertThat(((JobEvent.Queued) third.next()).position()).isEqualTo(2);
    assertThat(jobs.waitingCount()).isEqualTo(2);

    waiting.cancel();
    assertThat(second.next()).isEqualTo(new JobEvent.Cancelled());
    assertThat(((JobEvent.Queued) third.next()).position()).isEqualTo(1);

    release.countDown();
    assertThat(first.next()).isEqualTo(new JobEvent.Failed("released"));
    assertThat(third.next()).isEqualTo(new JobEvent.Failed("released"));
  }

  @Test
  void refusesWhatWouldWaitTooLong() throws Exception {
    submit(new Events());
    submit(new Events());
    submit(new Events());
    assertThatThrownBy(() -> submit(new Events()))
        .isInstanceOf(JobRefusedException.class)
        .hasMessage(
            "The server is busy: 2 detections are waiting already. Please try again in a minute.");
  }

  @Test
  void cancelFreesTheSlotForTheNext() throws Exception {
    Events first = new Events();
    Events second = new Events();
    DetectionJob running = submit(first);
    assertThat(started.await(PATIENCE, SECONDS)).isTrue();
    submit(second);
    running.cancel();
    running.cancel();
    assertThat(first.next()).isEqualTo(new JobEvent.Cancelled());
    release.countDown();
    assertThat(((JobEvent.Queued) second.next()).position()).isEqualTo(1);
    assertThat(second.next()).isEqualTo(new JobEvent.Failed("released"));
    assertThat(jobs.waitingCount()).isZero();
  }

  @Test
  void cancelledInItsLastStepItIsCancelledAndHasNoResult() throws Exception {
    jobs.close();
    // No look at the cancellation after this: the result is there.
    jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              started.countDown();
              awaitRelease();
              return StoredResultTest.result(samples, settings);
            },
            1,
            2);
    Events events = new Events();
    DetectionJob job = submit(events);
    assertThat(started.await(PATIENCE, SECONDS)).isTrue();
    job.cancel();
    release.countDown();
    assertThat(events.next()).isEqualTo(new JobEvent.Cancelled());
    Events later = new Events();
    assertThat(jobs.find(job.id(), Samples.even(VALUES), later.queue::add)).isPresent();
    assertThat(later.next()).isEqualTo(new JobEvent.Cancelled());
    job.cancel();
    assertThat(jobs.runningCount()).isZero();
    assertThat(events.queue).isEmpty();
  }

  @Test
  void theSameSubmittedTwiceIsTwoJobsThatEndOnceEach() throws Exception {
    Events first = new Events();
    Events second = new Events();
    DetectionJob one = submit(first);
    DetectionJob two = submit(second);
    assertThat(one.id()).isNotEqualTo(two.id());
    one.cancel();
    assertThat(first.next()).isEqualTo(new JobEvent.Cancelled());
    release.countDown();
    JobEvent event = second.next();
    while (event instanceof JobEvent.Queued) {
      event = second.next();
    }
    assertThat(event).isEqualTo(new JobEvent.Failed("released"));
    assertThat(jobs.waitingCount() + jobs.runningCount()).isZero();
    assertThat(first.queue).isEmpty();
    assertThat(second.queue).isEmpty();
  }

  @Test
  void hidesInternalFailures() throws Exception {
    jobs.close();
    jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              throw new IllegalStateException("secret detail");
            },
            1,
            1);
    Events events = new Events();
    submit(events);
    assertThat(events.next())
        .isInstanceOfSatisfying(
            JobEvent.Failed.class,
            failed -> assertThat(failed.message()).doesNotContain("secret detail"));
  }

  @ParameterizedTest
  @MethodSource("seriousErrors")
  void noErrorTakesASlotAway(Error error) throws Exception {
    jobs.close();
    AtomicBoolean broken = new AtomicBoolean(true);
    jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              if (broken.getAndSet(false)) {
                awaitStart();
                throw error;
              }
              throw new DetectionException("served");
            },
            1,
            1);
    Events first = new Events();
    Events second = new Events();
    submit(first);
    submit(second);
    started.countDown();
    assertThat(first.next()).isInstanceOf(JobEvent.Failed.class);
    assertThat(((JobEvent.Queued) second.next()).position()).isEqualTo(1);
    assertThat(second.next()).isEqualTo(new JobEvent.Failed("served"));
    assertThat(jobs.runningCount()).isZero();
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitStart() {
    try {
      started.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Error> seriousErrors() {
    return List.of(
        new StackOverflowError("made up"),
        new InternalError("made up"),
        new OutOfMemoryError("made up"),
        new AssertionError("made up"));
  }

  @Test
  void aServerWithoutAQueueSaysThatAllSlotsAreBusy() throws Exception {
    jobs.close();
    jobs = new TestJobs(untilReleased, 1, 0);
    submit(new Events());
    assertThatThrownBy(() -> submit(new Events()))
        .isInstanceOf(JobRefusedException.class)
        .hasMessage(
            "The server is busy: it runs as many detections as it may at once. Please try again in"
                + " a minute.");
  }

  @Test
  void closingPutsBackWhatRuns() throws Exception {
    submit(new Events());
    submit(new Events());
    assertThat(started.await(PATIENCE, SECONDS)).isTrue();
    jobs.close();
    assertThat(jobs.runningCount()).isZero();
    assertThat(jobs.waitingCount()).isEqualTo(2);
  }

  @Test
  void oneVisitorHasSoManyAtOnce() throws Exception {
    StoredJobs two =
        new StoredJobs(
            TestJobs.database(),
            untilReleased,
            TestJobs.options("node", 1, 9, 2, RunTime.of(Duration.ofDays(1))));
    DetectionJobs first = two.of("first");
    first.submit(Samples.even(VALUES), SETTINGS, event -> {});
    DetectionJob second = first.submit(Samples.even(VALUES), SETTINGS, event -> {});
    assertThatThrownBy(() -> first.submit(Samples.even(VALUES), SETTINGS, event -> {}))
        .isInstanceOf(JobRefusedException.class)
        .hasMessageStartingWith("2 of your detections run or wait already");
    Events other = new Events();
    two.of("other").submit(Samples.even(VALUES), SETTINGS, other.queue::add);
    // Another's first detection comes before one's second.
    assertThat(((JobEvent.Queued) other.next()).position()).isEqualTo(1);
    second.cancel();
    first.submit(Samples.even(VALUES), SETTINGS, event -> {});
    release.countDown();
    two.close();
  }
}
