package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  private static final int N = 1_000;
  private static final int WINDOW = 20;

  @Test
  void theHighestPeaksBelowTheThresholdAreNamedInOrder() {
    double[] score = score();
    for (int k = 1; k <= 8; k++) {
      bump(score, 100 * k, 1.5 + 0.25 * k);
    }
    score[850] = 9;
    List<Candidate> candidates = judged(score).candidates();
    // Peaks 800 to 400 with the scores 3.5, 3.25, …; the anomaly at 850 is none of them.
    assertThat(candidates).extracting(Candidate::peak).containsExactly(800, 700, 600, 500, 400);
    assertThat(candidates).extracting(Candidate::score).containsExactly(3.5, 3.25, 3.0, 2.75, 2.5);
    // A point above (height - 1): the bump falls by 0.3 each point.
    assertThat(candidates.getFirst().segment()).isEqualTo(new Segment(797, 804));
  }

  @Test
  void theLowestSettingThatFlagsACandidateIsTold() {
    double[] score = score();
    bump(score, 200, 3.4);
    bump(score, 500, 2.8);
    bump(score, 800, 1.5);
    DetectionResult result = judged(score);
    List<Candidate> candidates = result.candidates();
    // One in 10^3.4: 2 * 10^((s - 5) / 4 - 4) at s = 6.2; 2.8 is reached at 8.6, 1.5 by no setting.
    assertThat(candidates.get(0).sensitivity().orElseThrow()).isEqualTo(6.5);
    assertThat(candidates.get(1).sensitivity().orElseThrow()).isEqualTo(9);
    assertThat(candidates.get(2).peak()).isEqualTo(800);
    assertThat(candidates.get(2).sensitivity()).isEmpty();
    for (Candidate candidate : candidates.subList(0, 2)) {
      double sensitivity = candidate.sensitivity().orElseThrow();
      assertThat(result.withSensitivity(sensitivity).isAnomaly(candidate.peak())).isTrue();
      assertThat(result.withSensitivity(sensitivity - 0.5).isAnomaly(candidate.peak())).isFalse();
    }
  }

  @Test
  void theSlopesOfAnAnomalyAreNone() {
    double[] score = score();
    bump(score, 300, 6);
    score[312] = 3.5;
    bump(score, 600, 3);
    DetectionResult result = judged(score);
    assertThat(result.anomalies()).hasSize(1);
    assertThat(result.candidates().getFirst().peak()).isEqualTo(600);
    for (Candidate candidate : result.candidates()) {
      for (int i = candidate.segment().from(); i < candidate.segment().to(); i++) {
        assertThat(result.isAnomaly(i)).isFalse();
      }
    }
  }

  @Test
  void equalScoresHaveNone() {
    assertThat(judged(new double[N]).candidates()).isEmpty();
  }

  /** Noise below 1. */
  private static double[] score() {
    return new Random(6).doubles(N, 0, 0.9).toArray();
  }

  private static void bump(double[] score, int centre, double height) {
    for (int d = -10; d <= 10; d++) {
      score[centre + d] = Math.max(score[centre + d], height - 0.3 * Math.abs(d));
    }
  }

  private static DetectionResult judged(double[] score) {
    double[] values = new Random(5).doubles(N, 500, 600).toArray();
    double[] magnitude = new double[N];
    // Usual in most places, real where the score is.
    Arrays.setAll(magnitude, i -> score[i] > 1 ? 5 : 0.1);
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            new double[N],
            values.clone(),
            magnitude,
            new double[] {1},
            WINDOW,
            1,
            Applicability.of(values));
    DetectionResult result =
        Thresholding.judge(
            DetectionSettings.defaults(), components, score, new ScoreLevels(score, components));
    assertThat(result.threshold()).isCloseTo(Math.log10(5_000), within(1e-12));
    return result;
  }
}
