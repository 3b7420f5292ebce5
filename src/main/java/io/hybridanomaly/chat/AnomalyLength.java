package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How long an anomaly lasts. */
final class AnomalyLength {

  private static final Pattern ASKED =
      Pattern.compile("\\bhow long\\b|\\b(?:duration|length) of\\b|\\b(?:longest|shortest) \\w+");

  private static final Pattern MEANT =
      Pattern.compile(
          "\\b(?:anomal(?:y|ies)|outages?|outliers?|alarms?|dips?|spikes?|drops?|jumps?|peaks?|it|this|that)\\b");

  private static final Pattern LASTING =
      Pattern.compile(
          "\\b(?:long|last(?:s|ed|ing)?|duration|length|longest|shortest|hours?|minutes?|days?)\\b");

  private AnomalyLength() {}

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @param named the anomalies that it names
   * @param stretch the time that it names, if any
   * @return empty if it does not ask for that
   */
  static Optional<String> answer(
      String rest, List<Anomaly> named, Optional<Segment> stretch, Subject subject) {
    String left = OfflineExplainer.NUMBERED.matcher(rest).replaceAll(" anomaly ");
    String other = LASTING.matcher(MEANT.matcher(left).replaceAll(" ")).replaceAll(" ");
    boolean clear =
        ASKED.matcher(left).find()
            && MEANT.matcher(left).find()
            && new QuestionWords(other, subject).askWhyFlagged()
            && !DataAnswers.isAsked(left);
    if (!clear) {
      return Optional.empty();
    }
    List<Anomaly> those = named.isEmpty() ? those(left, stretch, subject) : named;
    return Optional.of(
        those.isEmpty()
            ? "Nothing is flagged %s."
                .formatted(
                    stretch.map(new StretchText(subject)::when).orElse("in the whole series"))
            : those.stream()
                .map(one -> (those.size() > 1 ? "- " : "") + text(one, subject))
                .collect(Collectors.joining("\n")));
  }

  /** The longest or shortest one, the selected one, or the most severe. */
  private static List<Anomaly> those(String left, Optional<Segment> stretch, Subject subject) {
    List<Anomaly> all =
        subject.result().ranked().stream()
            .filter(one -> stretch.isEmpty() || one.segment().overlaps(stretch.get()))
            .toList();
    Comparator<Anomaly> length = Comparator.comparingInt(Anomaly::length);
    if (left.contains("longest")) {
      return all.stream().max(length).stream().toList();
    }
    if (left.contains("shortest")) {
      return all.stream().min(length).stream().toList();
    }
    if (left.contains("anomalies") || stretch.isPresent()) {
      return all;
    }
    return subject.selected().or(() -> all.stream().findFirst()).stream().toList();
  }

  private static String text(Anomaly anomaly, Subject subject) {
    return "Anomaly %s of %s lasts **%s**%s."
        .formatted(
            subject.count(subject.numberOf(anomaly)),
            subject.count(subject.result().anomalies().size()),
            TimeLength.of(anomaly.segment(), subject.series().times())
                .orElse(subject.count(anomaly.length(), "point")),
            ", %s: %s"
                .formatted(
                    subject.count(anomaly.length(), "point"), subject.times(anomaly.segment())));
  }
}
