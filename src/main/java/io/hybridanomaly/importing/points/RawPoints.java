package io.hybridanomaly.importing.points;

import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Points in the order of the file or, later, of time. Arrays of equal length; not copied.
 *
 * @param rows data row numbers from 1, or null if there are dates
 * @param localMicros wall clock times, or null if there are none
 * @param offsets zone offsets in seconds, or null if the file has none
 * @param nanos nanoseconds behind the microseconds, or null if all are 0
 * @param values numbers; NaN for a missing one that is to be filled
 * @param labels 0 or 1, or null
 * @param scale what the times count from
 */
public record RawPoints(
    int @Nullable [] rows,
    long @Nullable [] localMicros,
    int @Nullable [] offsets,
    short @Nullable [] nanos,
    double[] values,
    byte @Nullable [] labels,
    TimeScale scale) {

  /** Points with dates or row numbers. */
  public RawPoints(
      int @Nullable [] rows,
      long @Nullable [] localMicros,
      int @Nullable [] offsets,
      short @Nullable [] nanos,
      double[] values,
      byte @Nullable [] labels) {
    this(rows, localMicros, offsets, nanos, values, labels, TimeScale.CALENDAR);
  }

  /** Number of points. */
  public int size() {
    return values.length;
  }

  /** The times of the points, or their row numbers. */
  public TimeAxis axis() {
    if (localMicros != null) {
      ElapsedTimes.Unit unit = scale.unit();
      return unit == null
          ? new Timestamps(localMicros, offsets, nanos, scale.offsetsInferred())
          : new ElapsedTimes(localMicros, nanos, unit);
    }
    if (rows == null) {
      throw new IllegalStateException("neither dates nor row numbers");
    }
    return new RowNumbers(rows);
  }

  /** Instants in whole microseconds; null without dates. */
  public long @Nullable [] instants() {
    if (localMicros == null || offsets == null) {
      return localMicros;
    }
    long[] instants = new long[size()];
    Timestamps times = new Timestamps(localMicros, offsets);
    for (int i = 0; i < instants.length; i++) {
      instants[i] = times.instantMicros(i);
    }
    return instants;
  }

  /** Instants as fine as the file has them; null without dates. */
  public @Nullable TimeKeys keys() {
    long[] instants = instants();
    return instants == null ? null : TimeKeys.of(instants, nanos);
  }

  /** The points at the given places, in that order. */
  public RawPoints select(int[] places) {
    int n = places.length;
    int[] newRows = rows == null ? null : new int[n];
    long[] newLocal = localMicros == null ? null : new long[n];
    int[] newOffsets = offsets == null ? null : new int[n];
    short[] newNanos = nanos == null ? null : new short[n];
    double[] newValues = new double[n];
    byte[] newLabels = labels == null ? null : new byte[n];
    for (int i = 0; i < n; i++) {
      int place = places[i];
      newValues[i] = values[place];
      if (newRows != null && rows != null) {
        newRows[i] = rows[place];
      }
      if (newLocal != null && localMicros != null) {
        newLocal[i] = localMicros[place];
      }
      if (newOffsets != null && offsets != null) {
        newOffsets[i] = offsets[place];
      }
      if (newNanos != null && nanos != null) {
        newNanos[i] = nanos[place];
      }
      if (newLabels != null && labels != null) {
        newLabels[i] = labels[place];
      }
    }
    return new RawPoints(newRows, newLocal, newOffsets, newNanos, newValues, newLabels, scale);
  }

  /** The same times with other values and labels. */
  public RawPoints with(double[] newValues, byte @Nullable [] newLabels) {
    return new RawPoints(rows, localMicros, offsets, nanos, newValues, newLabels, scale);
  }

  /** The same points with other times on the clock. */
  public RawPoints withTimes(long[] times) {
    return new RawPoints(rows, times, offsets, nanos, values, labels, scale);
  }

  /** The same points with offsets that their order tells. */
  public RawPoints withInferred(int[] inferred) {
    return new RawPoints(
        rows, localMicros, inferred, nanos, values, labels, new TimeScale(null, true));
  }

  /** Places whose value is there. */
  public int[] filledPlaces() {
    int[] places = new int[size()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      if (!Double.isNaN(values[i])) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }
}
