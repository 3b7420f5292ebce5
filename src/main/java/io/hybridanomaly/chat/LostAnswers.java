package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How much was lost: what was expected less what there was, added up over anomalies. */
final class LostAnswers {

  private static final String NOUN = "(?:loss|losses|shortfall|shortfalls)";

  /** "How much was lost?", "the loss over the anomalies", "what was the loss in" a time. */
  private static final Pattern ASKED =
      Pattern.compile(
          "\\bhow (?:many|much)\\b.*\\b(?:lost|lose|losing|%1$s)\\b"
              .concat("|\\b%1$s (?:over|in|of|during|from|through|across|by|due to|because of) ")
              .concat("(?:\\p{L}+ ){0,3}(?:anomal(?:y|ies)|outages?|dips?|drops?)\\b")
              .concat("|\\b(?:what|how (?:big|large|high|great)) (?:is|are|was|were) the %1$s")
              .concat("(?: (?:in|on|at|for|of|over|during|from))?\\W*$")
              .formatted(NOUN));

  /** In the name of a series they mean its values. */
  private static final Pattern WORD =
      Pattern.compile("\\b(?:lost|lose|losing|%s)\\b".formatted(NOUN));

  private static final int MOST_NAMED = 5;

  /** An anomaly and what its values lack. */
  private record Loss(Anomaly anomaly, double lost) {}

  private LostAnswers() {}

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @param named the anomalies that it names; all if it names none
   * @param time that it names
   * @return empty if it does not ask for that
   */
  static Optional<String> answer(
      String rest, List<Anomaly> named, Optional<Segment> time, Subject subject) {
    boolean clear =
        ASKED.matcher(rest).find()
            && !asksForFigure(rest)
            && !namesLoss(subject)
            && new QuestionWords(OfflineExplainer.NUMBERED.matcher(rest).replaceAll(" "), subject)
                .limitNothingBut();
    if (!clear) {
      return Optional.empty();
    }
    List<Anomaly> those =
        named.isEmpty()
            ? subject.result().anomalies().stream()
                .filter(one -> time.isEmpty() || one.segment().overlaps(time.get()))
                .toList()
            : named;
    List<Loss> losses =
        those.stream()
            .map(one -> new Loss(one, lost(one, subject)))
            .filter(loss -> loss.lost() > 0)
            .sorted(Comparator.comparingDouble(Loss::lost).reversed())
            .toList();
    return Optional.of(losses.isEmpty() ? nothing(those, subject) : text(losses, subject));
  }

  /** "The maximum loss" is one of the values. */
  private static boolean asksForFigure(String rest) {
    return Figure.in(rest).filter(figure -> figure != Figure.COUNT).isPresent();
  }

  /** Whether a loss is what the series itself measures. */
  private static boolean namesLoss(Subject subject) {
    String part =
        subject.analysis().dataset().summary().part().map(DataSummary.Part::series).orElse("");
    return NameWords.of(subject.series().name(), subject.file(), part).words().stream()
        .anyMatch(word -> WORD.matcher(word).matches());
  }

  private static double lost(Anomaly anomaly, Subject subject) {
    double[] values = subject.series().values();
    double[] expected = subject.result().components().expected();
    return IntStream.range(anomaly.segment().from(), anomaly.segment().to())
        .mapToDouble(i -> expected[i] - values[i])
        .sum();
  }

  private static String nothing(List<Anomaly> those, Subject subject) {
    if (those.isEmpty()) {
      return "Nothing is flagged there, so there is no stretch in which something was lost.";
    }
    return "Nothing: %s adds up to less than was expected."
        .formatted(
            those.size() == 1
                ? "not even the one anomaly"
                : "none of the %s".formatted(subject.count(those.size(), "anomaly")));
  }

  private static String text(List<Loss> losses, Subject subject) {
    double all = losses.stream().mapToDouble(Loss::lost).sum();
    String lines =
        losses.stream()
            .limit(MOST_NAMED)
            .map(
                loss ->
                    "- anomaly %d, %s: %s"
                        .formatted(
                            subject.numberOf(loss.anomaly()),
                            subject.times(loss.anomaly().segment()),
                            subject.calculated(loss.lost())))
            .collect(Collectors.joining("\n"));
    return ("Added up over the points of the %s with less than expected, the values of **%s** are"
            + " **%s** below what was expected%s:\n\n%s\n\nWhat is missing in the file is not counted.")
        .formatted(
            losses.size() == 1 ? "anomaly" : subject.count(losses.size(), "anomaly"),
            Untrusted.markdown(subject.series().name()),
            subject.calculated(all),
            losses.size() > MOST_NAMED ? ", most in these" : "",
            lines);
  }
}
