package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Candidate;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What is unusual and yet below the threshold, and what would flag it. */
final class NotFlagged {

  /** Settings of the sensitivity are tenths. */
  private static final double STEPS = 10;

  /** Of a stretch only what is so many half-widths of the band off is worth a word. */
  private static final double FAR = 2;

  private final Subject subject;
  private final DetectionResult result;
  private final double[] values;
  private final double[] expected;
  private final TimeText times;

  NotFlagged(Subject subject) {
    this.subject = subject;
    this.result = subject.result();
    this.values = subject.series().values();
    this.expected = result.components().expected();
    this.times = subject.times();
  }

  /** Why nothing, or nothing else, is flagged in the whole series. */
  String elsewhere() {
    String lines =
        result.candidates().stream()
            .map(candidate -> "- " + line(candidate))
            .collect(Collectors.joining("\n"));
    boolean alone = result.anomalies().isEmpty();
    boolean reached =
        result.candidates().stream().anyMatch(candidate -> candidate.score() >= result.threshold());
    String reason =
        reached
            ? "what reaches the threshold of %2$s is hardly larger than what is usual in this series"
            : "no %sscore reaches the threshold of %s";
    return "%s is flagged at sensitivity %s: %s.%s"
        .formatted(
            alone ? "Nothing" : "Nothing else",
            subject.value(result.settings().sensitivity()),
            reason.formatted(alone || reached ? "" : "other ", subject.score(result.threshold())),
            lines.isEmpty()
                ? " Nothing below it stands out."
                : " The most unusual stretches %sare:\n\n%s"
                    .formatted(reached ? "" : "below it ", lines));
  }

  /** What is most unusual in a stretch, its score, and what would flag it. */
  String in(Segment stretch) {
    int peak = -1;
    for (int i = stretch.from(); i < stretch.to(); i++) {
      boolean higher = peak < 0 || result.score()[i] > result.score()[peak];
      peak = higher && !result.isAnomaly(i) ? i : peak;
    }
    if (peak < 0) {
      return "All of it is flagged.";
    }
    return "The most unusual value that is not flagged is **%s** at %s, where about %s is usual: its score is %s, the threshold %s. %s"
        .formatted(
            subject.value(values[peak]),
            times.of(peak),
            subject.calculated(expected[peak]),
            subject.score(result.score()[peak]),
            subject.score(result.threshold()),
            sentence(lowestSensitivity(peak)));
  }

  /**
   * The value of a stretch that is farthest outside the band of what is expected, with the
   * sensitivity that would flag it.
   *
   * @return empty if none is outside or all of those are flagged
   */
  String outsideBand(Segment stretch) {
    ExpectedBand band = ExpectedBand.of(result.components());
    int farthest = -1;
    double most = stretch.length() == 1 ? 1 : FAR;
    for (int i = stretch.from(); i < stretch.to(); i++) {
      double distance = Math.abs(values[i] - expected[i]) / band.halfWidth(i);
      if (distance > most && !result.isAnomaly(i)) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest < 0) {
      return "";
    }
    return "%s at %s lies outside the expected band of %s to %s. %s"
        .formatted(
            subject.value(values[farthest]),
            times.of(farthest),
            subject.calculated(band.low(farthest, expected[farthest])),
            subject.calculated(band.high(farthest, expected[farthest])),
            sentence(lowestSensitivity(farthest)));
  }

  private String line(Candidate candidate) {
    int peak = candidate.peak();
    return "%s: %s where about %s is usual, score %s, %s"
        .formatted(
            subject.times(candidate.segment()),
            subject.value(values[peak]),
            subject.calculated(expected[peak]),
            subject.score(candidate.score()),
            candidate.sensitivity().isPresent()
                ? "flagged from sensitivity " + subject.value(candidate.sensitivity().getAsDouble())
                : "flagged by no sensitivity");
  }

  private String sentence(OptionalDouble sensitivity) {
    return sensitivity.isPresent()
        ? "It is flagged from sensitivity %s on."
            .formatted(subject.value(sensitivity.getAsDouble()))
        : "No sensitivity flags it, not even the highest, %s."
            .formatted(subject.value(DetectionSettings.MAX_SENSITIVITY));
  }

  /** The lowest setting that flags a point, by bisection: a higher one flags more. */
  private OptionalDouble lowestSensitivity(int point) {
    int low = (int) Math.round(result.settings().sensitivity() * STEPS);
    int high = (int) Math.round(DetectionSettings.MAX_SENSITIVITY * STEPS);
    if (!result.withSensitivity(high / STEPS).isAnomaly(point)) {
      return OptionalDouble.empty();
    }
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (result.withSensitivity(middle / STEPS).isAnomaly(point)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(high / STEPS);
  }
}
