package io.hybridanomaly.detection;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Estimates how long a detection still takes from the speed of the later half of what is done: the
 * first steps are slower, because the Java machine is still compiling them. Since progress counts
 * in expected time, the speed is the same in all stages, whatever the machine and whoever else uses
 * it. Used by one thread at a time.
 */
public final class RemainingTime {

  /** Before this share of the work is done, too little has been measured to promise anything. */
  private static final double FIRST_ESTIMATE = 0.1;

  private static final double NANOS = 1e9;

  /** Moments that are remembered: one for each hundredth of the work. */
  private static final int STEPS = 100;

  private final LongSupplier clock;
  private final long[] reached = new long[STEPS + 1];
  private final double[] doneThen = new double[STEPS + 1];
  private double beganAt;
  private double done;
  private int remembered;

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
    if (remembered == 0 && share > 0) {
      beganAt = share;
      remember(share);
    } else if (remembered > 0 && share >= doneThen[remembered - 1] + 1.0 / STEPS) {
      remember(share);
    }
    done = share;
  }

  private void remember(double share) {
    reached[remembered] = clock.getAsLong();
    doneThen[remembered] = share;
    remembered++;
  }

  /** Seconds that are left; empty as long as too little has been measured. */
  public OptionalDouble seconds() {
    if (remembered == 0 || done - beganAt < FIRST_ESTIMATE) {
      return OptionalDouble.empty();
    }
    int from = 0;
    while (from + 1 < remembered && doneThen[from + 1] - beganAt <= (done - beganAt) / 2) {
      from++;
    }
    double elapsed = (clock.getAsLong() - reached[from]) / NANOS;
    return OptionalDouble.of(elapsed * (1 - done) / (done - doneThen[from]));
  }
}
