package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.series.Timestamps;
import io.hybridanomaly.windowing.Quantiles;
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

  private static final long DAY_MICROS = 86_400_000_000L;

  private final Subject subject;
  private final double[] values;
  private final TimeText times;

  private ComputedAnswers(Subject subject) {
    this.subject = subject;
    this.values = subject.series().values();
    this.times = new TimeText(subject.series().times());
  }

  /**
   * The answer, as Markdown.
   *
   * @param words the question in lower case
   * @return empty if it does not ask for anything that can be counted
   */
  static Optional<String> answer(String words, Subject subject) {
    List<TimePhrases.Phrase> named = TimePhrases.in(words, subject.series().times());
    return new ComputedAnswers(subject).answer(words, named);
  }

  private Optional<String> answer(String words, List<TimePhrases.Phrase> named) {
    Optional<TimePhrases.Phrase> outside =
        named.stream().filter(phrase -> phrase.points().isEmpty()).findFirst();
    if (outside.isPresent()) {
      return Optional.of(
          "There is no value for “%s”: the series runs from %s to %s."
              .formatted(outside.get().words(), times.of(0), times.of(values.length - 1)));
    }
    List<Segment> stretches = named.stream().flatMap(phrase -> phrase.points().stream()).toList();
    if (stretches.size() >= 2 && asks(words, "compare", "differ", "versus", "vs", "than", "and")) {
      return Optional.of(compare(stretches.get(0), stretches.get(1)));
    }
    Segment all = new Segment(0, values.length);
    Segment stretch = stretches.isEmpty() ? all : stretches.getFirst();
    if (words.contains(" day")
        && asks(words, "highest", "largest", "lowest", "smallest", "busiest")) {
      return extremeDay(stretch, !asks(words, "lowest", "smallest"));
    }
    if (!stretches.isEmpty() && asks(words, "flag", "anomal", "abnormal", "unusual")) {
      return Optional.of(flagged(stretch));
    }
    if (!stretches.isEmpty() && asks(words, "usual", "expected", "normal")) {
      return Optional.of(againstUsual(stretch));
    }
    Optional<String> one = oneFigure(words, stretch);
    if (one.isPresent()) {
      return one;
    }
    return stretches.isEmpty() ? Optional.empty() : Optional.of(describe(stretch));
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
          "The median %s is **%s**.".formatted(when, NumberText.of(Quantiles.median(part))));
    }
    if (asks(words, "sum", "total")) {
      return Optional.of(
          "The sum %s is **%s**.".formatted(when, NumberText.of(Arrays.stream(part).sum())));
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
                  part.length == 1 ? "is" : "are", NumberText.count(part.length, "value"), when));
    }
    return Optional.empty();
  }

  private String extreme(String name, String when, Segment stretch, boolean highest) {
    int point = extreme(stretch, highest);
    return "The %s value %s is **%s**, at %s."
        .formatted(name, when, NumberText.of(values[point]), times.of(point));
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
    String day = times.of(best.from()).substring(0, "2020-04-05".length());
    return Optional.of(
        "The day with the %s mean %s is **%s**: %s over %s."
            .formatted(
                highest ? "highest" : "lowest",
                when(stretch),
                day,
                NumberText.of(bestMean),
                NumberText.count(best.length(), "value")));
  }

  private String flagged(Segment stretch) {
    List<Anomaly> inside = anomaliesIn(stretch);
    if (inside.isEmpty()) {
      return "Nothing is flagged %s.".formatted(when(stretch));
    }
    AnomalyText text = new AnomalyText(subject);
    return "%s %s:\n\n%s"
        .formatted(
            NumberText.count(inside.size(), "anomaly"),
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
    return "The mean %s is **%s**; the network expected %s (%s), and %s. The median of the whole series is %s."
        .formatted(
            when(stretch),
            NumberText.of(mean),
            NumberText.of(expected),
            difference(mean, expected),
            verdict,
            NumberText.of(Quantiles.median(values)));
  }

  private String describe(Segment stretch) {
    double[] part = part(stretch);
    List<String> lines = new ArrayList<>();
    if (stretch.length() == 1) {
      double expected = subject.result().components().expected()[stretch.from()];
      lines.add(
          "The value %s is **%s**; expected was %s."
              .formatted(when(stretch), NumberText.of(part[0]), NumberText.of(expected)));
    } else {
      lines.add(
          "%s %s: mean **%s**, lowest %s at %s, highest %s at %s, sum %s."
              .formatted(
                  NumberText.count(part.length, "value"),
                  when(stretch),
                  mean(part),
                  NumberText.of(values[extreme(stretch, false)]),
                  times.of(extreme(stretch, false)),
                  NumberText.of(values[extreme(stretch, true)]),
                  times.of(extreme(stretch, true)),
                  NumberText.of(Arrays.stream(part).sum())));
    }
    lines.add(flagged(stretch));
    return String.join("\n\n", lines);
  }

  private String compare(Segment one, Segment other) {
    double first = Arrays.stream(part(one)).average().orElse(0);
    double second = Arrays.stream(part(other)).average().orElse(0);
    return "- %s\n- %s\n\nThe second mean is %s than the first."
        .formatted(summary(one), summary(other), difference(second, first));
  }

  private String summary(Segment stretch) {
    double[] part = part(stretch);
    return "%s: %s, mean **%s**, lowest %s, highest %s, sum %s, %s"
        .formatted(
            SegmentText.of(stretch, subject.series().times()),
            NumberText.count(part.length, "value"),
            mean(part),
            NumberText.of(Arrays.stream(part).min().orElse(0)),
            NumberText.of(Arrays.stream(part).max().orElse(0)),
            NumberText.of(Arrays.stream(part).sum()),
            NumberText.count(anomaliesIn(stretch).size(), "anomaly"));
  }

  private static String difference(double value, double other) {
    double difference = value - other;
    double percent = 100 * difference / Math.abs(other);
    String more = difference >= 0 ? "more" : "less";
    String units = NumberText.of(Math.abs(difference));
    return Double.isFinite(percent)
        ? "%s %s, %s %%".formatted(units, more, NumberText.whole(Math.abs(percent)))
        : units + " " + more;
  }

  private static String mean(double[] part) {
    return NumberText.of(Arrays.stream(part).average().orElse(0));
  }

  private double[] part(Segment stretch) {
    return Arrays.copyOfRange(values, stretch.from(), stretch.to());
  }

  private String when(Segment stretch) {
    if (stretch.length() == values.length) {
      return "of the whole series";
    }
    return stretch.length() == 1
        ? "at " + times.of(stretch.from())
        : "from %s to %s".formatted(times.of(stretch.from()), times.of(stretch.last()));
  }
}
