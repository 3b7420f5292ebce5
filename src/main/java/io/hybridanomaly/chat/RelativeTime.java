package io.hybridanomaly.chat;

import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "The last month" or "the first week": the calendar month, week (from Monday), year or day of the
 * series' last or first value; "at the end": its last points.
 *
 * @param from where it begins, in places of the axis
 * @param to where it ends
 * @param start where it stands in the question
 * @param end the place after it
 */
record RelativeTime(double from, double to, int start, int end) {

  private static final Pattern WORDS =
      Pattern.compile("\\b(last|latest|final|first) (day|week|month|year)\\b(?! (?:of|in) )");

  private static final Pattern AT_AN_END =
      Pattern.compile(
          "\\b(?:at|in|near|towards?) the (?:very )?(end|beginning|start)\\b(?! of (?!the (?:series|data|file)))");

  static Optional<RelativeTime> in(String words, Timestamps times) {
    Matcher match = WORDS.matcher(words);
    if (!match.find()) {
      return Optional.empty();
    }
    int point = match.group(1).equals("first") ? 0 : times.size() - 1;
    LocalDate day = times.localDateTime(point).toLocalDate();
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Optional.of(
        switch (match.group(2)) {
          case "day" -> of(match, day, day.plusDays(1));
          case "week" -> of(match, monday, monday.plusWeeks(1));
          case "month" -> of(match, day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
          default -> of(match, day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1));
        });
  }

  /** "At the end" and "at the beginning": a tenth of the points. */
  static Optional<RelativeTime> atAnEnd(String words, TimeAxis times) {
    Matcher match = AT_AN_END.matcher(words);
    if (!match.find()) {
      return Optional.empty();
    }
    int n = times.size();
    int tenth = Math.max(1, n / 10);
    boolean end = match.group(1).equals("end");
    double last = times.position(end ? n - 1 : tenth - 1);
    return Optional.of(
        new RelativeTime(
            times.position(end ? n - tenth : 0), Math.nextUp(last), match.start(), match.end()));
  }

  private static RelativeTime of(Matcher match, LocalDate from, LocalDate to) {
    return new RelativeTime(
        NamedDate.place(from.atStartOfDay()),
        NamedDate.place(to.atStartOfDay()),
        match.start(),
        match.end());
  }
}
