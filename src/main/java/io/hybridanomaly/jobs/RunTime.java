package io.hybridanomaly.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a detection may run, so that nobody keeps a slot for ever.
 *
 * @param most the longest time
 * @param nanos a clock, such as {@link System#nanoTime}
 */
public record RunTime(Duration most, LongSupplier nanos) {

  /** By the clock of this machine. */
  public static RunTime of(Duration most) {
    return new RunTime(most, System::nanoTime);
  }

  /** The time of one detection. */
  record Watch(RunTime limit, long start) {

    boolean isOver() {
      return limit.nanos().getAsLong() - start > limit.most().toNanos();
    }
  }

  Watch start() {
    return new Watch(this, nanos.getAsLong());
  }

  /** What a visitor is told whose detection has taken longer. */
  String sentence() {
    return "The detection has taken longer than the %s that this server gives one: choose fewer"
            .formatted(text())
        + " epochs or a shorter stretch of the series.";
  }

  private String text() {
    long minutes = most.toMinutes();
    return minutes >= 1 && most.equals(Duration.ofMinutes(minutes))
        ? minutes + (minutes == 1 ? " minute" : " minutes")
        : most.toSeconds() + " seconds";
  }
}
