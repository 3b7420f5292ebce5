package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers about the hours, days, weeks, months or years that hold several values: how many fulfil a
 * condition, how much each has on average, which are at the top.
 */
final class PeriodAnswers {

  private static final int MOST_NAMED = 5;

  /** As many are listed at most. */
  private static final int LONGEST_LIST = 25;

  private static final Pattern PER =
      Pattern.compile("\\b(?:per|an?|each|every) (hour|day|week|month|year)\\b");

  /** Per month and per year means are given by month, unless it is asked how many there are. */
  private static final Pattern PER_SHORT = Pattern.compile("\\b(?:day|week)\\b");

  private static final String COUNTED = "(\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten)";

  private static final String NOUN =
      "(hours?|days?|weeks?|months?|years?|values?|points?|readings?|measurements?|rows?)\\b(?! of)";

  private static final Pattern TOP =
      Pattern.compile(
          "\\b(?:(top|bottom) %1$s|%1$s (?:(%2$s)|(%3$s))|(?:(%2$s)|(%3$s)) %1$s) %4$s"
              .formatted(COUNTED, PeriodRank.HIGH, PeriodRank.LOW, NOUN));

  private static final List<String> NUMBERS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private final Subject subject;
  private final Segment stretch;
  private final double[] values;
  private final String when;

  PeriodAnswers(Subject subject, Segment stretch) {
    this.subject = subject;
    this.stretch = stretch;
    this.values = subject.series().values();
    this.when = new StretchText(subject).when(stretch);
  }

  /**
   * How many of the periods that a question names fulfil a condition: by their sum, by their mean
   * or by one of their values, since a day above a limit can be any of these.
   *
   * @param rest the question without its times and its condition
   * @return empty if it names none, or none that holds several values
   */
  Optional<String> count(String rest, ValueLimit limit) {
    Optional<CalendarUnit> unit = CalendarUnit.in(rest);
    if (unit.isEmpty()
        || !(subject.series().times() instanceof Timestamps times)
        || !unit.get().holdsSeveral(times)) {
      return Optional.empty();
    }
    List<Segment> periods = unit.get().in(times, stretch);
    return Optional.of(
        "%s has several values here, so there are three ways to count them %s:\n\n%s\n%s\n%s"
            .formatted(
                unit.get() == CalendarUnit.HOUR ? "An hour" : "A " + unit.get().noun(),
                when.replace("of the", "in the"),
                line(periods, unit.get(), limit, "sum", this::sum),
                line(periods, unit.get(), limit, "mean", this::mean),
                line(periods, unit.get(), limit, "value", period -> fulfils(period, limit))));
  }

  private String line(
      List<Segment> periods,
      CalendarUnit unit,
      ValueLimit limit,
      String name,
      ToDoubleFunction<Segment> figure) {
    List<Segment> those =
        periods.stream()
            .filter(
                period -> {
                  double one = figure.applyAsDouble(period);
                  return !Double.isNaN(one) && limit.holds().test(one);
                })
            .toList();
    String names =
        those.stream()
            .limit(MOST_NAMED)
            .map(period -> unit.name(period, subject.times()))
            .collect(Collectors.joining(", "));
    return "- **%s of %s** %s a %s %s%s%s"
        .formatted(
            subject.count(those.size()),
            unit.count(periods.size(), subject.locale()),
            those.size() == 1 ? "has" : "have",
            name,
            subject.written(limit),
            names.isEmpty() ? "" : ": " + names,
            those.size() > MOST_NAMED
                ? " and %s more".formatted(subject.count(those.size() - MOST_NAMED))
                : "");
  }

  /** A value that fulfils a condition; not a number if there is none. */
  private double fulfils(Segment period, ValueLimit limit) {
    return Arrays.stream(part(period)).filter(limit.holds()).findFirst().orElse(Double.NaN);
  }

