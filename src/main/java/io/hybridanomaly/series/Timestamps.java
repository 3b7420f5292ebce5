package io.hybridanomaly.series;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as the file writes them.
 *
 * @param localMicros microseconds of the file's own wall clock since 1970-01-01T00:00; not copied,
 *     must not be changed afterwards
 * @param offsetSeconds the zone offset of each point in seconds east of UTC, {@link #NO_OFFSET} for
 *     a point without a zone, or null if the file has no zones; points are in the order of their
 *     instants
 * @param nanos nanoseconds behind the microseconds of each point, 0 to 999, or null if all are 0:
 *     an own array, because one number of nanoseconds reaches only from 1677 to 2262
 * @param offsetsInferred whether the offsets were not written but follow from the order of the
 *     file, where clocks go back or forward; they count for distances and are not shown
 */
public record Timestamps(
    long[] localMicros,
    int @Nullable [] offsetSeconds,
    short @Nullable [] nanos,
    boolean offsetsInferred)
    implements TimeAxis {

  /** Stands for the offset of a point that has none; it is ordered as if it were UTC. */
  public static final int NO_OFFSET = Integer.MIN_VALUE;

  /** Distances between times that are looked at for the usual one, at most. */
  private static final int DISTANCES = 10_000;

  private static final double MICROS_PER_MILLI = 1000;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  // Written out, because NullAway does not see the annotation through a compact constructor.
  public Timestamps(
      long[] localMicros,
      int @Nullable [] offsetSeconds,
      short @Nullable [] nanos,
      boolean offsetsInferred) {
    if (offsetSeconds != null && offsetSeconds.length != localMicros.length) {
      throw new IllegalArgumentException("one offset for each time expected");
    }
    if (nanos != null && nanos.length != localMicros.length) {
      throw new IllegalArgumentException("nanoseconds for each time expected");
    }
    this.localMicros = localMicros;
    this.offsetSeconds = offsetSeconds;
    this.nanos = nanos;
    this.offsetsInferred = offsetsInferred;
  }

  /** Times with offsets as written, if there are any. */
  public Timestamps(long[] localMicros, int @Nullable [] offsetSeconds, short @Nullable [] nanos) {
    this(localMicros, offsetSeconds, nanos, false);
  }

  /** Times to the microsecond. */
  public Timestamps(long[] localMicros, int @Nullable [] offsetSeconds) {
    this(localMicros, offsetSeconds, null);
  }

  @Override
  public int size() {
    return localMicros.length;
  }

  @Override
  public String text(int index) {
    String local = TEXT.format(localDateTime(index));
    return offsetSeconds == null || offsetsInferred || offsetSeconds[index] == NO_OFFSET
        ? local
        : local + ZoneOffset.ofTotalSeconds(offsetSeconds[index]).getId();
  }

  @Override
  public double position(int index) {
    return localMicros[index] / MICROS_PER_MILLI;
  }

  @Override
  public double instant(int index) {
    return instantMicros(index) / MICROS_PER_MILLI;
  }

  @Override
  public int firstAtOrAfter(double position) {
    if (offsetSeconds == null) {
      return TimeAxis.super.firstAtOrAfter(position);
    }
    // Where a clock goes back, places do not ascend and halving would lead astray.
    int point = 0;
    while (point < localMicros.length && position(point) < position) {
      point++;
    }
    return point;
  }

  /**
   * The usual time from one point to the next, in milliseconds of the wall clock: the median of the
   * first ten thousand distances.
   *
   * @throws IllegalStateException if there are fewer than two points
   */
  public double usualStep() {
    if (size() < 2) {
      throw new IllegalStateException("a step is between two points");
    }
    double[] distances = new double[Math.min(DISTANCES, size() - 1)];
    Arrays.setAll(distances, i -> position(i + 1) - position(i));
    Arrays.sort(distances);
    int middle = distances.length / 2;
    return distances.length % 2 == 1
        ? distances[middle]
        : (distances[middle - 1] + distances[middle]) / 2;
  }

  /** The instant of a point in microseconds since 1970-01-01T00:00Z; without a zone, as in UTC. */
  public long instantMicros(int index) {
    return offsetSeconds == null || offsetSeconds[index] == NO_OFFSET
        ? localMicros[index]
        : localMicros[index] - offsetSeconds[index] * MICROS_PER_SECOND;
  }

  /** The wall clock time of a point. */
  public LocalDateTime localDateTime(int index) {
    long seconds = Math.floorDiv(localMicros[index], MICROS_PER_SECOND);
    long micros = Math.floorMod(localMicros[index], MICROS_PER_SECOND);
    int finer = nanos == null ? 0 : nanos[index];
    return LocalDateTime.ofEpochSecond(seconds, (int) (micros * 1000) + finer, ZoneOffset.UTC);
  }
}
