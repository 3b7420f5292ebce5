package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Figures of some weekdays, of an hour of the day or without anomalies, and the means of two kinds
 * of weekdays compared.
 */
final class NarrowedAnswers {

  private static final Pattern COMPARED =
      Pattern.compile("\\b(?:than|compare\\w*|versus|vs|differ\\w*|or|and|between)\\b");

  /** What the one of two can be that a question compares. */
  private static final Pattern COMPARATIVE =
      Pattern.compile(
          "\\b(?:busier|higher|larger|bigger|greater|stronger|better|warmer|hotter|dearer|more expensive"
              + "|quieter|lower|smaller|weaker|worse|cheaper|colder|cooler|slower|calmer|more|less|fewer|difference|different)\\b");

  /** Words of a comparison by the means. */
  private static final Pattern OF_MEANS =
      Pattern.compile("\\b(?:mean|average|than|compared?|versus|vs|differs?|from|or|usually)\\b");

  private final Subject subject;
  private final Segment stretch;
  private final String when;

  NarrowedAnswers(Subject subject, Segment stretch) {
    this.subject = subject;
    this.stretch = stretch;
    this.when = new StretchText(subject).when(stretch);
  }

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @return empty if it does not ask for that
   */
  Optional<String> answer(String rest) {
    return comparison(rest).or(() -> Narrowing.in(rest, subject).flatMap(this::figure));
  }

  private Optional<String> figure(Narrowing narrowing) {
    String left = narrowing.rest().replaceAll("\\bwould\\b", " ");
    Optional<Figure> figure = Figure.in(left).or(() -> sumOfCounted(left));
    boolean clear =
        new QuestionWords(left, subject).askOnlyForFigures()
            && !PeriodRank.isIn(left)
            // "Which weekdays have the highest mean" asks for days.
            && figure.stream().noneMatch(one -> !one.isOneValue() && isRanked(left))
            && !left.matches("(?s).*\\b(?:than|compare|versus|vs)\\b.*");
    return clear ? figure.map(one -> figure(narrowing, one)) : Optional.empty();
  }

  /** "How many trips" of a column of trips are their sum. */
  private Optional<Figure> sumOfCounted(String left) {
    return ComputedAnswers.countsItself(left, subject) ? Optional.of(Figure.SUM) : Optional.empty();
  }

  private static boolean isRanked(String left) {
    return PeriodRank.EXTREME.matcher(left).find();
  }

  private String figure(Narrowing narrowing, Figure figure) {
    Optional<String> unfit = unfit(narrowing);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    int[] points = narrowing.points(stretch);
    if (points.length == 0) {
      return "There is no value %s.".formatted(where(narrowing));
    }
    double[] part = at(points);
    if (figure == Figure.COUNT) {
      return "There %s **%s** %s."
          .formatted(
              part.length == 1 ? "is" : "are",
              subject.count(part.length, "value"),
              where(narrowing).replaceAll(",$", ""));
    }
    double value = figure.of(part);
    return "The %s %s is **%s**%s, over %s."
        .formatted(
            figure.noun(),
            where(narrowing),
            figure.isOneValue() ? subject.value(value) : subject.calculated(value),
            figure.isOneValue() ? ", at " + subject.times().of(first(points, value)) : "",
            subject.count(part.length, "value"));
  }

  /** How many of the points that are meant fulfil a condition. */
  String count(Narrowing narrowing, ValueLimit limit) {
    int[] points = narrowing.points(stretch);
    int count = limit.count(at(points));
    return unfit(narrowing)
        .orElse(
            "**%s of %s** %s %s a value %s."
                .formatted(
                    subject.count(count),
                    subject.count(points.length, "value"),
                    where(narrowing).replaceAll(",$", ""),
                    count == 1 ? "has" : "have",
                    subject.written(limit)));
  }

  private Optional<String> unfit(Narrowing narrowing) {
    if (narrowing.hour() > Narrowing.LAST_HOUR) {
      return Optional.of(
          "There is no %d:00: the hours of a day run from 00:00 to 23:00."
              .formatted(narrowing.hour()));
    }
    return subject.series().times() instanceof Timestamps times
        ? narrowing
            .by()
            .filter(by -> !by.suits(times))
            .map(by -> CalendarAnswers.tooCoarse(by, times))
        : Optional.empty();
  }

  private String where(Narrowing narrowing) {
    return (narrowing.words() + " " + when).strip() + narrowing.without();
  }

  private double[] at(int[] points) {
    return Arrays.stream(points).mapToDouble(point -> subject.series().values()[point]).toArray();
  }

  private int first(int[] points, double value) {
    return Arrays.stream(points)
        .filter(point -> subject.series().values()[point] == value)
        .findFirst()
        .orElseThrow();
  }

  /** The means of two kinds of weekdays. */
  private Optional<String> comparison(String rest) {
    List<Weekdays> days = Weekdays.in(rest);
    String left = Weekdays.removedFrom(rest);
    String plain = COMPARATIVE.matcher(left).replaceAll(" ");
    boolean compared =
        COMPARED.matcher(left).find()
            && (!plain.equals(left)
                || left.contains("compare")
                || left.matches("(?s).*\\b(vs|versus)\\b.*"));
    boolean clear =
        days.size() == 2
            && compared
            && new QuestionWords(OF_MEANS.matcher(plain).replaceAll(" "), subject).arePlain();
    return clear && subject.series().times() instanceof Timestamps times
        ? Optional.of(comparison(days, times))
        : Optional.empty();
  }

  private String comparison(List<Weekdays> days, Timestamps times) {
    if (!CalendarMeans.By.WEEKDAY.suits(times)) {
      return CalendarAnswers.tooCoarse(CalendarMeans.By.WEEKDAY, times);
    }
    List<double[]> parts =
        days.stream()
            .map(
                each ->
                    IntStream.range(stretch.from(), stretch.to())
                        .filter(i -> each.days().contains(times.localDateTime(i).getDayOfWeek()))
                        .toArray())
            .map(this::at)
            .toList();
    if (parts.stream().min(Comparator.comparingInt(part -> part.length)).orElseThrow().length
        == 0) {
      return "There are no values to compare %s.".formatted(when);
    }
    double first = Figure.MEAN.of(parts.getFirst());
    double second = Figure.MEAN.of(parts.getLast());
    return "The mean of %s %s is **%s**, %s the **%s** of %s, over %s and %s."
        .formatted(
            days.getFirst().name(),
            when,
            subject.calculated(first),
            new StretchText(subject).distance(first, second),
            subject.calculated(second),
            days.getLast().name(),
            subject.count(parts.getFirst().length),
            subject.count(parts.getLast().length, "value"));
  }
}
