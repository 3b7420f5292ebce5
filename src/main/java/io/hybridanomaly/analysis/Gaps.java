package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a series has no points though its rhythm says that there should be some.
 *
 * @param count how many such places there are, at least one
 * @param points points that would fill them
 * @param after time of the last point before the longest, as files write it
 * @param until time of the first point after it, as files write it
 */
public record Gaps(int count, long points, String after, String until) {

  private static final String MIDNIGHT = "T00:00:00";

  /**
   * The gaps of a series. With a regular step they are its multiples and are counted exactly,
   * without the times of the week at which it never has a point; of other series they are the
   * stretches that the page hatches, and their points an estimate.
   *
   * @param step the distance between times; empty without dates
   * @return empty if nothing is missing
   */
  public static Optional<Gaps> of(TimeAxis times, Optional<SamplingStep> step) {
    if (step.isPresent() && step.get().regular()) {
      return WeekRests.of(times, step.get())
          .map(rests -> of(times, rests))
          .orElseGet(() -> of(times, step.get().gaps(), step.get().missingSteps()));
    }
    List<MissingStretch> missing = MissingStretch.in(times);
    double without = missing.stream().mapToDouble(stretch -> length(times, stretch.after())).sum();
    int ordinary = times.size() - 1 - missing.size();
    double usual = (times.instant(times.size() - 1) - times.instant(0) - without) / ordinary;
    return of(times, missing.size(), Math.round(without / usual) - missing.size());
  }

  private static Optional<Gaps> of(TimeAxis times, WeekRests rests) {
    int count = 0;
    long points = 0;
    int longest = 0;
    long most = 0;
    for (int i = 0; i + 1 < times.size(); i++) {
      long missing = rests.missingAfter(i);
      count += missing > 0 ? 1 : 0;
      points += missing;
      longest = missing > most ? i : longest;
      most = Math.max(most, missing);
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(new Gaps(count, points, times.text(longest), times.text(longest + 1)));
  }

  private static Optional<Gaps> of(TimeAxis times, int count, long points) {
    if (count == 0) {
      return Optional.empty();
    }
    int longest = 0;
    for (int i = 1; i + 1 < times.size(); i++) {
      longest = length(times, i) > length(times, longest) ? i : longest;
    }
    return Optional.of(
        new Gaps(count, Math.max(count, points), times.text(longest), times.text(longest + 1)));
  }

  private static double length(TimeAxis times, int after) {
    return times.instant(after + 1) - times.instant(after);
  }

  /** Number and size: {@code 1 gap (168 points missing)}. */
  private String counts(Locale locale) {
    return "%s (%s missing)"
        .formatted(
            NumberText.count(count, "gap", locale), NumberText.count(points, "point", locale));
  }

  /** All of it: {@code 2 gaps (170 points missing), the longest from … to …}. */
  public String text() {
    return text(Locale.ENGLISH, after.replace('T', ' '), until.replace('T', ' '));
  }

  /**
   * The same with separators and dates of a language, and without a time of day that is midnight.
   */
  public String text(Locale locale) {
    boolean days = after.endsWith(MIDNIGHT) && until.endsWith(MIDNIGHT);
    return text(locale, readable(after, days, locale), readable(until, days, locale));
  }

  private String text(Locale locale, String from, String to) {
    String which = count == 1 ? "from" : "the longest from";
    return "%s, %s %s to %s".formatted(counts(locale), which, from, to);
  }

  private static String readable(String time, boolean days, Locale locale) {
    String shortened = days ? time.substring(0, time.length() - MIDNIGHT.length()) : time;
    return TimeText.ordered(shortened.replace('T', ' '), locale);
  }
}
