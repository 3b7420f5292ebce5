package io.hybridanomaly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BatchProgressTest {

  private final AtomicLong nanos = new AtomicLong();
  private final BatchProgress progress = new BatchProgress(nanos::get);

  private void pass(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void aSingleRunIsNotCounted() {
    progress.add(5_000).update(0, 0.5);
    assertThat(progress.text()).isEmpty();
  }

  @Test
  void theTimeLeftIsThatOfAllRuns() {
    BatchProgress.Share one = progress.add(300_000);
    BatchProgress.Share two = progress.add(300_000);
    assertThat(progress.text()).isEqualTo("1 of 2: ");
    for (int step = 0; step <= 10; step++) {
      one.update(0, step / 10.0);
      pass(1);
    }
    // Half of all took ten seconds, and one more has passed.
    assertThat(progress.text()).isEqualTo("2 of 2, 12 s left: ");
    two.update(0, 0.001);
    assertThat(progress.text()).startsWith("2 of 2");
  }

  @Test
  void theSeriesOfAFileCountOnceItIsRead() {
    BatchProgress.Share share = progress.add(100);
    progress.add(100);
    share.holds(11);
    share.update(0, 1);
    share.update(1, 1);
    share.update(2, 0.5);
    assertThat(progress.text()).isEqualTo("3 of 12: ");
  }

  @Test
  void longTimesAreSaidInMinutes() {
    BatchProgress.Share share = progress.add(100);
    share.holds(12);
    for (int step = 1; step <= 40; step++) {
      share.update(step / 20, step % 20 / 20.0);
      pass(6);
    }
    assertThat(progress.text()).contains("of 12, ", " min left");
  }
}
