package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.options.Resampling;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.read.UsableRows;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gathers points in equal steps of the wall clock. A step starts at a whole multiple of its length
 * since 1970-01-01T00:00 (weeks: since Monday, 1969-12-29; months: since January of the year 0) and
 * is named by its start.
 */
final class Resampler {

  private static final long SECOND = ClockTime.MICROS_PER_SECOND;

  /** 1969-12-29, the Monday before 1970. */
  private static final long FIRST_MONDAY = -3 * ClockTime.MICROS_PER_DAY;

  private final RawPoints points;
  private final long[] localMicros;
  private final int @Nullable [] offsets;
  private final Resampling.Every step;

  private Resampler(
      RawPoints points, long[] localMicros, int @Nullable [] offsets, Resampling.Every step) {
    this.points = points;
    this.localMicros = localMicros;
    this.offsets = offsets;
    this.step = step;
  }

  /**
   * One point for each step that holds one.
   *
   * @param points in the order of their instants, no value NaN
   * @throws ImportException without dates, or if too few steps hold a point, or a sum is too large
   */
  static RawPoints resample(RawPoints points, Resampling.Every step) throws ImportException {
    long[] local = points.localMicros();
    if (local == null) {
      throw new ImportException(
          "Rows without dates cannot be gathered in steps of time: choose a date column.");
    }
    RawPoints byClock = new Resampler(points, local, points.offsets(), step).gather();
    long[] instants = byClock.instants();
    if (instants == null || isStrictlyAscending(instants)) {
      return byClock;
    }
    // Where clocks go back, or zones change to and fro, only UTC runs forwards.
    long[] utc = points.instants();
    int[] zero = new int[points.size()];
    return new Resampler(points, utc == null ? local : utc, zero, step).gather();
  }

  private static boolean isStrictlyAscending(long[] times) {
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private RawPoints gather() throws ImportException {
    int n = localMicros.length;
    long[] starts = new long[n];
    int[] startOffsets = new int[n];
    double[] values = new double[n];
    byte[] oldLabels = points.labels();
    byte[] labels = new byte[n];
    int count = 0;
    for (int from = 0, to; from < n; from = to) {
      long key = key(from);
      to = from + 1;
      while (to < n && key(to) == key) {
        to++;
      }
      starts[count] = start(localMicros[from]);
      startOffsets[count] = offsets == null ? Timestamps.NO_OFFSET : offsets[from];
      values[count] = aggregate(from, to);
      for (int i = from; oldLabels != null && i < to; i++) {
        labels[count] |= oldLabels[i];
      }
      count++;
    }
    UsableRows.checkLeft(count, "after resampling", "choose a shorter step");
    return new RawPoints(
        null,
        Arrays.copyOf(starts, count),
        offsets == null ? null : Arrays.copyOf(startOffsets, count),
        null,
        Arrays.copyOf(values, count),
        oldLabels == null ? null : Arrays.copyOf(labels, count),
        points.scale());
  }

  /** Points with the same key belong together: below a day, the hour that clocks repeat is two. */
  private long key(int place) {
    long start = start(localMicros[place]);
    boolean dayOrMore = step.unit().compareTo(Resampling.Unit.DAY) >= 0;
    boolean zone = offsets != null && offsets[place] != Timestamps.NO_OFFSET;
    return dayOrMore || offsets == null || !zone ? start : start - offsets[place] * SECOND;
  }

  private double aggregate(int from, int to) throws ImportException {
    double[] values = points.values();
    if (to - from == 1 || step.aggregation() == Resampling.Aggregation.LAST) {
      return values[to - 1];
    }
    double result = 0;
    boolean sum = step.aggregation() == Resampling.Aggregation.SUM;
    for (int i = from; i < to; i++) {
      result += sum ? values[i] : values[i] / (to - from);
    }
    if (Double.isInfinite(result)) {
      throw new ImportException(
          "The values from %s on add up to more than a number can hold: choose the mean."
              .formatted(points.axis().text(from)));
    }
    return result;
  }

  /** The start of the step that holds a time. */
  private long start(long local) {
    return switch (step.unit()) {
      case SECOND -> multiple(local, SECOND);
      case MINUTE -> multiple(local, 60 * SECOND);
      case HOUR -> multiple(local, 3600 * SECOND);
      case DAY -> multiple(local, ClockTime.MICROS_PER_DAY);
      case WEEK -> multiple(local - FIRST_MONDAY, 7 * ClockTime.MICROS_PER_DAY) + FIRST_MONDAY;
      case MONTH -> monthStart(local, 1);
      case QUARTER -> monthStart(local, 3);
      case YEAR -> monthStart(local, 12);
    };
  }

  private long multiple(long local, long unit) {
    long length = step.count() * unit;
    return Math.floorDiv(local, length) * length;
  }

  private long monthStart(long local, long unit) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(local, ClockTime.MICROS_PER_DAY));
    long months = date.getYear() * 12L + date.getMonthValue() - 1;
    long first = Math.floorDiv(months, step.count() * unit) * (step.count() * unit);
    return LocalDate.of((int) (first / 12), (int) (first % 12) + 1, 1).toEpochDay()
        * ClockTime.MICROS_PER_DAY;
  }
}
