package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.series.Timestamps;
import io.hybridanomaly.windowing.Quantiles;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers that are counted from the values: on a date, over a range, two ranges compared, the
 * highest day, what is flagged then, and whether it is higher than usual.
 */
final class ComputedAnswers {

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");
  private static final long DAY_MICROS = 86_400_000_000L;

  private final Subject subject;
  private final double[] values;
  private final TimeText times;

  private ComputedAnswers(Subject subject) {
    this.subject = subject;
    this.values = subject.series().values();
    this.times = subject.times();
  }

  /**
   * The answer, as Markdown.
   *
   * @param words the question in lower case
   * @return empty if it does not ask for anything that can be counted
   */
  static Optional<String> answer(String words, Subject subject) {
    Optional<ValueLimit> limit =
        asks(words, "how many", "how often", "count", "number of")
            ? ValueLimit.in(words, time(subject, 0), time(subject, subject.series().size() - 1))
            : Optional.empty();
    String unlimited = limit.map(found -> found.removedFrom(words)).orElse(words);
    List<TimePhrases.Phrase> named = TimePhrases.in(unlimited, subject.series().times());
    String taken =
        named.stream()
            .filter(phrase -> !phrase.taken().isEmpty())
            .map(phrase -> "\n\n“%s”: %s".formatted(subject.written(phrase), phrase.taken()))
            .collect(Collectors.joining());
    String rest = TimePhrases.removedFrom(unlimited, named);
    return new ComputedAnswers(subject).answer(rest, named, limit).map(text -> text + taken);
  }

  private static Optional<LocalDateTime> time(Subject subject, int point) {
    return subject.series().times() instanceof Timestamps stamps
        ? Optional.of(stamps.localDateTime(point))
        : Optional.empty();
  }

  private Optional<String> answer(
      String rest, List<TimePhrases.Phrase> named, Optional<ValueLimit> limit) {
    Optional<TimePhrases.Phrase> outside =
        named.stream().filter(phrase -> phrase.points().isEmpty()).findFirst();
    if (outside.isPresent()) {
      return Optional.of(new NoSuchTime(subject).answer(outside.get()));
    }
    List<Segment> stretches = named.stream().flatMap(phrase -> phrase.points().stream()).toList();
    Segment stretch = stretches.isEmpty() ? new Segment(0, values.length) : stretches.getFirst();
    QuestionWords left = new QuestionWords(rest, subject);
    if (limit.isPresent()) {
      boolean clear =
          stretches.size() <= 1
              && left.limitNothingBut("hours", "weeks", "months", "rows", "years");
      return clear ? Optional.of(count(limit.get(), rest, stretch)) : Optional.empty();
    }
    if (asksWhyNot(rest)) {
      return Optional.of(
          stretches.isEmpty() ? new NotFlagged(subject).elsewhere() : notFlagged(stretch));
    }
    if (stretches.size() >= 2) {
      boolean clear =
          asks(rest, "compare", "differ", "versus", "vs", "than", "and")
              && left.limitNothingBut("more", "less", "difference", "different", "from");
      return clear ? Optional.of(compare(stretches)) : Optional.empty();
    }
    Optional<String> ofData = DataAnswers.answer(rest, subject, stretch);
    if (ofData.isPresent()) {
      return ofData;
    }
    Optional<String> byCalendar = CalendarAnswers.answer(rest, subject, stretch, when(stretch));
    if (byCalendar.isPresent()) {
      return byCalendar;
    }
    return about(rest, left, stretch, !stretches.isEmpty());
  }

  private Optional<String> about(String rest, QuestionWords left, Segment stretch, boolean named) {
    boolean clear = left.limitNothingBut();
    if (clear
        && rest.contains(" day")
        && asks(
            rest,
            "highest",
            "largest",
            "lowest",
            "smallest",
            "busiest",
            "strongest",
            "weakest",
            "quietest")) {
      return extremeDay(stretch, !asks(rest, "lowest", "smallest", "weakest", "quietest"));
    }
    boolean flags = asks(rest, "flag", "anomal", "abnormal", "unusual");
    if (named && flags && left.limitNothingBut("why")) {
      return Optional.of(asks(rest, "why", "explain") ? explained(stretch) : flagged(stretch));
    }
    if (named
        && asks(rest, "usual", "expected", "normal")
        && left.limitNothingBut("usual", "expected", "more", "less", "difference", "why")) {
      return Optional.of(againstUsual(stretch));
    }
    if (named
        && asks(rest, "score", "sensitivity")
        && left.limitNothingBut("score", "sensitivity", "would")) {
      return Optional.of(notFlagged(stretch));
    }
    Optional<String> one = clear ? oneFigure(rest, stretch) : Optional.empty();
    if (one.isPresent()) {
      return one;
    }
    return named && left.arePlain() ? Optional.of(describe(stretch)) : Optional.empty();
  }

