package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers: computed with an independent Python implementation (numpy 1.24.2) of the same
 * definitions on the same series.
 */
class DetectionMetricsTest {

  private static final Offset<Double> EXACT = within(1e-9);
  private static final int N = 1200;

  @Test
  void agreesWithTheReferenceOnSmoothScores() {
    DetectionMetrics metrics = DetectionMetrics.of(scores(), flags(), labels(), values());
    assertThat(VolumeUnderSurface.bufferLength(values())).isEqualTo(49);
    assertThat(metrics.aucPr()).isCloseTo(0.48203882482798943, EXACT);
    assertThat(metrics.vusPr()).isCloseTo(0.5583530677616839, EXACT);
    assertThat(metrics.bestF1()).isCloseTo(0.582089552238806, EXACT);
    assertThat(metrics.top1()).isTrue();
    assertThat(metrics.trueAlarms()).isEqualTo(10);
    assertThat(metrics.alarms()).isEqualTo(17);
    assertThat(metrics.foundEvents()).isEqualTo(2);
    assertThat(metrics.events()).isEqualTo(3);
    assertThat(metrics.falseAlarmsPer10000()).isCloseTo(7 / 0.12, EXACT);
  }

  @Test
  void agreesWithTheReferenceOnTiedScores() {
    double[] tied = Arrays.stream(scores()).map(s -> Math.floor(8 * s) / 8).toArray();
    DetectionMetrics metrics = DetectionMetrics.of(tied, flags(), labels(), values());
    assertThat(metrics.aucPr()).isCloseTo(0.44594000589404104, EXACT);
    assertThat(metrics.vusPr()).isCloseTo(0.46930065566803936, EXACT);
    assertThat(metrics.bestF1()).isCloseTo(0.5694444444444445, EXACT);
  }

  @Test
  void scoresThatAreNotFiniteCountAsTheLowest() {
    double[] scores = scores();
    Arrays.fill(scores, 0, 20, Double.NaN);
    Arrays.fill(scores, N - 3, N, Double.POSITIVE_INFINITY);
    DetectionMetrics metrics = DetectionMetrics.of(scores, flags(), labels(), values());
    assertThat(metrics.aucPr()).isCloseTo(0.48256335684123464, EXACT);
    assertThat(metrics.vusPr()).isCloseTo(0.5597132097309053, EXACT);
    assertThat(metrics.bestF1()).isCloseTo(0.582089552238806, EXACT);
  }

  @Test
  void withoutLabelsOnlyFalseAlarmsCount() {
    DetectionMetrics metrics = DetectionMetrics.of(scores(), flags(), new byte[N], values());
    assertThat(metrics.alarms()).isEqualTo(17);
    assertThat(metrics.asMap())
        .allSatisfy(
            (name, value) ->
                assertThat(value).isCloseTo(name.startsWith("false") ? 17 / 0.12 : 0, EXACT));
  }

  @Test
  void flawlessDetectionScoresOne() {
    byte[] labels = labels();
    double[] scores = new double[N];
    boolean[] flags = new boolean[N];
    for (int i = 0; i < N; i++) {
      scores[i] = labels[i];
      flags[i] = labels[i] > 0;
    }
    DetectionMetrics metrics = DetectionMetrics.of(scores, flags, labels, values());
    assertThat(metrics.aucPr()).isEqualTo(1);
    assertThat(metrics.bestF1()).isEqualTo(1);
    assertThat(metrics.f1()).isEqualTo(1);
    assertThat(metrics.falseAlarmsPer10000()).isZero();
  }

  @Test
  void linesAreNameAndPlainValueInAStableOrder() {
    DetectionMetrics metrics = new DetectionMetrics(30_000, 3, 2, 4, 1, 1e-7, 0.25, 0.5, true);
    assertThat(DetectionMetrics.lines(metrics.asMap()))
        .containsExactly(
            "event_precision 0.25",
            "event_recall 0.666666667",
            "event_f1 0.363636364",
            "false_alarms_per_10000 1",
            "auc_pr 0.0000001",
            "vus_pr 0.25",
            "best_f1 0.5",
            "top_1 1");
  }

