package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.Resampling;
import io.hybridanomaly.importing.options.ShapeChoices;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.points.TimeKeys;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.read.UsableRows;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.series.CounterReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The points of a file in time order, with the changes that the user chose.
 *
 * @param points every value a number
 * @param sorted whether the rows were in time order already
 * @param duplicates points whose time is that of the point before, counted before any were merged
 * @param copies those of them that have the value of the point before as well
 * @param repeated whether nearly every time stands equally often, more than once
 * @param counter whether the values hardly ever fall, as the reading of a meter does
 * @param clockChanges where clocks go back or forward, in plain sentences
 * @param notes what was changed by range, resampling and gaps, in plain sentences
 */
public record ShapedPoints(
    RawPoints points,
    boolean sorted,
    int duplicates,
    int copies,
    boolean repeated,
    boolean counter,
    List<String> clockChanges,
    List<String> notes) {

  /**
   * Puts points in order and changes them as the user chose.
   *
   * @throws ImportException if a choice cannot be followed or leaves too little
   */
  public static ShapedPoints of(FileReading reading, ImportOptions options) throws ImportException {
    ShapeChoices shape = options.shape();
    List<String> notes = new ArrayList<>();
    ClockChanges.Found changes = ClockChanges.in(onTheClock(reading));
    RawPoints points = changes.points();
    TimeKeys keys = points.keys();
    boolean sorted = keys == null || TimeKeys.isSorted(keys.ticks());
    if (keys != null && !sorted) {
      points = points.select(TimeKeys.sortedPlaces(keys.ticks()));
    }
    if (keys != null && points.nanos() != null && keys.perMicro() == 1) {
      notes.add("Times before 1678 or after 2261: all were put in order by the microsecond.");
    }
    int all = points.size();
    points = RangeFilter.keep(points, shape.range(), reading.plan().dates());
    if (points.size() < all) {
      int left = all - points.size();
      notes.add(
          "%s outside the chosen range of times %s left out."
              .formatted(left == 1 ? "1 row" : left + " rows", left == 1 ? "was" : "were"));
    }
    points = PointEditing.fill(points, shape.missing());
    int duplicates = PointEditing.duplicates(points.keys());
    int copies = duplicates > 0 ? PointEditing.copies(points) : 0;
    boolean repeated = duplicates > 0 && PointEditing.repeatsEvenly(points.keys());
    if (duplicates > 0 && shape.duplicates() != DuplicateTimes.KEEP) {
      points = PointEditing.merge(points, shape.duplicates());
      UsableRows.checkLeft(points.size(), "after merging equal times", "keep equal times apart");
    }
    Gaps.Treated differences = Differences.treat(points, shape.differencing());
    points = differences.points();
    differences.note().ifPresent(notes::add);
    boolean counter =
        shape.differencing() == Differencing.NONE && CounterReadings.isCounter(points.values());
    if (shape.resampling() instanceof Resampling.Every step) {
      int before = points.size();
      points = Resampler.resample(points, step);
      notes.add(resampled(step, before, points.size()));
    }
    Gaps.Treated treated = Gaps.treat(points, shape.gaps(), options.limits().maxRows());
    treated.note().ifPresent(notes::add);
    return new ShapedPoints(
        treated.points(),
        sorted,
        duplicates,
        copies,
        repeated,
        counter,
        changes.sentences(),
        notes);
  }

  private static RawPoints onTheClock(FileReading reading) {
    DateReading dates = reading.plan().dates();
    if (dates == null || dates.parts().isEmpty()) {
      return reading.points();
    }
    boolean settlement =
        reading.plan().columns().dates().stream()
            .anyMatch(
                column ->
                    reading.plan().name(column).toLowerCase(Locale.ROOT).contains("settlement"));
    return PeriodDays.onTheClock(reading.points(), dates.parts(), settlement);
  }

  /** The places of points in the order of time; equal times keep the order of the file. */
  public static int[] order(FileReading reading) {
    TimeKeys keys = ClockChanges.in(onTheClock(reading)).points().keys();
    return keys == null
        ? IntStream.range(0, reading.points().size()).toArray()
        : TimeKeys.sortedPlaces(keys.ticks());
  }

  private static String resampled(Resampling.Every step, int before, int after) {
    String unit = step.unit().text();
    return "%d points were gathered in %d steps of %s; each has the %s of its points."
        .formatted(
            before,
            after,
            step.count() == 1 ? "1 " + unit : step.count() + " " + unit + "s",
            step.aggregation().text());
  }
}
