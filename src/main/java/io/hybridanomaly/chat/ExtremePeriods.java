package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which day or week of the calendar has the highest or the lowest mean, or sum. */
final class ExtremePeriods {

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
  private final CalendarUnit unit;
  private final boolean highest;
  private final boolean sums;

  private ExtremePeriods(Subject subject, CalendarUnit unit, boolean highest, boolean sums) {
    this.subject = subject;
    this.values = subject.series().values();
    this.unit = unit;
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
    CalendarUnit unit = CalendarUnit.in(asked.group()).orElseThrow();
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
    return Optional.of(new ExtremePeriods(subject, unit, highest, sums).text(stretch));
  }

  private String text(Segment stretch) {
    String noun = unit.noun();
    if (!(subject.series().times() instanceof Timestamps times)) {
      return "The data has no dates, so there are no %ss in it.".formatted(noun);
    }
    StepWord step = StepWord.of(times);
    if (step != StepWord.VALUE && step.compareTo(unit.step()) > 0) {
      return "The series is too coarse to tell one %s from another: it has %s."
          .formatted(noun, step.rate());
    }
    List<Segment> periods = unit.in(times, stretch);
    Comparator<Segment> order = Comparator.comparingDouble(this::figure);
    // Of equal ones the first.
    Segment best = periods.stream().min(highest ? order.reversed() : order).orElseThrow();
    return "The %s with the %s %s %s is **%s**: %s over %s.%s"
        .formatted(
            noun,
            highest ? "highest" : "lowest",
            sums ? "sum" : "mean",
            new StretchText(subject).when(stretch),
            unit.name(best, subject.times()),
            subject.calculated(figure(best)),
            subject.count(best.length(), "value"),
            cutOff(best, stretch, periods));
  }

  /** Where a stretch begins or ends in the middle of a week, that week has fewer values. */
  private String cutOff(Segment best, Segment stretch, List<Segment> periods) {
    boolean edge = best.from() == stretch.from() || best.to() == stretch.to();
    int most = periods.stream().mapToInt(Segment::length).max().orElse(best.length());
    return edge && best.length() < most
        ? " It may be cut off: others have up to %s.".formatted(subject.count(most, "value"))
        : "";
  }

  private double figure(Segment period) {
    double[] part = Arrays.copyOfRange(values, period.from(), period.to());
    return sums ? Arrays.stream(part).sum() : Arrays.stream(part).average().orElse(0);
  }
}
