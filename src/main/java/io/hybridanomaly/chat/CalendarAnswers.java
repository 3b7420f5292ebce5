package io.hybridanomaly.chat;

import io.hybridanomaly.chat.CalendarMeans.By;
import io.hybridanomaly.chat.CalendarMeans.Group;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which weekday, month, hour or year is the strongest or the weakest, by the mean of its values.
 */
final class CalendarAnswers {

  private static final String HIGH = "highest|largest|busiest|strongest|biggest|best|most|peak";
  private static final String LOW =
      "lowest|smallest|quietest|weakest|worst|least|fewest|slowest|calmest";
  private static final String GROUP =
      "(weekday|day of (?:the )?week|month|hour|year)(?: of (?:the )?(?:day|year))?";

  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:which|what|(?:by|per|(?:of|for|on) (?:each|every)|each|"
              + HIGH
              + "|"
              + LOW
              + ")) "
              + GROUP
              + "\\b");
  private static final Pattern EXTREME = Pattern.compile("\\b(?:(" + HIGH + ")|(" + LOW + "))\\b");
  private static final Pattern MEAN = Pattern.compile("\\b(?:mean|average)s?\\b");

  private CalendarAnswers() {}

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @param when the stretch in words
   * @return empty if it does not ask for that
   */
  static Optional<String> answer(String rest, Subject subject, Segment stretch, String when) {
    Matcher asked = ASKED.matcher(rest);
    Matcher extreme = EXTREME.matcher(rest);
    boolean ranked = extreme.find();
    if (!asked.find() || !(ranked || MEAN.matcher(rest).find())) {
      return Optional.empty();
    }
    boolean lowest = ranked && extreme.group(2) != null;
    String left = asked.replaceFirst(" ");
    if (!new QuestionWords(left, subject).limitNothingBut()) {
      return Optional.empty();
    }
    By by = by(asked.group(1));
    if (!(subject.series().times() instanceof Timestamps times)) {
      return Optional.of("The data has no dates, so there are no %ss in it.".formatted(by.noun()));
    }
    if (!by.suits(times)) {
      StepWord step = StepWord.of(times);
      return Optional.of(
          "The series is too coarse to tell one %s from another%s."
              .formatted(by.noun(), step == StepWord.VALUE ? "" : ": it has " + step.rate()));
    }
    List<Group> groups = CalendarMeans.of(subject.series().values(), times, stretch, by);
    Comparator<Group> order = Comparator.comparingDouble(Group::mean);
    Group best = groups.stream().max(lowest ? order.reversed() : order).orElseThrow();
    String lines =
        groups.stream().map(group -> line(group, subject)).collect(Collectors.joining("\n"));
    return Optional.of(
        "The %s with the %s mean %s is **%s**: %s over %s.\n\n%s"
            .formatted(
                by.noun(),
                lowest ? "lowest" : "highest",
                when,
                best.name(),
                subject.value(best.mean()),
                subject.count(best.count(), "value"),
                lines));
  }

  private static String line(Group group, Subject subject) {
    return "- %s: mean %s over %s"
        .formatted(
            group.name(), subject.value(group.mean()), subject.count(group.count(), "value"));
  }

  private static By by(String word) {
    return switch (word) {
      case "month" -> By.MONTH;
      case "hour" -> By.HOUR;
      case "year" -> By.YEAR;
      default -> By.WEEKDAY;
    };
  }
}
