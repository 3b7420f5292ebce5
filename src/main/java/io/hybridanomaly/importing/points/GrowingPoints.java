package io.hybridanomaly.importing.points;

import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Points as they are read, in arrays that grow together. What a file does not have costs nothing:
 * row numbers or times, zone offsets, labels.
 */
public final class GrowingPoints {

  private static final int FIRST_CAPACITY = 64;

  private double[] values = new double[FIRST_CAPACITY];
  private long @Nullable [] localMicros;
  private int @Nullable [] rows;
  private int @Nullable [] offsets;
  private short @Nullable [] nanos;
  private byte @Nullable [] labels;
  private final TimeScale scale;
  private int size;

  /**
   * No points yet.
   *
   * @param dated whether points have a time, otherwise a row number
   * @param labelled whether points have a label
   * @param scale what the times count from
   */
  public GrowingPoints(boolean dated, boolean labelled, TimeScale scale) {
    this.scale = scale;
    localMicros = dated ? new long[FIRST_CAPACITY] : null;
    rows = dated ? null : new int[FIRST_CAPACITY];
    labels = labelled ? new byte[FIRST_CAPACITY] : null;
  }

  /** Adds a point with a row number; the label may be given after it. */
  public void add(int row, double value) {
    makeRoom();
    if (rows != null) {
      rows[size] = row;
    }
    values[size++] = value;
  }

  /**
   * Adds a point with a time; the label may be given after it.
   *
   * @param finer nanoseconds behind the microseconds
   */
  public void add(long micros, int finer, int offsetSeconds, double value) {
    makeRoom();
    if (localMicros != null) {
      localMicros[size] = micros;
    }
    if (nanos == null && finer != 0) {
      nanos = new short[values.length];
    }
    if (nanos != null) {
      nanos[size] = (short) finer;
    }
    if (offsets == null && offsetSeconds != Timestamps.NO_OFFSET) {
      offsets = new int[values.length];
      Arrays.fill(offsets, 0, size, Timestamps.NO_OFFSET);
    }
    if (offsets != null) {
      offsets[size] = offsetSeconds;
    }
    values[size++] = value;
  }

  /** Number of points so far. */
  public int size() {
    return size;
  }

  /** Sets the label of the last point, 0 or 1. */
  public void label(byte label) {
    if (labels != null) {
      labels[size - 1] = label;
    }
  }

  private void makeRoom() {
    if (size == values.length) {
      resize(size + (size >> 1));
    }
  }

  private void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
    localMicros = localMicros == null ? null : Arrays.copyOf(localMicros, capacity);
    rows = rows == null ? null : Arrays.copyOf(rows, capacity);
    offsets = offsets == null ? null : Arrays.copyOf(offsets, capacity);
    nanos = nanos == null ? null : Arrays.copyOf(nanos, capacity);
    labels = labels == null ? null : Arrays.copyOf(labels, capacity);
  }

  /** The points; nothing may be added afterwards. */
  public RawPoints toPoints() {
    if (size < values.length) {
      resize(size);
    }
    return new RawPoints(rows, localMicros, offsets, nanos, values, labels, scale);
  }
}
