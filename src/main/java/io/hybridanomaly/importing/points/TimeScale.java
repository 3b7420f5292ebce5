package io.hybridanomaly.importing.points;

import io.hybridanomaly.series.ElapsedTimes;
import org.jspecify.annotations.Nullable;

/**
 * What the times of points count from.
 *
 * @param unit the unit in which the file counts from the start of its recording; null if times are
 *     dates or row numbers
 * @param offsetsInferred whether the offsets follow from the order of the file and were not written
 */
public record TimeScale(ElapsedTimes.@Nullable Unit unit, boolean offsetsInferred) {

  /** Dates, or row numbers. */
  public static final TimeScale CALENDAR = new TimeScale(null, false);
}
