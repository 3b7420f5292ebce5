package io.hybridanomaly.series;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the clock of a series is set, to summer time and back, and whether the series follows it.
 * What people do follows the clock on the wall, and its days go on in phase by that clock; the
 * temperature of a roof does not. The series itself tells: the days behind a change resemble those
 * of the week before by the one clock or by the other.
 */
final class ClockShifts {

  private static final double SECOND = 1_000;
  private static final double DAY = 86_400 * SECOND;

  /** Days behind a change that are compared with as many before it, at most. */
  private static final int MOST_DAYS = 7;

  /** A clock is set once in so many days at most; offsets that change more often are no clock. */
  private static final double DAYS_PER_CHANGE = 60;

  /** Differences by the clock on the wall, at most, as a part of those by instants. */
  private static final double CLEARLY_LESS = 0.9;

  private final Timestamps times;
  private final int[] offsets;
  private final double[] values;
  private double byWall;
  private double byInstant;

  private ClockShifts(Timestamps times, int[] offsets, double[] values) {
    this.times = times;
    this.offsets = offsets;
    this.values = values;
  }

  /**
   * The first points behind the changes of the clock, if the series follows it.
   *
   * @param values [points]
   * @return ascending; empty if no clock is set, if there is no day before and after a change, or
   *     if the series does not follow it
   */
  static int[] followed(TimeAxis times, double[] values) {
    if (!(times instanceof Timestamps stamps) || stamps.offsetSeconds() == null) {
      return new int[0];
    }
    ClockShifts shifts = new ClockShifts(stamps, stamps.offsetSeconds(), values);
    int[] changes = shifts.changes();
    Arrays.stream(changes).forEach(shifts::compare);
    return shifts.byWall < CLEARLY_LESS * shifts.byInstant ? changes : new int[0];
  }

  /** Those with a day of points before and behind them. */
  private int[] changes() {
    int n = offsets.length;
    int[] all = IntStream.range(1, n).filter(i -> shift(i) != 0).toArray();
    double days = n == 0 ? 0 : (times.instant(n - 1) - times.instant(0)) / DAY;
    return all.length > 2 + days / DAYS_PER_CHANGE
        ? new int[0]
        : Arrays.stream(all).filter(change -> days(change) > 0).toArray();
  }

  /** By how much the clock is set before a point, in milliseconds. */
  private double shift(int point) {
    boolean known =
        offsets[point] != Timestamps.NO_OFFSET && offsets[point - 1] != Timestamps.NO_OFFSET;
    return known ? SECOND * (offsets[point] - offsets[point - 1]) : 0;
  }

  /** Whole days that there are on both sides of a change. */
  private int days(int change) {
    double before = times.instant(change) - times.instant(0);
    double behind = times.instant(offsets.length - 1) - times.instant(change);
    return (int) Math.min(MOST_DAYS, Math.min(before, behind) / DAY);
  }

  private void compare(int change) {
    double shift = shift(change);
    double back = days(change) * DAY;
    double end = times.instant(change) + back;
    for (int i = change; i < values.length && times.instant(i) < end; i++) {
      int instant = nearest(times.instant(i) - back, change, shift);
      int wall = nearest(times.instant(i) - back + shift, change, shift);
      if (instant >= 0 && wall >= 0 && instant != wall) {
        byInstant += Math.abs(values[i] - values[instant]);
        byWall += Math.abs(values[i] - values[wall]);
      }
    }
  }

  /** The point nearest to an instant before a change, or -1 if it is far from it. */
  private int nearest(double instant, int change, double shift) {
    int low = 0;
    int high = change;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.instant(middle) < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean earlier =
        low > 0
            && (low == change || instant - times.instant(low - 1) < times.instant(low) - instant);
    int point = earlier ? low - 1 : low;
    return Math.abs(times.instant(point) - instant) < Math.abs(shift) / 4 ? point : -1;
  }
}
