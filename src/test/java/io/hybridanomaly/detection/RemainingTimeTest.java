package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {

  private final AtomicLong clock = new AtomicLong();
  private final RemainingTime remaining = new RemainingTime(clock::get);

  @Test
  void isUnknownUntilATenthIsMeasured() {
    remaining.update(0);
    at(50, 0.01);
    at(55, 0.1);
    assertThat(remaining.seconds()).isEmpty();
    at(56, 0.12);
    assertThat(remaining.seconds()).isPresent();
  }

  @Test
  void followsTheMeasuredSpeed() {
    remaining.update(0);
    // Waiting in the queue and loading the engine took 100 s, which say nothing about the work.
    at(100, 0.1);
    at(110, 0.35);
    // A quarter in 10 s: the 65 % that are left take 26 s.
    assertThat(remaining.seconds().orElseThrow()).isCloseTo(26, within(1e-9));
    at(130, 0.85);
    assertThat(remaining.seconds().orElseThrow()).isCloseTo(6, within(1e-9));
    at(136, 1);
    assertThat(remaining.seconds().orElseThrow()).isZero();
  }

  @Test
  void forgetsASlowStart() {
    at(100, 0.1);
    at(120, 0.2);
    at(126, 0.32);
    // The first tenth took 20 s; from then on a hundredth takes half a second, as the 68 left will.
    assertThat(remaining.seconds().orElseThrow()).isCloseTo(34, within(1e-9));
  }

  private void at(double seconds, double done) {
    clock.set((long) (seconds * 1e9));
    remaining.update(done);
  }
}
