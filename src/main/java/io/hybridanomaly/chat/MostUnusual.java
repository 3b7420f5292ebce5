package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.Segment;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which day or other time is the most unusual: that of the most severe anomaly. */
final class MostUnusual {

  private static final String UNUSUAL =
      "unusual|abnormal|suspicious|strange|odd|anomalous|irregular|weird";

  private static final Pattern ASKED =
      Pattern.compile(
          "\\bmost (?:severe|"
              + UNUSUAL
              + ")\\b|\\bhighest severity\\b"
              + "|\\b(?:worst|biggest|strongest|largest) (?:anomaly|outlier|one)\\b");

  /** Times that the calendar repeats: no single anomaly stands for all of them. */
  private static final Pattern AGAIN =
      Pattern.compile("\\bof (?:the|a) (?:day|week|month|year)\\b|\\bnot\\b|n['’]t\\b");

  private static final Pattern PERIOD =
      Pattern.compile("\\b(?:day|week|month|hour|year|time|moment|point|value)\\b");

  private MostUnusual() {}

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @return empty if it does not ask for that
   */
  static Optional<String> answer(String rest, Subject subject, Segment stretch) {
    String left = PERIOD.matcher(ASKED.matcher(rest).replaceFirst(" ")).replaceFirst(" ");
    boolean clear =
        ASKED.matcher(rest).find()
            && !AGAIN.matcher(rest).find()
            && new QuestionWords(left, subject).askWhyFlagged();
    if (!clear) {
      return Optional.empty();
    }
    StretchText text = new StretchText(subject);
    return Optional.of(
        subject.result().anomalies().stream()
            .filter(anomaly -> anomaly.segment().overlaps(stretch))
            .min(Anomaly.MOST_SEVERE_FIRST)
            .map(
                anomaly ->
                    "The most severe anomaly %s:\n\n%s"
                        .formatted(
                            text.when(stretch), new AnomalyText(subject).explanation(anomaly)))
            .orElseGet(
                () ->
                    stretch.length() == subject.series().size()
                        ? new NotFlagged(subject).elsewhere()
                        : text.flagged(stretch)));
  }
}
