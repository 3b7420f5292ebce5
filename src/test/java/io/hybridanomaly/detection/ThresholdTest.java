package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.Applicability;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

  @ParameterizedTest
  @CsvSource({"2, 3", "100, 3", "1000, 3", "10000, 3", "1e6, 3", "10000, 0", "10000, -0.9"})
  void agreesWithItsSlowTwin(double pointsPerAlarm, double highest) {
    double[] score = new Random(8).doubles(1_001, -1, highest).toArray();
    double[] sorted = score.clone();
    Arrays.sort(sorted);
    double median = sorted[500];
    double deviation = Math.max(0.8, (sorted[750] - median) / 0.6745);
    int runs = 0;
    boolean above = false;
    for (double s : score) {
      runs += s > median && !above ? 1 : 0;
      above = s > median;
    }
    double k =
        3.5
            * Math.pow(runs / 1_001.0 / 0.007, 1 / 3.0)
            * Math.pow(pointsPerAlarm / 10_000, 1 / 5.0);

    Threshold threshold = Threshold.of(levels(score), pointsPerAlarm);
    assertThat(threshold.median()).isEqualTo(median);
    assertThat(threshold.upper()).isCloseTo(median + k * deviation, within(1e-12));
    assertThat(threshold.lower()).isCloseTo(median + 0.72 * k * deviation, within(1e-12));
  }

  @Test
  void equalScoresNeverReachIt() {
    assertThat(Threshold.of(levels(new double[100]), 10_000).upper()).isPositive();
  }

  @Test
  void moreSensitiveMeansMoreAlarmsAndALowerThreshold() {
    double[] score = new Random(8).doubles(1_000, -1, 3).toArray();
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= 100; step++) {
      double rate = FalseAlarms.per10000(step / 10.0);
      double upper = Threshold.of(levels(score), 10_000 / rate).upper();
      assertThat(upper).isLessThan(before);
      before = upper;
    }
    assertThat(FalseAlarms.per10000(5)).isEqualTo(1);
  }

  private static ScoreLevels levels(double[] score) {
    return new ScoreLevels(
        score,
        new ComponentScores(
            score, score, score, score, score, score, 8, 1, Applicability.of(score)));
  }
}
