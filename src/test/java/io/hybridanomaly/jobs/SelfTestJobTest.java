package io.hybridanomaly.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.evaluation.SelfTestPlan;
import io.hybridanomaly.injection.InjectedSeries;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Spacing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class SelfTestJobTest {

  private static final long PATIENCE = 60;

  private static final SelfTestPlan PLAN =
      new SelfTestPlan(
          List.of(
              new InjectedSeries(new double[] {1}, List.of()),
              new InjectedSeries(new double[] {2}, List.of()),
              new InjectedSeries(new double[] {3}, List.of())),
          Spacing.EVEN,
          DetectionSettings.defaults(),
          Map.of());

  /** Events as text, in order. */
  private static final class Log implements SelfTestListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Override
    public void onQueued(int copy, int position) {
      events.add("queued " + copy + " " + position);
    }

    @Override
    public void onProgress(int copy, Progress progress) {
      events.add("progress " + copy);
    }

    @Override
    public void onDone(List<DetectionResult> results) {
      StringBuilder text = new StringBuilder("done");
      results.forEach(result -> text.append(' ').append(result.components().values()[0]));
      events.add(text.toString());
    }

    @Override
    public void onCancelled() {
      events.add("cancelled");
    }

    @Override
    public void onFailed(String message) {
      events.add("failed " + message);
    }

    String next() throws InterruptedException {
      String event = events.poll(PATIENCE, SECONDS);
      assertThat(event).as("an event within %d s", PATIENCE).isNotNull();
      return String.valueOf(event);
    }
  }

  private static DetectionResult result(double[] values) {
    double[] zero = new double[values.length];
    return new DetectionResult(
        DetectionSettings.defaults(),
        new ComponentScores(values, zero, zero, zero, zero, zero, 8, 1, Applicability.of(values)),
        zero,
        1,
        List.of());
  }

  @Test
  void copiesAreJudgedOneAfterTheOther() throws Exception {
    Log log = new Log();
    try (TestJobs jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              progress.onProgress(new Progress.LoadingEngine());
              return result(samples.values());
            },
            2,
            2)) {
      SelfTestJob.start(jobs, PLAN, log);
      assertThat(log.next()).isEqualTo("progress 0");
      assertThat(log.next()).isEqualTo("progress 1");
      assertThat(log.next()).isEqualTo("progress 2");
      assertThat(log.next()).isEqualTo("done 1.0 2.0 3.0");
    }
  }

  @Test
  void othersGetTheirTurnBetweenTwoCopies() throws Exception {
    CountDownLatch otherIsThere = new CountDownLatch(1);
    Log log = new Log();
    BlockingQueue<Double> order = new LinkedBlockingQueue<>();
    try (TestJobs jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              await(otherIsThere);
              order.add(samples.values()[0]);
              return result(samples.values());
            },
            1,
            2)) {
      SelfTestJob.start(jobs, PLAN, log);
      CountDownLatch otherDone = new CountDownLatch(1);
      jobs.submit(
          Samples.even(new double[] {99}),
          DetectionSettings.defaults(),
          event -> {
            if (event instanceof JobEvent.Done) {
              otherDone.countDown();
            }
          });
      otherIsThere.countDown();
      assertThat(otherDone.await(PATIENCE, SECONDS)).isTrue();
      String event = log.next();
      while (!event.startsWith("done")) {
        event = log.next();
      }
      assertThat(order).startsWith(1.0, 99.0).containsExactly(1.0, 99.0, 2.0, 3.0);
    }
  }

  @Test
  void cancellingEndsItInTheMiddle() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Log log = new Log();
    try (TestJobs jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              started.countDown();
              while (!cancellation.isCancelled()) {
                Thread.onSpinWait();
              }
              throw new CancellationException();
            },
            1,
            1)) {
      SelfTestJob job = SelfTestJob.start(jobs, PLAN, log);
      assertThat(started.await(PATIENCE, SECONDS)).isTrue();
      job.cancel();
      assertThat(log.next()).isEqualTo("cancelled");
      job.cancel();
      assertThat(jobs.waitingCount()).isZero();
    }
  }

  @Test
  void aCopyThatFailsEndsTheTestInItsOwnWords() throws Exception {
    Log log = new Log();
    try (TestJobs jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              throw new DetectionException("too short");
            },
            1,
            1)) {
      SelfTestJob.start(jobs, PLAN, log);
      assertThat(log.next()).isEqualTo("failed too short");
    }
  }

  @Test
  void aFullQueueRefusesTheTest() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (TestJobs jobs =
        new TestJobs(
            (samples, settings, progress, cancellation) -> {
              await(release);
              return result(samples.values());
            },
            1,
            0)) {
      jobs.submit(Samples.even(new double[] {7}), DetectionSettings.defaults(), event -> {});
      assertThatThrownBy(() -> SelfTestJob.start(jobs, PLAN, new Log()))
          .isInstanceOf(JobRefusedException.class);
      release.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
