package io.hybridanomaly.chat;

import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers about the data as they are: where points are missing, and where the value is stuck. */
final class DataAnswers {

  private static final Pattern MISSING = Pattern.compile("\\b(missing|gaps?|interrupt\\w*)\\b");
  private static final Pattern STUCK =
      Pattern.compile("\\b(stuck|frozen|constant|unchanged|same values?|st(?:an|oo)ds? still)\\b");

  /** Fewer equal values in a row are not called stuck. */
  private static final int FEWEST_EQUAL = 5;

  private static final int MOST_NAMED = 5;

  private static final double MILLIS = 1000;

  private final Subject subject;
  private final Segment stretch;

  private DataAnswers(Subject subject, Segment stretch) {
    this.subject = subject;
    this.stretch = stretch;
  }

  /**
   * The answer, as Markdown.
   *
   * @param words the question in lower case without its times
   * @param stretch that is asked about
   * @return empty if it asks for something else
   */
  static Optional<String> answer(String words, Subject subject, Segment stretch) {
    DataAnswers answers = new DataAnswers(subject, stretch);
    if (MISSING.matcher(words).find()) {
      return Optional.of(answers.missing());
    }
    return STUCK.matcher(words).find() ? Optional.of(answers.stuck()) : Optional.empty();
  }

  /** Whether a question asks for what is missing or stuck. */
  static boolean isAsked(String words) {
    return MISSING.matcher(words).find() || STUCK.matcher(words).find();
  }

  private String missing() {
    List<MissingStretch> gaps =
        MissingStretch.in(subject.series().times()).stream()
            .filter(gap -> gap.after() >= stretch.from() - 1 && gap.after() < stretch.to())
            .sorted(Comparator.comparingDouble(MissingStretch::length).reversed())
            .toList();
    if (gaps.isEmpty()) {
      return "No points are missing %s: none is much further from the next one than usual."
          .formatted(where());
    }
    return "Points are missing in %s %s%s"
        .formatted(
            subject.count(gaps.size(), "place"),
            where(),
            list(
                gaps.size(),
                gaps.stream()
                    .map(
                        gap ->
                            "between %s and %s%s"
                                .formatted(
                                    subject.times().of(gap.after()),
                                    subject.times().of(gap.after() + 1),
                                    length(gap)))
                    .toList()));
  }

  private String length(MissingStretch gap) {
    TimeAxis times = subject.series().times();
    double millis = times.instant(gap.after() + 1) - times.instant(gap.after());
    return times instanceof Timestamps
        ? ", %s apart".formatted(TimeLength.ofSeconds(millis / MILLIS))
        : "";
  }

  private String stuck() {
    double[] values = subject.series().values();
    List<Segment> still =
        Runs.of(stretch.length() - 1, i -> at(values, i) == at(values, i + 1)).segments().stream()
            .map(
                pairs ->
                    new Segment(stretch.from() + pairs.from(), stretch.from() + pairs.to() + 1))
            .filter(equal -> equal.length() >= FEWEST_EQUAL)
            .sorted(Comparator.comparingInt(Segment::length).reversed())
            .toList();
    if (still.isEmpty()) {
      return "Nothing is stuck %s: no value stands %s or more in a row."
          .formatted(where(), subject.count(FEWEST_EQUAL, "time"));
    }
    return "One value stands %s or more in a row in %s %s%s"
        .formatted(
            subject.count(FEWEST_EQUAL, "time"),
            subject.count(still.size(), "place"),
            where(),
            list(
                still.size(),
                still.stream()
                    .map(
                        equal ->
                            "%s: %s, %s"
                                .formatted(
                                    subject.times(equal),
                                    subject.value(values[equal.from()]),
                                    subject.count(equal.length(), "point")))
                    .toList()));
  }

  private double at(double[] values, int place) {
    return values[stretch.from() + place];
  }

  private String where() {
    return stretch.length() == subject.series().size()
        ? "in the series"
        : "in " + subject.times(stretch);
  }

  /** The longest as a list. */
  private static String list(int all, List<String> entries) {
    String lines =
        entries.stream().limit(MOST_NAMED).map("\n- %s"::formatted).collect(Collectors.joining());
    return (all > MOST_NAMED ? ", the longest:\n" : ":\n") + lines;
  }
}
