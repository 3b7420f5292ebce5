package io.hybridanomaly.detection;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Estimates how long a detection still takes from the speed it had so far. Since progress counts in
 * expected time, the speed is the same in all stages, whatever the machine and whoever else uses
 * it. Used from one thread.
 */
public final class RemainingTime {

  /** Before this share of the work is done, too little has been measured to promise anything. */
  private static final double FIRST_ESTIMATE = 0.1;

  private static final double NANOS = 1e9;

  private final LongSupplier clock;
  private long began;
  private double beganAt;
  private double done;
  private boolean running;

  /**
   * @param clock nanoseconds since any fixed moment
   */
  public RemainingTime(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Hears of progress. The clock starts with the first that is above zero: waiting for a slot or
   * for the engine says nothing about the work.
   *
   * @param share of the whole that is done, 0 to 1
   */
  public void update(double share) {
    if (!running && share > 0) {
      running = true;
      began = clock.getAsLong();
      beganAt = share;
    }
    done = share;
  }

  /** Seconds that are left; empty as long as too little has been measured. */
  public OptionalDouble seconds() {
    double measured = done - beganAt;
    if (!running || measured < FIRST_ESTIMATE) {
      return OptionalDouble.empty();
    }
    double elapsed = (clock.getAsLong() - began) / NANOS;
    return OptionalDouble.of(elapsed * (1 - done) / measured);
  }
}
