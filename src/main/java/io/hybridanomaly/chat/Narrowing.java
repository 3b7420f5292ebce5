package io.hybridanomaly.chat;

import io.hybridanomaly.chat.CalendarMeans.By;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which points of a stretch a question is about: those of some weekdays, of one hour of the day,
 * those that belong to no anomaly.
 *
 * @param words before the stretch, as in "the mean <i>of Sundays</i> of the whole series", or empty
 * @param without behind it, such as {@code , without anomaly 1 (4 points),}, or empty
 * @param holds whether a point is meant
 * @param rest the question without it
 * @param by what the series must be fine enough for; empty: nothing
 * @param hour of the day, also one that no day has; −1 for all
 */
record Narrowing(
    String words, String without, IntPredicate holds, String rest, Optional<By> by, int hour) {

  private static final Pattern HOUR =
      Pattern.compile("\\b(?:at|around|from) (\\d{1,2}):00(?: o.clock)?(?![:\\d])");

  private static final Pattern WITHOUT =
      Pattern.compile(
          "\\b(?:without|excluding|except(?: for)?|ignoring|leaving out|not counting|minus) (?:the |all |any ){0,2}+"
              + "(?:anomal(?:y|ies)(?:(?: number| no\\.)? ?#?(\\d{1,6})\\b)?|outliers?|alarms?|flagged (?:points?|values?|stretch(?:es)?))");

  /** The last hour of a day. */
  static final int LAST_HOUR = 23;

  /**
   * What narrows a question.
   *
   * @param rest the question in lower case without its times
   * @return empty if nothing does
   */
  static Optional<Narrowing> in(String rest, Subject subject) {
    Narrowing all = new Narrowing("", "", point -> true, rest, Optional.empty(), -1);
    Narrowing narrowed = all.toOthers(subject);
    if (subject.series().times() instanceof Timestamps times) {
      narrowed = narrowed.toWeekdays(times).toHour(times);
    }
    return narrowed.equals(all) ? Optional.empty() : Optional.of(narrowed);
  }

  /** The points of a stretch that are meant. */
  int[] points(Segment stretch) {
    return IntStream.range(stretch.from(), stretch.to()).filter(holds).toArray();
  }

  private Narrowing toWeekdays(Timestamps times) {
    List<Weekdays> named = Weekdays.in(rest);
    if (named.isEmpty()) {
      return this;
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    named.forEach(each -> days.addAll(each.days()));
    IntPredicate on = point -> days.contains(times.localDateTime(point).getDayOfWeek());
    return new Narrowing(
        "of " + named.stream().map(Weekdays::name).collect(Collectors.joining(" and ")),
        without,
        holds.and(on),
        Weekdays.removedFrom(rest),
        Optional.of(By.WEEKDAY),
        hour);
  }

  private Narrowing toHour(Timestamps times) {
    Matcher named = HOUR.matcher(rest);
    if (!named.find()) {
      return this;
    }
    int at = Integer.parseInt(named.group(1));
    return new Narrowing(
        "%s from %02d:00 to %02d:59".formatted(words, at, at).strip(),
        without,
        holds.and(point -> times.localDateTime(point).getHour() == at),
        named.replaceFirst(" "),
        Optional.of(By.HOUR),
        at);
  }

  /** Without anomalies, or without one. */
  private Narrowing toOthers(Subject subject) {
    Matcher named = WITHOUT.matcher(rest);
    List<Anomaly> ranked = subject.result().ranked();
    if (!named.find()) {
      return this;
    }
    if (ranked.isEmpty()) {
      return new Narrowing(
          words, ", in which nothing is flagged,", holds, named.replaceFirst(" "), by, hour);
    }
    int number = named.group(1) == null ? 0 : Integer.parseInt(named.group(1));
    List<Anomaly> out =
        number == 0 || number > ranked.size() ? ranked : List.of(ranked.get(number - 1));
    IntPredicate inside = point -> out.stream().anyMatch(one -> one.segment().contains(point));
    int points = out.stream().mapToInt(Anomaly::length).sum();
    return new Narrowing(
        words,
        ", without %s (%s),"
            .formatted(
                number == 0 ? subject.count(out.size(), "anomaly") : "anomaly " + number,
                subject.count(points, "point")),
        holds.and(inside.negate()),
        named.replaceFirst(" "),
        by,
        hour);
  }

  /** Whether a question leaves anomalies out. */
  static boolean leavesOut(String words) {
    return WITHOUT.matcher(words).find();
  }
}
