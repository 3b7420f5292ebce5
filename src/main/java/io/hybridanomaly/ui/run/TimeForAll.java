package io.hybridanomaly.ui.run;

import io.hybridanomaly.detection.RemainingTime;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Estimates how long several detections of about the same length still take together. */
public final class TimeForAll {

  private final RemainingTime remaining;
  private final int all;

  /**
   * @param all number of detections
   * @param clock nanoseconds since any fixed moment
   */
  public TimeForAll(int all, LongSupplier clock) {
    this.all = all;
    this.remaining = new RemainingTime(clock);
  }

  /**
   * Hears of progress.
   *
   * @param before how many are over
   * @param share of the present one that is done, 0 to 1
   * @param secondsLeft of the present one; counts as long as too little of the whole is done
   * @return seconds left for all; empty as long as nothing is known
   */
  public OptionalDouble update(int before, double share, OptionalDouble secondsLeft) {
    remaining.update((before + share) / all);
    OptionalDouble measured = remaining.seconds();
    if (measured.isPresent() || secondsLeft.isEmpty() || share >= 1) {
      return measured;
    }
    double each = secondsLeft.getAsDouble() / (1 - share);
    return OptionalDouble.of(each * (all - before - share));
  }
}
