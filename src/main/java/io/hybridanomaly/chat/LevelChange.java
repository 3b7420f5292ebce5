package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the level changes over time: the last quarter of the points against the first. */
final class LevelChange {

  private static final Pattern ASKED =
      Pattern.compile(
          "\\btrends?\\b|\\blevel\\b.*\\b(?:chang|shift|ris|rose|fall|fell|increas|decreas)\\w*"
              + "|\\b(?:change|shift)s? (?:of|in) (?:the )?level\\b");

  private static final int FEWEST_POINTS = 8;
  private static final int QUARTERS = 4;

  private LevelChange() {}

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @return empty if it does not ask for that
   */
  static Optional<String> answer(String rest, Subject subject, Segment stretch) {
    boolean asked =
        ASKED.matcher(rest).find()
            && new QuestionWords(rest, subject).limitNothingBut("trend", "change", "if")
            && Figure.in(rest).isEmpty()
            && !CalendarAnswers.ANOMALIES.matcher(rest).find();
    return asked ? Optional.of(text(subject, stretch)) : Optional.empty();
  }

  private static String text(Subject subject, Segment stretch) {
    StretchText text = new StretchText(subject);
    if (stretch.length() < FEWEST_POINTS) {
      return "There are too few values %s to compare its beginning with its end."
          .formatted(text.when(stretch));
    }
    int quarter = stretch.length() / QUARTERS;
    Segment first = new Segment(stretch.from(), stretch.from() + quarter);
    Segment last = new Segment(stretch.to() - quarter, stretch.to());
    double before = Quantiles.median(text.part(first));
    double after = Quantiles.median(text.part(last));
    double usual = (distance(text.part(first), before) + distance(text.part(last), after)) / 2;
    return "The median of the last quarter (%s) is **%s**, %s the **%s** of the first quarter (%s). %s Each quarter has %s; a season longer than that changes its median as well."
        .formatted(
            subject.times(last),
            subject.calculated(after),
            text.distance(after, before),
            subject.calculated(before),
            subject.times(first),
            beside(Math.abs(after - before), usual, subject),
            subject.count(quarter, "value"));
  }

  /** How far values lie from their median, the median. */
  private static double distance(double[] part, double median) {
    return Quantiles.median(Arrays.stream(part).map(value -> Math.abs(value - median)).toArray());
  }

  private static String beside(double change, double usual, Subject subject) {
    return "A value usually lies %s from the median of its quarter: the change is %s than that."
        .formatted(subject.calculated(usual), change > usual ? "larger" : "not larger");
  }
}