  /** Why something is not flagged, or nothing else. */
  private static boolean asksWhyNot(String rest) {
    return asks(rest, "why", "how come")
        && rest.matches("(?s).*(\\b(not|never|nothing|no|else|only|missed)\\b|n['’]t\\b).*")
        && asks(
            rest,
            "flag",
            "anomal",
            "detect",
            "found",
            "mark",
            "unusual",
            "abnormal",
            "else",
            "missed");
  }

  private String count(ValueLimit limit, String rest, Segment stretch) {
    StepWord step = StepWord.of(subject.series().times());
    double[] part = part(stretch);
    boolean otherUnit =
        asks(rest, "day", "hour", "week", "month", "year", "minute")
            && !asks(rest, step.noun())
            && step != StepWord.VALUE;
    return "%s**%s of %s** %s %s a value %s."
        .formatted(
            otherUnit ? "The series has %s. ".formatted(step.rate()) : "",
            subject.count(limit.count(part)),
            step.count(part.length, subject.locale()),
            when(stretch),
            limit.count(part) == 1 ? "has" : "have",
            subject.written(limit));
  }

  private String notFlagged(Segment stretch) {
    return "%s\n\n%s".formatted(flaggedOnly(stretch), new NotFlagged(subject).in(stretch));
  }

  private String explained(Segment stretch) {
    List<Anomaly> inside = anomaliesIn(stretch);
    return inside.size() == 1
        ? new AnomalyText(subject).explanation(inside.getFirst())
        : flagged(stretch);
  }

  private static boolean asks(String words, String... wanted) {
    return Arrays.stream(wanted)
        .anyMatch(word -> words.matches("(?s).*\\b" + word + "[a-z]*\\b.*"));
  }

  private Optional<String> oneFigure(String words, Segment stretch) {
    double[] part = part(stretch);
    String when = when(stretch);
    // "What does it mean?" asks for something else.
    if (asks(words, "average")
        || (asks(words, "mean") && !words.matches("(?s).*\\bdo(es)?\\b.*"))) {
      return Optional.of("The mean %s is **%s**.".formatted(when, mean(part)));
    }
    if (asks(words, "median")) {
      return Optional.of(
          "The median %s is **%s**.".formatted(when, subject.value(Quantiles.median(part))));
    }
    if (asks(words, "sum", "total")) {
      return Optional.of(
          "The sum %s is **%s**.".formatted(when, subject.value(Arrays.stream(part).sum())));
    }
    if (asks(words, "minimum", "min", "lowest", "smallest")) {
      return Optional.of(extreme("lowest", when, stretch, false));
    }
    if (asks(words, "maximum", "max", "highest", "largest")) {
      return Optional.of(extreme("highest", when, stretch, true));
    }
    boolean ofValues = asks(words, "value", "point", "row", "reading", "measurement");
    if (asks(words, "count") || (words.contains("how many") && ofValues)) {
      return Optional.of(
          "There %s **%s** %s."
              .formatted(
                  part.length == 1 ? "is" : "are", subject.count(part.length, "value"), when));
    }
    return Optional.empty();
  }

  private String extreme(String name, String when, Segment stretch, boolean highest) {
    int point = extreme(stretch, highest);
    return "The %s value %s is **%s**, at %s."
        .formatted(name, when, subject.value(values[point]), times.of(point));
  }

  private int extreme(Segment stretch, boolean highest) {
    int point = stretch.from();
    for (int i = stretch.from(); i < stretch.to(); i++) {
      boolean farther = highest ? values[i] > values[point] : values[i] < values[point];
      point = farther ? i : point;
    }
    return point;
  }

