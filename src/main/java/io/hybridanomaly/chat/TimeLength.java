package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.Optional;

/** How long something lasts, in two units at most: {@code 30 h 15 min}. */
final class TimeLength {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** Longer ones are told in days. */
  private static final long MOST_HOURS = 48;

  private static final double MILLIS = 1000;

  private TimeLength() {}

  /**
   * From the first value of a stretch to the end of its last one, which holds for a usual step.
   *
   * @return empty without dates
   */
  static Optional<String> of(Segment stretch, TimeAxis times) {
    double step = StepWord.seconds(times);
    return times instanceof Timestamps && !Double.isNaN(step)
        ? Optional.of(
            ofSeconds(
                (times.instant(stretch.last()) - times.instant(stretch.from())) / MILLIS + step))
        : Optional.empty();
  }

  /** A number of seconds in words. */
  static String ofSeconds(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= MOST_HOURS * HOUR) {
      return two(whole, DAY, "days", HOUR, "h");
    }
    if (whole >= HOUR) {
      return two(whole, HOUR, "h", MINUTE, "min");
    }
    return whole >= MINUTE ? two(whole, MINUTE, "min", 1, "s") : whole + " s";
  }

  private static String two(long seconds, long unit, String name, long part, String partName) {
    long rounded = part * Math.round((double) seconds / part);
    long parts = rounded % unit / part;
    String first = rounded / unit + " " + name;
    return parts == 0 ? first : "%s %d %s".formatted(first, parts, partName);
  }
}
