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

  /**
   * Days that are compared, at most, and how long before: the same days of the week, or as many
   * days as there are before the change.
   */
  private static final int WEEK = 7;

  private static final double HOUR = DAY / 24;

  /** Standard errors that the difference of the two must have. */
  private static final double SURE = 2;

  /** A clock is set once in so many days at most; offsets that change more often are no clock. */
  private static final double DAYS_PER_CHANGE = 60;

  /** Differences by the clock on the wall, at most, as a part of those by instants. */
  private static final double CLEARLY_LESS = 0.9;

  private final Timestamps times;
  private final int[] offsets;
  private final double[] values;
  private double byWall;
  private double byInstant;

  /** Squares of what each pair of points speaks for one of the two. */
  private double squares;

  private double pairs;

  /** That were compared; points of one hour depend on each other. */
  private double hours;

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
    return shifts.areClear() ? changes : new int[0];
  }

  /** By chance noise is a little nearer to one of the two. */
  private boolean areClear() {
    double mean = (byInstant - byWall) / Math.max(1, pairs);
    double deviation = Math.sqrt(Math.max(0, squares / Math.max(1, pairs) - mean * mean));
    double independent = Math.max(1, Math.min(pairs, hours));
    return byWall < CLEARLY_LESS * byInstant && mean > SURE * deviation / Math.sqrt(independent);
  }

  /** Those with a day of points before and behind them. */
  private int[] changes() {
    int n = offsets.length;
    int[] all = IntStream.range(1, n).filter(i -> shift(i) != 0).toArray();
    double days = n == 0 ? 0 : (times.instant(n - 1) - times.instant(0)) / DAY;
    return all.length > 2 + days / DAYS_PER_CHANGE
        ? new int[0]
        : Arrays.stream(all)
            .filter(change -> Math.min(daysBefore(change), daysBehind(change)) >= 1)
            .toArray();
  }

  /** By how much the clock is set before a point, in milliseconds. */
  private double shift(int point) {
    boolean known =
        offsets[point] != Timestamps.NO_OFFSET && offsets[point - 1] != Timestamps.NO_OFFSET;
    return known ? SECOND * (offsets[point] - offsets[point - 1]) : 0;
  }

  private double daysBefore(int change) {
    return (times.instant(change) - times.instant(0)) / DAY;
  }

  private double daysBehind(int change) {
    return (times.instant(offsets.length - 1) - times.instant(change)) / DAY;
  }

  private void compare(int change) {
    double shift = shift(change);
    double back = Math.min(WEEK, Math.floor(daysBefore(change))) * DAY;
    double end = times.instant(change) + back;
    hours += Math.min(back, daysBehind(change) * DAY) / HOUR;
    for (int i = change; i < values.length && times.instant(i) < end; i++) {
      int instant = nearest(times.instant(i) - back, change, shift);
      int wall = nearest(times.instant(i) - back + shift, change, shift);
      if (instant >= 0 && wall >= 0 && instant != wall) {
        double ofInstant = Math.abs(values[i] - values[instant]);
        double ofWall = Math.abs(values[i] - values[wall]);
        byInstant += ofInstant;
        byWall += ofWall;
        squares += (ofInstant - ofWall) * (ofInstant - ofWall);
        pairs++;
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