  /** Days of a calendar, by the mean of their values; a day of one value is that value. */
  private Optional<String> extremeDay(Segment stretch, boolean highest) {
    if (!(subject.series().times() instanceof Timestamps stamps)) {
      return Optional.empty();
    }
    long[] micros = stamps.localMicros();
    Segment best = null;
    double bestMean = 0;
    for (int from = stretch.from(), to; from < stretch.to(); from = to) {
      long day = Math.floorDiv(micros[from], DAY_MICROS);
      to = from + 1;
      while (to < stretch.to() && Math.floorDiv(micros[to], DAY_MICROS) == day) {
        to++;
      }
      Segment one = new Segment(from, to);
      double mean = Arrays.stream(part(one)).average().orElse(0);
      if (best == null || (highest ? mean > bestMean : mean < bestMean)) {
        best = one;
        bestMean = mean;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    String day = times.day(best.from());
    return Optional.of(
        "The day with the %s mean %s is **%s**: %s over %s."
            .formatted(
                highest ? "highest" : "lowest",
                when(stretch),
                day,
                subject.value(bestMean),
                subject.count(best.length(), "value")));
  }

  /** What is flagged, and what else lies outside the band of what is expected. */
  private String flagged(Segment stretch) {
    String outside = new NotFlagged(subject).outsideBand(stretch);
    return flaggedOnly(stretch) + (outside.isEmpty() ? "" : "\n\nNot flagged: " + outside);
  }

  private String flaggedOnly(Segment stretch) {
    List<Anomaly> inside = anomaliesIn(stretch);
    if (inside.isEmpty()) {
      return "Nothing is flagged %s.".formatted(when(stretch));
    }
    AnomalyText text = new AnomalyText(subject);
    return "%s %s:\n\n%s"
        .formatted(
            subject.count(inside.size(), "anomaly"),
            when(stretch),
            inside.stream()
                .map(text::line)
                .map(line -> "- anomaly " + line.replaceFirst("\\. ", ", "))
                .collect(Collectors.joining("\n")));
  }

  private List<Anomaly> anomaliesIn(Segment stretch) {
    return subject.result().anomalies().stream()
        .filter(anomaly -> anomaly.segment().overlaps(stretch))
        .toList();
  }

  private String againstUsual(Segment stretch) {
    double mean = Arrays.stream(part(stretch)).average().orElse(0);
    double expected =
        Arrays.stream(subject.result().components().expected(), stretch.from(), stretch.to())
            .average()
            .orElse(0);
    String verdict = anomaliesIn(stretch).isEmpty() ? "nothing of it is flagged" : "it is flagged";
    return "The mean %s is **%s**; which is %s the %s that was expected, and %s. The median of the whole series is %s."
        .formatted(
            when(stretch),
            subject.value(mean),
            difference(mean, expected),
            subject.value(expected),
            verdict,
            subject.value(Quantiles.median(values)));
  }

  private String describe(Segment stretch) {
    double[] part = part(stretch);
    List<String> lines = new ArrayList<>();
    if (stretch.length() == 1) {
      double expected = subject.result().components().expected()[stretch.from()];
      lines.add(
          "The value %s is **%s**; expected was %s."
              .formatted(when(stretch), subject.value(part[0]), subject.value(expected)));
    } else {
      lines.add(
          "%s %s: mean **%s**, lowest %s at %s, highest %s at %s, sum %s."
              .formatted(
                  subject.count(part.length, "value"),
                  when(stretch),
                  mean(part),
                  subject.value(values[extreme(stretch, false)]),
                  times.of(extreme(stretch, false)),
                  subject.value(values[extreme(stretch, true)]),
                  times.of(extreme(stretch, true)),
                  subject.value(Arrays.stream(part).sum())));
    }
    lines.add(flagged(stretch));
    return String.join("\n\n", lines);
  }

  private String compare(List<Segment> stretches) {
    double first = Arrays.stream(part(stretches.getFirst())).average().orElse(0);
    StringBuilder text = new StringBuilder();
    stretches.forEach(one -> text.append("- ").append(summary(one)).append('\n'));
    for (int i = 1; i < stretches.size(); i++) {
      double mean = Arrays.stream(part(stretches.get(i))).average().orElse(0);
      String name = i < ORDINALS.size() ? ORDINALS.get(i) : "next";
      text.append("\nThe %s mean is %s the first.".formatted(name, difference(mean, first)));
    }
    return text.toString();
  }

  private String summary(Segment stretch) {
    double[] part = part(stretch);
    return "%s: %s, mean **%s**, lowest %s, highest %s, sum %s, %s"
        .formatted(
            subject.times(stretch),
            subject.count(part.length, "value"),
            mean(part),
            subject.value(Arrays.stream(part).min().orElse(0)),
            subject.value(Arrays.stream(part).max().orElse(0)),
            subject.value(Arrays.stream(part).sum()),
            subject.count(anomaliesIn(stretch).size(), "anomaly"));
  }

  /** As it stands in "is … the first": {@code 401.4 (9 %) less than}. */
  private String difference(double value, double other) {
    double difference = value - other;
    if (difference == 0) {
      return "the same as";
    }
    double percent = 100 * difference / Math.abs(other);
    String share =
        Double.isFinite(percent) ? " (%s %%)".formatted(NumberText.whole(Math.abs(percent))) : "";
    return "%s%s %s than"
        .formatted(subject.value(Math.abs(difference)), share, difference > 0 ? "more" : "less");
  }

  private String mean(double[] part) {
    return subject.value(Arrays.stream(part).average().orElse(0));
  }

  private double[] part(Segment stretch) {
    return Arrays.copyOfRange(values, stretch.from(), stretch.to());
  }

  private String when(Segment stretch) {
    if (stretch.length() == values.length) {
      return "of the whole series";
    }
    String first = times.of(stretch.from());
    String last = times.of(stretch.last());
    // Rows of a ledger share their day.
    return first.equals(last) ? "at " + first : "from %s to %s".formatted(first, last);
  }
}
