package io.hybridanomaly.series;

/**
 * The times of a series, in ascending order: dates, times since the start of a recording, or,
 * without either, the numbers of the rows.
 */
public sealed interface TimeAxis permits RowNumbers, Timestamps, ElapsedTimes {

  /** Number of points. */
  int size();

  /**
   * The time of a point as text: for dates {@code yyyy-MM-ddTHH:mm:ss} as written in the file, with
   * a fraction only if it is not zero and a zone only if the file has one; {@code 12.5 s} for times
   * since the start; otherwise the row number.
   *
   * @param index point, from 0
   */
  String text(int index);

  /**
   * The place of a point on a chart's axis: milliseconds of the file's own wall clock since
   * 1970-01-01T00:00, the time since the start in the unit of the file, or the row number.
   * Ascending except where zone offsets change: in the hour that a clock repeats, two points have
   * the same place.
   *
   * @param index point, from 0
   */
  double position(int index);

  /**
   * When a point is, on a scale that never goes back: as {@link #position(int)}, but in UTC where
   * the file has zones. Distances in time are to be taken from it.
   *
   * @param index point, from 0
   */
  double instant(int index);

  /**
   * The first point in the order of the series whose place is at or after a place of the axis.
   *
   * @param position as {@link #position(int)} gives it
   * @return a point, or {@link #size()} if all are before
   * @implSpec bisection, for an axis whose places ascend
   */
  default int firstAtOrAfter(double position) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (position(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