  @Test
  void everySeriesCountsTheSameInTheMean() {
    DetectionMetrics one = new DetectionMetrics(1000, 3, 2, 4, 1, 0.2, 0.3, 0.5, true);
    DetectionMetrics other = new DetectionMetrics(3000, 1, 0, 0, 0, 0.6, 0.5, 0.1, false);
    // By hand: (1/4 + 0) / 2, (2/3 + 0) / 2, (4/11 + 0) / 2, (30 + 0) / 2.
    assertThat(DetectionMetrics.mean(List.of(one, other)))
        .hasEntrySatisfying("event_precision", v -> assertThat(v).isCloseTo(0.125, EXACT))
        .hasEntrySatisfying("event_recall", v -> assertThat(v).isCloseTo(1.0 / 3, EXACT))
        .hasEntrySatisfying("event_f1", v -> assertThat(v).isCloseTo(2.0 / 11, EXACT))
        .hasEntrySatisfying("false_alarms_per_10000", v -> assertThat(v).isCloseTo(15, EXACT))
        .hasEntrySatisfying("auc_pr", v -> assertThat(v).isCloseTo(0.4, EXACT))
        .hasEntrySatisfying("top_1", v -> assertThat(v).isCloseTo(0.5, EXACT));
    assertThat(DetectionMetrics.mean(List.of(one))).isEqualTo(one.asMap());
    assertThatThrownBy(() -> DetectionMetrics.mean(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void summaryCountsAlarmsTogetherAndAveragesScores() {
    DetectionMetrics one = new DetectionMetrics(1000, 3, 2, 4, 1, 0.2, 0.3, 0.5, true);
    DetectionMetrics other = new DetectionMetrics(3000, 1, 0, 0, 0, 0.6, 0.5, 0.1, false);
    assertThat(DetectionMetrics.summary(List.of(one, other)))
        .hasEntrySatisfying("event_precision", v -> assertThat(v).isCloseTo(0.25, EXACT))
        .hasEntrySatisfying("event_recall", v -> assertThat(v).isCloseTo(0.5, EXACT))
        .hasEntrySatisfying("event_f1", v -> assertThat(v).isCloseTo(1.0 / 3, EXACT))
        .hasEntrySatisfying("false_alarms_per_10000", v -> assertThat(v).isCloseTo(7.5, EXACT))
        .hasEntrySatisfying("auc_pr", v -> assertThat(v).isCloseTo(0.4, EXACT))
        .hasEntrySatisfying("vus_pr", v -> assertThat(v).isCloseTo(0.4, EXACT))
        .hasEntrySatisfying("top_1", v -> assertThat(v).isCloseTo(0.5, EXACT));
    assertThatThrownBy(() -> DetectionMetrics.summary(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rejectsDifferentLengths() {
    assertThatThrownBy(
            () -> DetectionMetrics.of(new double[2], new boolean[2], new byte[3], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 scores, 2 flags, 3 labels, 2 values");
  }

  static double[] values() {
    double[] values = new double[N];
    Arrays.setAll(
        values,
        i -> Math.sin(2 * Math.PI * i / 48) + 0.3 * Math.sin(2 * Math.PI * i / 7) + i / 500.0);
    return values;
  }

  static byte[] labels() {
    byte[] labels = new byte[N];
    Arrays.fill(labels, 200, 215, (byte) 1);
    labels[600] = 1;
    Arrays.fill(labels, 900, 960, (byte) 1);
    return labels;
  }

  static double[] scores() {
    double[] scores = new double[N];
    Arrays.setAll(
        scores,
        i ->
            Math.abs(Math.sin(0.37 * i))
                + 0.8 * Math.exp(-Math.pow((i - 207) / 20.0, 2))
                + 0.5 * Math.exp(-Math.pow((i - 930) / 40.0, 2)));
    return scores;
  }

  private static boolean[] flags() {
    double[] scores = scores();
    boolean[] flags = new boolean[N];
    for (int i = 0; i < N; i++) {
      flags[i] = scores[i] > 1.15;
    }
    return flags;
  }
}
