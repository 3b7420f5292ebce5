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
 * Which weekday, month, hour or year is the strongest or the weakest, by the mean of its values or
 * by its anomalies.
 */
final class CalendarAnswers {

  private static final String GROUP =
      "(weekday|day of (?:the )?week|month|hour|year)(?: of (?:the )?(?:day|year))?";

  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:which|what|(?:by|per|(?:of|for|on) (?:each|every)|each|"
              + PeriodRank.HIGH
              + "|"
              + PeriodRank.LOW
              + ")) "
              + GROUP
              + "\\b");

  static final Pattern MEAN = Pattern.compile("\\b(?:mean|average)s?\\b");
  static final Pattern ANOMALIES =
      Pattern.compile("\\b(?:anomal(?:y|ies|ous)|alarms?|outliers?|flags?|flagged)\\b");

  private static final Pattern SUM = Pattern.compile("\\b(?:sum|total)\\b");

  /** One value is asked for, and when it was. */
  private static final Pattern ONE_VALUE =
      Pattern.compile("\\b(?:value|reading|measurement|peak|max\\w*|min\\w*)\\b");

  /** Words for how many there are; the others are about how severe they are. */
  private static final Pattern COUNTED = Pattern.compile("most|fewest|least");

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
    Matcher extreme = PeriodRank.EXTREME.matcher(rest);
    boolean ranked = extreme.find();
    boolean anomalies = ANOMALIES.matcher(rest).find();
    if (!asked.find()) {
      return Optional.empty();
    }
    if (!(ranked || anomalies || MEAN.matcher(rest).find())) {
      return Optional.empty();
    }
    boolean lowest = ranked && extreme.group(2) != null;
    if (ranked && anomalies && !COUNTED.matcher(extreme.group()).matches()) {
      return Optional.empty();
    }
    String left = asked.replaceFirst(" ");
    boolean ofMeans = ranked && !anomalies;
    if (!isClear(rest, left, subject, ofMeans, anomalies)) {
      return Optional.empty();
    }
    if (ofMeans && ONE_VALUE.matcher(left).find() && !MEAN.matcher(left).find()) {
      String what = lowest ? "lowest" : "highest";
      return Optional.of(new StretchText(subject).extreme(what, when, stretch, !lowest));
    }
    By by = by(asked.group(1));
    if (!(subject.series().times() instanceof Timestamps times)) {
      return Optional.of("The data has no dates, so there are no %ss in it.".formatted(by.noun()));
    }
    if (!by.suits(times)) {
      return Optional.of(tooCoarse(by, times));
    }
    List<Group> groups = CalendarMeans.of(subject.series().values(), times, stretch, by);
    if (anomalies) {
      return Optional.of(
          AnomalyCalendar.of(groups, subject, times, stretch, by).text(ranked, lowest, when));
    }
    boolean single = ranked && by == By.MONTH && !asked.group().contains(" of ");
    return Optional.of(
        (single ? SingleMonths.text(groups.size(), lowest, subject, times, stretch) : "")
            + means(groups, by, lowest, subject, when));
  }

  private static boolean isClear(
      String rest, String left, Subject subject, boolean ranked, boolean anomalies) {
    if (ranked) {
      return PeriodRank.isAllOf(rest, left, subject) && !SUM.matcher(left).find();
    }
    QuestionWords words = new QuestionWords(left, subject);
    return anomalies ? words.limitNothingBut() : words.askOnlyForFigures();
  }

  /** What a series with longer steps is told. */
  static String tooCoarse(By by, Timestamps times) {
    StepWord step = StepWord.of(times);
    return "The series is too coarse to tell one %s from another%s."
        .formatted(by.noun(), step == StepWord.VALUE ? "" : ": it has " + step.rate());
  }

  private static String means(
      List<Group> groups, By by, boolean lowest, Subject subject, String when) {
    Comparator<Group> order = Comparator.comparingDouble(Group::mean);
    Group best = groups.stream().max(lowest ? order.reversed() : order).orElseThrow();
    String lines =
        groups.stream().map(group -> line(group, subject)).collect(Collectors.joining("\n"));
    return "The %s with the %s mean %s is **%s**: %s over %s.\n\n%s"
        .formatted(
            by == By.MONTH ? "month of the year" : by.noun(),
            lowest ? "lowest" : "highest",
            when,
            best.name(),
            subject.calculated(best.mean()),
            subject.count(best.count(), "value"),
            lines);
  }

  private static String line(Group group, Subject subject) {
    return "- %s: mean %s over %s"
        .formatted(
            group.name(), subject.calculated(group.mean()), subject.count(group.count(), "value"));
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
