package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which day or week of the calendar has the highest or the lowest mean, or sum. */
final class ExtremePeriods {

  private static final long DAY_MICROS = 86_400_000_000L;

  /** The first day of the epoch was a Thursday. */
  private static final int MONDAY_TO_EPOCH = 3;

  private static final int DAYS_OF_WEEK = 7;

  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:(?:which|what|%s|%s) (day|week)s?|(day|week)s? (?:with|when|where|that))\\b(?! of)"
              .formatted(PeriodRank.HIGH, PeriodRank.LOW));

  /** One value is asked for, and when it was. */
  private static final Pattern ONE_VALUE =
      Pattern.compile("\\b(?:values?|readings?|measurements?|peak|max\\w*|min\\w*)\\b");

  private static final Pattern SUM = Pattern.compile("\\b(?:sum|total)\\b");

  private final Subject subject;
  private final double[] values;
  private final boolean weeks;
  private final boolean highest;
  private final boolean sums;

  private ExtremePeriods(Subject subject, boolean weeks, boolean highest, boolean sums) {
    this.subject = subject;
    this.values = subject.series().values();
    this.weeks = weeks;
    this.highest = highest;
    this.sums = sums;
  }

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @return empty if it does not ask for that
   */
  static Optional<String> answer(String rest, Subject subject, Segment stretch) {
    Matcher asked = ASKED.matcher(rest);
    Matcher extreme = PeriodRank.EXTREME.matcher(rest);
    if (!asked.find() || !extreme.find()) {
      return Optional.empty();
    }
    boolean weeks = asked.group().contains("week");
    String left = asked.replaceFirst(" ");
    if (!PeriodRank.isAllOf(rest, left, subject)) {
      return Optional.empty();
    }
    boolean highest = extreme.group(1) != null;
    boolean sums = SUM.matcher(rest).find();
    if (ONE_VALUE.matcher(left).find() && !sums && !CalendarAnswers.MEAN.matcher(rest).find()) {
      StretchText text = new StretchText(subject);
      return Optional.of(
          text.extreme(highest ? "highest" : "lowest", text.when(stretch), stretch, highest));
    }
    return Optional.of(new ExtremePeriods(subject, weeks, highest, sums).text(stretch));
  }

  private String text(Segment stretch) {
    String noun = weeks ? "week" : "day";
    if (!(subject.series().times() instanceof Timestamps times)) {
      return "The data has no dates, so there are no %ss in it.".formatted(noun);
    }
    StepWord step = StepWord.of(times);
    if (step != StepWord.VALUE && step.compareTo(weeks ? StepWord.WEEK : StepWord.DAY) > 0) {
      return "The series is too coarse to tell one %s from another: it has %s."
          .formatted(noun, step.rate());
    }
    Segment best = best(times.localMicros(), stretch);
    return "The %s with the %s %s %s is **%s**: %s over %s.%s"
        .formatted(
            noun,
            highest ? "highest" : "lowest",
            sums ? "sum" : "mean",
            new StretchText(subject).when(stretch),
            name(best),
            subject.calculated(figure(best)),
            subject.count(best.length(), "value"),
            cutOff(best, stretch, times.localMicros()));
  }

  private Segment best(long[] micros, Segment stretch) {
    Segment best = stretch;
    for (Segment one : periods(micros, stretch)) {
      best = best.equals(stretch) || isFarther(figure(one), figure(best)) ? one : best;
    }
    return best;
  }

  private List<Segment> periods(long[] micros, Segment stretch) {
    List<Segment> periods = new ArrayList<>();
    for (int from = stretch.from(), to; from < stretch.to(); from = to) {
      to = from + 1;
      while (to < stretch.to() && period(micros[to]) == period(micros[from])) {
        to++;
      }
      periods.add(new Segment(from, to));
    }
    return periods;
  }

  /** Where a stretch begins or ends in the middle of a week, that week has fewer values. */
  private String cutOff(Segment best, Segment stretch, long[] micros) {
    boolean edge = best.from() == stretch.from() || best.to() == stretch.to();
    int most =
        periods(micros, stretch).stream().mapToInt(Segment::length).max().orElse(best.length());
    return edge && best.length() < most
        ? " It may be cut off: others have up to %s.".formatted(subject.count(most, "value"))
        : "";
  }

  private boolean isFarther(double figure, double other) {
    return highest ? figure > other : figure < other;
  }

  private long period(long micros) {
    long day = Math.floorDiv(micros, DAY_MICROS);
    return weeks ? Math.floorDiv(day + MONDAY_TO_EPOCH, DAYS_OF_WEEK) : day;
  }

  private double figure(Segment period) {
    double[] part = Arrays.copyOfRange(values, period.from(), period.to());
    return sums ? Arrays.stream(part).sum() : Arrays.stream(part).average().orElse(0);
  }

  private String name(Segment period) {
    String first = subject.times().day(period.from());
    String last = subject.times().day(period.last());
    return first.equals(last) ? first : "%s to %s".formatted(first, last);
  }
}
