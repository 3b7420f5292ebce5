package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.DataSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of several series are abnormal: the answers are about one, the overview is about all. */
final class WhichSeries {

  private static final Pattern ASKED =
      Pattern.compile(
          "\\bwhich (?:of the |other )?(\\p{L}+) (?:is|are|was|were|looks?|has|have|had|shows?)\\b"
              + ".*\\b(?:abnormal\\w*|unusual\\w*|anomal\\w*|flagged|strange|suspicious|wrong|odd"
              + "|broken|faulty|worst|outliers?)\\b");

  private static final Set<String> SERIES =
      QuestionWords.words(
          """
          series column columns sensor sensors machine machines device devices store stores shop
          shops station stations channel channels variable variables signal signals file files
          meter meters site sites pump pumps
          """);

  private WhichSeries() {}

  /**
   * The answer.
   *
   * @param words the question in lower case
   * @return empty if it asks for something else, or the file holds one series
   */
  static Optional<String> answer(String words, Subject subject) {
    DataSummary summary = subject.analysis().dataset().summary();
    List<String> others = summary.otherColumns();
    Matcher asked = ASKED.matcher(words);
    if (!asked.find() || (others.isEmpty() && summary.part().isEmpty())) {
      return Optional.empty();
    }
    String noun = asked.group(1);
    boolean ofNames =
        NameWords.of(others.toArray(String[]::new)).have(noun) && !KnownWords.isThing(noun);
    return SERIES.contains(noun) || ofNames
        ? Optional.of(
            "The answers are about **%s** alone: %s. %s. Press “Detect in all …” below **Detect**:"
                    .formatted(
                        Untrusted.markdown(subject.series().name()),
                        subject.count(subject.result().anomalies().size(), "anomaly"),
                        others(others.size(), subject))
                + " the overview then has a row for each, the worst first.")
        : Optional.empty();
  }

  private static String others(int columns, Subject subject) {
    return columns == 0
        ? "The table holds further series"
        : "The file has " + subject.count(columns, "other value column");
  }
}
