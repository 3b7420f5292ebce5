package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What another sensitivity would flag. */
final class OtherSensitivity {

  private static final int MOST_NAMED = 5;

  private static final Pattern ASKED =
      Pattern.compile(
          "\\bsensitivity (?:of |to |at |were |was |is |= ?)?(\\d{1,3}(?:\\.\\d{1,3})?)\\b");

  private static final Pattern FLAGGED =
      Pattern.compile(
          "\\b(?:flag\\w*|anomal\\w*|find|found|detect\\w*|happen\\w*|mark\\w*|set|with|at)\\b");

  private OtherSensitivity() {}

  /** Whether a question names a sensitivity. */
  static boolean isNamed(String rest) {
    return ASKED.matcher(rest).find();
  }

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @return empty if it does not ask for that
   */
  static Optional<String> answer(String rest, Subject subject) {
    Matcher asked = ASKED.matcher(rest);
    if (!asked.find() || !FLAGGED.matcher(rest).find()) {
      return Optional.empty();
    }
    String left =
        OfflineExplainer.NUMBERED.matcher(asked.replaceFirst(" ")).replaceAll(" anomaly ");
    boolean clear = new QuestionWords(left, subject).limitNothingBut("would", "will", "if");
    return clear
        ? Optional.of(text(Double.parseDouble(asked.group(1)), subject))
        : Optional.empty();
  }

  private static String text(double wanted, Subject subject) {
    if (wanted > DetectionSettings.MAX_SENSITIVITY) {
      return "There is no sensitivity %s: it goes from 0 to %s."
          .formatted(subject.value(wanted), subject.value(DetectionSettings.MAX_SENSITIVITY));
    }
    DetectionResult now = subject.result();
    DetectionResult then = now.withSensitivity(wanted);
    AnomalyText text = new AnomalyText(subject);
    String added =
        then.ranked().stream()
            .filter(
                one -> now.anomalies().stream().noneMatch(a -> a.segment().overlaps(one.segment())))
            .limit(MOST_NAMED)
            .map(one -> "- " + text.where(one))
            .collect(Collectors.joining("\n"));
    return "At sensitivity %s, **%s** with %s would be flagged; at the present %s it is %s with %s.%s\n\nThe slider “Sensitivity” shows the same at once."
        .formatted(
            subject.value(wanted),
            subject.count(then.anomalies().size(), "anomaly"),
            points(then, subject),
            subject.value(now.settings().sensitivity()),
            subject.count(now.anomalies().size(), "anomaly"),
            points(now, subject),
            added.isEmpty() ? "" : " New, the most severe first:\n\n" + added);
  }

  private static String points(DetectionResult result, Subject subject) {
    return subject.count(result.anomalies().stream().mapToInt(Anomaly::length).sum(), "point");
  }
}
