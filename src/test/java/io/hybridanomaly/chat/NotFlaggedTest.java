package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotFlaggedTest {

  private static final Subject FLAGGED = TestSubjects.of("load.csv", "load", "");

  @Test
  void whatIsBelowTheThresholdIsSaidToBe() {
    DetectionResult result = FLAGGED.result();
    assertThat(elsewhere(result.score(), 10))
        .startsWith("Nothing is flagged at sensitivity 5: no score reaches the threshold of 10.")
        .contains("The most unusual stretches below it are:");
  }

  /** A score may reach the threshold where the values are hardly larger than usual. */
  @Test
  void aScoreAboveTheThresholdIsNotSaidToBeBelow() {
    assertThat(elsewhere(FLAGGED.result().score(), 3.5))
        .startsWith("Nothing is flagged at sensitivity 5: what reaches the threshold of 3.50")
        .contains("The most unusual stretches are:")
        .doesNotContain("no score", "below it");
  }

  private static String elsewhere(double[] score, double threshold) {
    DetectionResult before = FLAGGED.result();
    DetectionResult none =
        new DetectionResult(before.settings(), before.components(), score, threshold, List.of());
    return new NotFlagged(
            new Subject(FLAGGED.analysis().judged(none), Optional.empty(), "", Locale.ENGLISH))
        .elsewhere();
  }
}
