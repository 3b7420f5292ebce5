package io.hybridanomaly.detection;

import io.hybridanomaly.expectation.Seasons;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.SampleGrid;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Spacing;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the times of a series say about a stretch. The time of day and the day of the week, as far
 * as values depend on them: "a Tuesday afternoon" where the series has a season of a week, "an
 * afternoon" where it has one of a day, and nothing without dates or such a season. And where time
 * is missing and nothing stood in for it: points are judged in their order then, so that a gap
 * breaks their rhythm.
 */
public final class Occasions {

  private static final double HOUR = 3_600_000;
  private static final double DAY = 24 * HOUR;
  private static final double WEEK = 7 * DAY;

  /** A season differs at most by this part from a day or a week. */
  private static final double TOLERANCE = 0.04;

  /** A part of the day is six hours; a stretch of up to twice that is named by its middle. */
  private static final double LONGEST_PART = 12 * HOUR;

  private static final int SATURDAY = DayOfWeek.SATURDAY.getValue();

  /** Of fewer weeks a day of the week occurs too rarely to be known. */
  private static final double FEW_WEEKS = 2.1;

  private static final String[] PARTS = {"night", "morning", "afternoon", "evening"};

  private final TimeAxis times;
  private final boolean day;
  private final boolean week;
  private final double step;
  private final List<MissingStretch> missing;

  private Occasions(TimeAxis times, Spacing filled, boolean day, boolean week, double step) {
    this.times = times;
    this.missing =
        MissingStretch.in(times).stream()
            .filter(stretch -> !filled.isMissingAfter(stretch.after()))
            .toList();
    this.day = day;
    this.week = week;
    this.step = step;
  }

  /**
   * The occasions of a series.
   *
   * @param times of its points
   * @param samples the series as the detector took it
   */
  public static Occasions of(TimeAxis times, Samples samples) {
    SampleGrid grid = samples.grid();
    double[] values = grid.values();
    boolean day = false;
    boolean week = false;
    double step = times instanceof Timestamps dates && values.length > 1 ? dates.usualStep() : 0;
    if (step > 0) {
      for (double season : Seasons.of(values, grid.missing())) {
        day |= Math.abs(season * step - DAY) <= TOLERANCE * DAY;
        week |= Math.abs(season * step - WEEK) <= TOLERANCE * WEEK;
      }
    }
    return new Occasions(times, samples.spacing(), day, week, step);
  }

  /**
   * The last point before the first gap inside a stretch or right beside it; empty if there is
   * none.
   */
  OptionalInt gap(Segment segment) {
    return missing.stream()
        .mapToInt(MissingStretch::after)
        .filter(after -> after >= segment.from() - 1 && after <= segment.last())
        .findFirst();
  }

  /**
   * A sentence where a stretch lies on a Saturday or Sunday and the series is too short to tell
   * whether all of these are like it; otherwise empty.
   */
  Optional<String> weekend(Segment segment) {
    if (!day || week || step > LONGEST_PART) {
      return Optional.empty();
    }
    double from = times.position(segment.from());
    DayOfWeek first = time(from).getDayOfWeek();
    DayOfWeek last = time(times.position(segment.last())).getDayOfWeek();
    double weeks = (times.position(times.size() - 1) - times.position(0)) / WEEK;
    if (first.getValue() < SATURDAY || last.getValue() < SATURDAY || weeks > FEW_WEEKS) {
      return Optional.empty();
    }
    String name = first.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Optional.of(
        "It is a %s, and the series is too short to tell whether each %s is like this."
            .formatted(name, name));
  }

  private static LocalDateTime time(double position) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli((long) position), ZoneOffset.UTC);
  }

  /** " for a Tuesday afternoon" after "usual", or nothing. */
  String after(Segment segment) {
    double first = times.position(segment.from());
    double length = times.position(segment.last()) - first + step;
    boolean part = day && step <= LONGEST_PART / 2 && length <= LONGEST_PART;
    boolean weekday = week && length <= DAY;
    if (!part && !weekday) {
      return "";
    }
    LocalDateTime middle = time(first + (length - step) / 2);
    String name =
        (weekday ? middle.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) : "")
            + (weekday && part ? " " : "")
            + (part ? PARTS[middle.getHour() / 6] : "");
    return (name.startsWith("a") || name.startsWith("e") ? " for an " : " for a ") + name;
  }
}
