package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What can be said of stretches: their figures, what is flagged in them, two of them compared. */
final class StretchText {

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  private final Subject subject;
  private final double[] values;
  private final TimeText times;

  StretchText(Subject subject) {
    this.subject = subject;
    this.values = subject.series().values();
    this.times = subject.times();
  }

  /** What is flagged, and what is most unusual beside it. */
  String notFlagged(Segment stretch) {
    return "%s\n\n%s".formatted(flaggedOnly(stretch), new NotFlagged(subject).in(stretch));
  }

  /** Why the only anomaly of a stretch is flagged, or a list of all. */
  String explained(Segment stretch) {
    List<Anomaly> inside = anomaliesIn(stretch);
    return inside.size() == 1
        ? new AnomalyText(subject).explanation(inside.getFirst())
        : flagged(stretch);
  }

  /** The farthest value of a stretch, and when it was. */
  String extreme(String name, String when, Segment stretch, boolean highest) {
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

  /** What is flagged, and what else lies outside the band of what is expected. */
  String flagged(Segment stretch) {
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

  /** Whether it is higher than expected. */
  String againstUsual(Segment stretch) {
    double mean = Arrays.stream(part(stretch)).average().orElse(0);
    double expected =
        Arrays.stream(subject.result().components().expected(), stretch.from(), stretch.to())
            .average()
            .orElse(0);
    return "The %s %s is **%s**, %s the %s expected there%s. The median of the whole series is %s."
        .formatted(
            stretch.length() == 1 ? "value" : "mean",
            when(stretch),
            subject.calculated(mean),
            distance(mean, expected),
            subject.calculated(expected),
            anomaliesIn(stretch).isEmpty()
                ? "; nothing of it is flagged"
                : stretch.length() == 1 ? ", and flagged" : "; anomalies lie in it",
            subject.calculated(Quantiles.median(values)));
  }

  /** The figures of a stretch, and what is flagged in it. */
  String describe(Segment stretch) {
    double[] part = part(stretch);
    List<String> lines = new ArrayList<>();
    if (stretch.length() == 1) {
      double expected = subject.result().components().expected()[stretch.from()];
      lines.add(
          "The value %s is **%s**; expected was %s."
              .formatted(when(stretch), subject.value(part[0]), subject.calculated(expected)));
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
                  subject.calculated(Arrays.stream(part).sum())));
    }
    lines.add(flagged(stretch));
    return String.join("\n\n", lines);
  }

  /** Each of several stretches, and how far their means lie apart. */
  String compare(List<Segment> stretches) {
    double first = Arrays.stream(part(stretches.getFirst())).average().orElse(0);
    StringBuilder text = new StringBuilder();
    stretches.forEach(one -> text.append("- ").append(summary(one)).append('\n'));
    for (int i = 1; i < stretches.size(); i++) {
      double mean = Arrays.stream(part(stretches.get(i))).average().orElse(0);
      String name = i < ORDINALS.size() ? ORDINALS.get(i) : "next";
      text.append("\nThe %s mean is %s the first.".formatted(name, distance(mean, first)));
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
            subject.calculated(Arrays.stream(part).sum()),
            subject.count(anomaliesIn(stretch).size(), "anomaly"));
  }

  /** As it stands in "is … the first": {@code 401.4 (9 %) below}. */
  String distance(double value, double other) {
    double difference = value - other;
    if (difference == 0) {
      return "the same as";
    }
    double percent = 100 * difference / Math.abs(other);
    String share =
        Double.isFinite(percent) ? " (%s %%)".formatted(NumberText.whole(Math.abs(percent))) : "";
    return "%s%s %s"
        .formatted(
            subject.calculated(Math.abs(difference)), share, difference > 0 ? "above" : "below");
  }

  /** The mean of values, as text. */
  String mean(double[] part) {
    return subject.calculated(Arrays.stream(part).average().orElse(0));
  }

  /** The values of a stretch. */
  double[] part(Segment stretch) {
    return Arrays.copyOfRange(values, stretch.from(), stretch.to());
  }

  /** A stretch in words: {@code of the whole series}. */
  String when(Segment stretch) {
    if (stretch.length() == values.length) {
      return "of the whole series";
    }
    String first = times.of(stretch.from());
    String last = times.of(stretch.last());
    // Rows of a ledger share their day.
    return first.equals(last) ? "at " + first : "from %s to %s".formatted(first, last);
  }
}