  /**
   * How much there is per day, week, month or year on average.
   *
   * @param rest the question without its times
   */
  Optional<String> perPeriod(String rest) {
    Matcher per = PER.matcher(rest);
    if (!per.find() || !(subject.series().times() instanceof Timestamps times)) {
      return Optional.empty();
    }
    CalendarUnit unit = CalendarUnit.in(per.group(1)).orElseThrow();
    String left = per.replaceFirst(" ");
    boolean counted = left.contains("how many") || left.contains("how much");
    boolean asked =
        counted
            || (CalendarAnswers.MEAN.matcher(left).find()
                && PER_SHORT.matcher(per.group(1)).matches());
    QuestionWords words = new QuestionWords(left, subject);
    boolean clear = asked && words.askOnlyForFigures() && !PeriodRank.EXTREME.matcher(rest).find();
    if (!clear || CalendarAnswers.ANOMALIES.matcher(left).find()) {
      return Optional.empty();
    }
    if (StepWord.of(times) == unit.step()) {
      return Optional.of(
          "The series has %s: the mean %s is **%s**."
              .formatted(unit.step().rate(), when, subject.calculated(mean(stretch))));
    }
    if (!unit.holdsSeveral(times)) {
      return Optional.empty();
    }
    List<Segment> periods = unit.in(times, stretch);
    double sum = periods.stream().mapToDouble(this::sum).average().orElseThrow();
    return Optional.of(
        "Added up by %s, **%s** on average, over %s %s; the mean of the single values is %s."
            .formatted(
                unit.noun(),
                subject.calculated(sum),
                unit.count(periods.size(), subject.locale()),
                when,
                subject.calculated(mean(stretch))));
  }

  /**
   * The highest or the lowest few, each with its figures.
   *
   * @param rest the question without its times
   */
  Optional<String> top(String rest) {
    Matcher top = TOP.matcher(rest);
    if (!top.find()) {
      return Optional.empty();
    }
    String left = top.replaceFirst(" ");
    QuestionWords words = new QuestionWords(left, subject);
    boolean ofSums = Figure.in(left).filter(figure -> figure == Figure.SUM).isPresent();
    boolean ofMeans = Figure.in(left).filter(figure -> figure == Figure.MEAN).isPresent();
    if (!words.askOnlyForFigures() || (Figure.in(left).isPresent() && !ofSums && !ofMeans)) {
      return Optional.empty();
    }
    boolean lowest = "bottom".equals(top.group(1)) || top.group(5) != null || top.group(7) != null;
    int wanted =
        Stream.of(top.group(2), top.group(3), top.group(8))
            .filter(number -> number != null)
            .mapToInt(PeriodAnswers::number)
            .findFirst()
            .orElseThrow();
    int count = Math.min(wanted, LONGEST_LIST);
    Optional<CalendarUnit> unit = CalendarUnit.in(top.group(9));
    if (unit.isPresent()
        && subject.series().times() instanceof Timestamps times
        && unit.get().holdsSeveral(times)) {
      return Optional.of(topPeriods(unit.get(), times, lowest, count, ofSums));
    }
    boolean single =
        unit.isEmpty() || StepWord.of(subject.series().times()).noun().equals(unit.get().noun());
    return single && !ofSums && !ofMeans ? Optional.of(topValues(lowest, count)) : Optional.empty();
  }

  private static int number(String text) {
    int word = NUMBERS.indexOf(text);
    return word < 0 ? Integer.parseInt(text) : word + 2;
  }

  private String topPeriods(
      CalendarUnit unit, Timestamps times, boolean lowest, int count, boolean ofSums) {
    Comparator<Segment> order =
        Comparator.comparingDouble((Segment period) -> ofSums ? sum(period) : mean(period));
    List<Segment> periods =
        unit.in(times, stretch).stream()
            .sorted(lowest ? order : order.reversed())
            .limit(count)
            .toList();
    return "The %s with the %s %ss %s:\n\n%s"
        .formatted(
            unit.count(periods.size(), subject.locale()),
            lowest ? "lowest" : "highest",
            ofSums ? "sum" : "mean",
            when,
            periods.stream()
                .map(
                    period ->
                        "- %s: mean %s, sum %s over %s"
                            .formatted(
                                unit.name(period, subject.times()),
                                subject.calculated(mean(period)),
                                subject.calculated(sum(period)),
                                subject.count(period.length(), "value")))
                .collect(Collectors.joining("\n")));
  }

  private String topValues(boolean lowest, int count) {
    Comparator<Integer> order = Comparator.comparingDouble(point -> values[point]);
    List<Integer> points =
        IntStream.range(stretch.from(), stretch.to())
            .boxed()
            .sorted(lowest ? order : order.reversed())
            .limit(count)
            .toList();
    return "The %s %s values %s:\n\n%s"
        .formatted(
            subject.count(points.size()),
            lowest ? "lowest" : "highest",
            when,
            points.stream()
                .map(
                    point ->
                        "- %s: %s"
                            .formatted(subject.times().of(point), subject.value(values[point])))
                .collect(Collectors.joining("\n")));
  }

  private double[] part(Segment period) {
    return Arrays.copyOfRange(values, period.from(), period.to());
  }

  private double sum(Segment period) {
    return Figure.SUM.of(part(period));
  }

  private double mean(Segment period) {
    return Figure.MEAN.of(part(period));
  }
}
