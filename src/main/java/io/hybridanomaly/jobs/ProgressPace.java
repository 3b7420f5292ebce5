package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.Progress;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of a detection are told. Each of them changes the page of whoever watches: what a
 * network does fifty times a second would keep the browser busier than an eye can follow, on a
 * machine that may be the one that trains. Used by one thread at a time.
 */
final class ProgressPace {

  /** Often enough to look alive. */
  static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);

  private final LongSupplier clock;
  private @Nullable Class<? extends Progress> kind;
  private long told;

  /**
   * @param clock nanoseconds since any fixed moment
   */
  ProgressPace(LongSupplier clock) {
    this.clock = clock;
  }

  /** Whether this one is told: other work has begun, or the last was told some time ago. */
  boolean isDue(Progress step) {
    long now = clock.getAsLong();
    if (step.getClass().equals(kind) && now - told < INTERVAL) {
      return false;
    }
    kind = step.getClass();
    told = now;
    return true;
  }
}
