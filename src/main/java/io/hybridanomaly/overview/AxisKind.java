package io.hybridanomaly.overview;

import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;

/** Kinds of time that have no common axis. */
public enum AxisKind {
  /** Milliseconds since 1970-01-01T00:00, in UTC where a file has zones. */
  DATES,
  /** Milliseconds since the start of a recording. */
  ELAPSED,
  /** Numbers of rows. */
  ROWS;

  private static final double MICROS_PER_MILLI = 1000;

  static AxisKind of(TimeAxis times) {
    return switch (times) {
      case Timestamps ignored -> DATES;
      case ElapsedTimes ignored -> ELAPSED;
      case RowNumbers ignored -> ROWS;
    };
  }

  /** When a point is, in the unit of the kind of its axis. */
  static double place(TimeAxis times, int point) {
    return times instanceof ElapsedTimes elapsed
        ? elapsed.instant(point) * (elapsed.unit().micros() / MICROS_PER_MILLI)
        : times.instant(point);
  }
}
