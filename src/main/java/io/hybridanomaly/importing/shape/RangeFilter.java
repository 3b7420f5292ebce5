package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.number.PlainNumber;
import io.hybridanomaly.importing.options.TimeRange;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.read.UsableRows;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateParser;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import io.hybridanomaly.series.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaves out the points beyond a chosen range of times. */
final class RangeFilter {

  private final RawPoints points;
  private final @Nullable DateReading dates;

  private RangeFilter(RawPoints points, @Nullable DateReading dates) {
    this.points = points;
    this.dates = dates;
  }

  /**
   * The points within a range, both ends included.
   *
   * @param dates how the file writes its times; null for row numbers
   * @throws ImportException if an end cannot be read or too few points are left
   */
  static RawPoints keep(RawPoints points, TimeRange range, @Nullable DateReading dates)
      throws ImportException {
    return range.isAll() ? points : new RangeFilter(points, dates).keep(range);
  }

  /** An end of the range: microseconds and the nanoseconds behind them, or a row number. */
  private record End(long position, int nanos) {

    /** The order of a point and this end. */
    int compare(long otherPosition, int otherNanos) {
      int order = Long.compare(otherPosition, position);
      return order == 0 ? Integer.compare(otherNanos, nanos) : order;
    }
  }

  private RawPoints keep(TimeRange range) throws ImportException {
    End from = end(range.from(), false, Long.MIN_VALUE);
    End to = end(range.to(), true, Long.MAX_VALUE);
    int[] places = new int[points.size()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      long position = position(i);
      int nanos = points.nanos() == null ? 0 : points.nanos()[i];
      if (from.compare(position, nanos) >= 0 && to.compare(position, nanos) <= 0) {
        places[count++] = i;
      }
    }
    RawPoints kept = points.select(Arrays.copyOf(places, count));
    UsableRows.checkLeft(
        kept.filledPlaces().length, "in the chosen range of times", "choose a wider range");
    return kept;
  }

  private long position(int place) {
    if (points.localMicros() != null) {
      return points.localMicros()[place];
    }
    return points.rows() == null ? place : points.rows()[place];
  }

  private End end(Optional<String> text, boolean last, long unbounded) throws ImportException {
    if (text.isEmpty()) {
      return new End(unbounded, 0);
    }
    String stripped = Blanks.strip(text.get());
    End read = dates == null ? rowNumber(stripped) : time(stripped, dates, last);
    if (read == null) {
      TimeAxis axis = points.axis();
      throw new ImportException(
          "The range of times cannot be chosen by “%s”: write %s, such as %s."
              .formatted(
                  Blanks.shorten(stripped),
                  dates == null ? "the number of a row" : "a date",
                  axis.text(0)));
    }
    return read;
  }

  private static @Nullable End rowNumber(String text) {
    long number = PlainNumber.digits(text);
    return number < 0 ? null : new End(number, 0);
  }

  private static @Nullable End time(String text, DateReading dates, boolean last) {
    DateParser parser = new DateParser(dates.order());
    if (parser.parse(text) && parser.granularity() != DateGranularity.TIME) {
      return last && !parser.hasTime()
          ? new End(lastMicro(parser.localMicros(), parser.granularity()), 999)
          : new End(parser.localMicros(), parser.nanos());
    }
    TimeReader reader = new TimeReader(dates);
    return reader.read(text) == TimeReader.Status.TIME
        ? new End(reader.localMicros(), reader.nanos())
        : null;
  }

  /** The last microsecond of the day, week, month, quarter or year that starts at a time. */
  private static long lastMicro(long start, DateGranularity granularity) {
    LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(start, ClockTime.MICROS_PER_DAY));
    LocalDate next =
        switch (granularity) {
          case DAY, TIME -> first.plusDays(1);
          case WEEK -> first.plusWeeks(1);
          case MONTH -> first.plusMonths(1);
          case QUARTER -> first.plusMonths(3);
          case HALF_YEAR -> first.plusMonths(6);
          case YEAR -> first.plusYears(1);
        };
    return next.toEpochDay() * ClockTime.MICROS_PER_DAY - 1;
  }
}
