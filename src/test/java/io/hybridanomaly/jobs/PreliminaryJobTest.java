package io.hybridanomaly.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.series.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears of a preliminary result, and who does not any more. */
class PreliminaryJobTest {

  private static final double[] VALUES = new double[40];
  private static final DetectionSettings SETTINGS = DetectionSettings.defaults();
  private static final long PATIENCE = 60;

  private final CountDownLatch go = new CountDownLatch(1);
  private final BlockingQueue<Boolean> wanted = new LinkedBlockingQueue<>();
  private final BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
  private double secondsLeft = 10;
  private boolean slow;

  /** Tells what it has, if that is wanted, and then what it is told to wait for. */
  private final TestJobs jobs =
      new TestJobs(
          (samples, settings, progress, cancellation) -> {
            DetectionResult early = StoredResultTest.result(samples, settings);
            boolean told = progress.preliminary().wants(secondsLeft);
            wanted.add(told);
            if (told) {
              progress.preliminary().onPreliminary(early);
            }
            try {
              if (slow) {
                // A tenth in so long a time: nine times that are left.
                progress.onProgress(new Progress.Scoring(0.01));
                Thread.sleep(400);
                progress.onProgress(new Progress.Scoring(0.12));
              }
              go.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            progress.preliminary().onPreliminary(early);
            throw new DetectionException("released");
          },
          1,
          2);

  @AfterEach
  void close() {
    go.countDown();
    jobs.close();
  }

  private final class Curious implements JobListener {
    @Override
    public void onEvent(JobEvent event) {
      events.add(event);
    }

    @Override
    public boolean wantsPreliminary() {
      return true;
    }
  }

  private JobEvent next() throws InterruptedException {
    JobEvent event = events.poll(PATIENCE, SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  private boolean wasWanted() throws InterruptedException {
    Boolean was = wanted.poll(PATIENCE, SECONDS);
    assertThat(was).isNotNull();
    return was;
  }

  @Test
  void itComesBeforeTheEnd() throws Exception {
    jobs.submit(Samples.even(VALUES), SETTINGS, new Curious());
    assertThat(next()).isInstanceOf(JobEvent.Preliminary.class);
    go.countDown();
    assertThat(next()).isInstanceOf(JobEvent.Preliminary.class);
    assertThat(next()).isEqualTo(new JobEvent.Failed("released"));
  }

  @Test
  void itIsNotPutTogetherForOneWhoDoesNotLook() throws Exception {
    jobs.submit(Samples.even(VALUES), SETTINGS, events::add);
    assertThat(wasWanted()).isFalse();
    go.countDown();
    assertThat(next()).isEqualTo(new JobEvent.Failed("released"));
  }

  @Test
  void itDoesNotFlashUpBeforeAResultThatComesSoon() throws Exception {
    secondsLeft = 1;
    jobs.submit(Samples.even(VALUES), SETTINGS, new Curious());
    assertThat(wasWanted()).isTrue();
    go.countDown();
    assertThat(next()).isEqualTo(new JobEvent.Failed("released"));
  }

  @Test
  void itComesAfterAllWhereTheRestTakesLonger() throws Exception {
    secondsLeft = 1;
    slow = true;
    jobs.submit(Samples.even(VALUES), SETTINGS, new Curious());
    assertThat(next()).isEqualTo(new JobEvent.Running(new Progress.Scoring(0.01)));
    assertThat(next()).isEqualTo(new JobEvent.Running(new Progress.Scoring(0.12)));
    assertThat(next()).isInstanceOf(JobEvent.Preliminary.class);
  }

  @Test
  void itDoesNotTakeTheMemoryOfALongSeries() throws Exception {
    jobs.submit(Samples.even(new double[300_000]), SETTINGS, new Curious());
    assertThat(wasWanted()).isFalse();
  }

  @Test
  void afterACancelNothingComes() throws Exception {
    DetectionJob job = jobs.submit(Samples.even(VALUES), SETTINGS, new Curious());
    assertThat(next()).isInstanceOf(JobEvent.Preliminary.class);
    job.cancel();
    go.countDown();
    assertThat(next().isEnd()).isTrue();
    assertThat(events).isEmpty();
  }

  @Test
  void aVisitorWhoHasGoneOnDoesNotSeeWhatWasOnItsWay() throws Exception {
    BlockingQueue<Runnable> page = new LinkedBlockingQueue<>();
    List<DetectionResult> seen = new ArrayList<>();
    RunningDetection running = new RunningDetection(jobs, page::add, new Seen(seen));
    running.start(Samples.even(VALUES), SETTINGS);
    Runnable onItsWay = page.poll(PATIENCE, SECONDS);
    assertThat(onItsWay).isNotNull();
    onItsWay.run();
    assertThat(seen).hasSize(1);
    running.cancel();
    onItsWay.run();
    assertThat(seen).hasSize(1);
    running.start(Samples.even(VALUES), SETTINGS);
    onItsWay.run();
    assertThat(seen).hasSize(1);
    running.cancel();
  }

  private record Seen(List<DetectionResult> results) implements RunningDetection.Listener {

    @Override
    public void onQueued(int position, OptionalDouble seconds) {
      // Of no interest here.
    }

    @Override
    public void onProgress(Progress progress, OptionalDouble secondsLeft) {
      // Of no interest here.
    }

    @Override
    public void onPreliminary(DetectionResult result) {
      results.add(result);
    }

    @Override
    public void onResult(DetectionResult result, ExpectedBand band) {
      throw new AssertionError("it never ends well");
    }

    @Override
    public void onProblem(String message) {
      throw new AssertionError(message);
    }
  }
}
