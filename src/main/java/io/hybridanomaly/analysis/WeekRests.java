package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.Optional;

/**
 * The times of the week at which a series never has a point, such as the weekends of an exchange or
 * the nights of a shop: nothing is missing there.
 */
final class WeekRests {

  private static final long HOUR = 3_600_000_000L;
  private static final long WEEK = 7 * 24 * HOUR;

  /** In a shorter series a time of the week may lack points by chance. */
  private static final int FEWEST_WEEKS = 4;

  private final long[] local;
  private final long step;

  /** By the step of the week, from that of the first point on. */
  private final boolean[] used;

  private WeekRests(long[] local, long step) {
    this.local = local;
    this.step = step;
    this.used = new boolean[(int) (WEEK / step)];
    for (long time : local) {
      used[slot(time)] = true;
    }
  }

  /**
   * The rests of a series.
   *
   * @param step between its times, regular
   * @return empty if it has none, or its times are no steps of the wall clock
   */
  static Optional<WeekRests> of(TimeAxis times, SamplingStep step) {
    boolean fits =
        step.months() == 0
            && step.nanos() == 0
            && step.micros() >= HOUR
            && WEEK % step.micros() == 0
            && step.micros() < WEEK;
    if (!fits || !(times instanceof Timestamps stamps)) {
      return Optional.empty();
    }
    long[] local = stamps.localMicros();
    if (local[local.length - 1] - local[0] < FEWEST_WEEKS * WEEK) {
      return Optional.empty();
    }
    for (int i = 1; i < local.length; i++) {
      long distance = local[i] - local[i - 1];
      if (distance < 0 || distance % step.micros() != 0) {
        return Optional.empty();
      }
    }
    WeekRests rests = new WeekRests(local, step.micros());
    return rests.usedIn(local[0], local[0] + WEEK) == rests.used.length
        ? Optional.empty()
        : Optional.of(rests);
  }

  private int slot(long time) {
    return (int) ((time - local[0]) % WEEK / step);
  }

  /** How many points are missing between a point and the next one. */
  long missingAfter(int point) {
    long from = local[point] + step;
    return from >= local[point + 1] ? 0 : usedIn(from, local[point + 1]);
  }

  /** Steps of a stretch at which a series has points. */
  private long usedIn(long from, long to) {
    long weeks = (to - from) / WEEK;
    long count = 0;
    if (weeks > 0) {
      for (boolean one : used) {
        count += one ? weeks : 0;
      }
    }
    for (long time = from + weeks * WEEK; time < to; time += step) {
      count += used[slot(time)] ? 1 : 0;
    }
    return count;
  }
}
