package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.Applicability;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdingTest {

  private static final int N = 1_000;

  @Test
  void fusionModesFollowTheirDefinitions() {
    ComponentScores applies = components(ledger());
    ComponentScores foreign = components(flat());
    assertThat(applies.applicability().weight()).isEqualTo(1);
    assertThat(foreign.applicability().weight()).isZero();
    for (int i = 0; i < N; i++) {
      double r = applies.reconstruction()[i];
      double b = applies.benford()[i];
      assertThat(fuse(FusionMode.CALIBRATED, applies)[i])
          .isEqualTo(r + 2 * Math.log1p(Math.max(0, b)));
      assertThat(fuse(FusionMode.CALIBRATED, foreign)[i]).isEqualTo(r);
      assertThat(fuse(FusionMode.SUM, foreign)[i]).isEqualTo(r + b);
      assertThat(fuse(FusionMode.BOTH, applies)[i]).isEqualTo(r < b ? r : b);
      assertThat(fuse(FusionMode.EITHER, applies)[i]).isEqualTo(r < b ? b : r);
      assertThat(fuse(FusionMode.LSTM, applies)[i]).isEqualTo(r);
      assertThat(fuse(FusionMode.BENFORD, applies)[i]).isEqualTo(b);
    }
  }

  @Test
  void aPeakBecomesAAnomalyWithItsFacts() {
    ComponentScores components = components(ledger());
    bump(components.reconstruction(), 400, 30);
    bump(components.magnitude(), 400, 5);
    DetectionResult result = Thresholding.judge(DetectionSettings.defaults(), components);
    assertThat(result.anomalies()).hasSize(1);
    Anomaly anomaly = result.anomalies().get(0);
    assertThat(anomaly.peak()).isEqualTo(400);
    assertThat(anomaly.segment().from()).isBetween(390, 400);
    assertThat(anomaly.segment().to()).isBetween(401, 411);
    assertThat(anomaly.value()).isEqualTo(components.values()[400]);
    assertThat(anomaly.expected()).isEqualTo(components.expected()[400]);
    assertThat(anomaly.severity()).isBetween(20.0, 100.0);
    double r = components.reconstruction()[400];
    double b = Math.max(0, components.benford()[400]);
    assertThat(anomaly.reconstructionShare()).isCloseTo(r / (r + b), within(1e-12));
    assertThat(anomaly.reconstructionShare() + anomaly.benfordShare()).isCloseTo(1, within(1e-12));
    assertThat(result.score()[400]).isGreaterThan(result.threshold());

    boolean[] flags = result.flags();
    for (int i = 0; i < N; i++) {
      assertThat(flags[i]).isEqualTo(i >= anomaly.segment().from() && i < anomaly.segment().to());
      assertThat(result.isAnomaly(i)).isEqualTo(flags[i]);
    }
  }

  @Test
  void aAnomalyLiesBetweenItsFirstAndLastPointAtTheThreshold() {
    ComponentScores components = components(flat());
    double[] score = new double[N];
    // Threshold at the default sensitivity: two in 10,000, a run begins at ten times as common.
    Arrays.fill(score, 400, 440, 3.5);
    Arrays.fill(score, 410, 413, 5);
    Arrays.fill(score, 425, 431, 6);
    Arrays.fill(score, 600, 640, 3.5);
    bump(components.magnitude(), 400, 5);
    DetectionResult result =
        Thresholding.judge(
            DetectionSettings.defaults(), components, score, new ScoreLevels(score, components));
    double threshold = Math.log10(5_000);
    assertThat(result.threshold()).isCloseTo(threshold, within(1e-12));
    assertThat(result.anomalies()).hasSize(1);
    assertThat(result.anomalies().getFirst().segment().from()).isEqualTo(410);
    assertThat(result.anomalies().getFirst().segment().to()).isEqualTo(431);
    assertThat(result.anomalies().getFirst().peak()).isEqualTo(425);
    // Severity: the part of the height over the median, here 0, that is above the threshold.
    assertThat(result.anomalies().getFirst().severity())
        .isCloseTo(100 * (6 - threshold) / 6, within(1e-9));
  }

  @Test
  void aAnomalyIsNarrowedToWhatIsAbnormalItselfUnlessTheDigitsAre() {
    ComponentScores components = components(flat());
    bump(components.reconstruction(), 400, 30);
    bump(components.magnitude(), 400, 5);
    Arrays.fill(components.pointwise(), 397, 404, 2);
    DetectionSettings settings = DetectionSettings.defaults();
    Anomaly narrow = Thresholding.judge(settings, components).anomalies().getFirst();
    assertThat(narrow.segment().from()).isEqualTo(397);
    assertThat(narrow.segment().to()).isEqualTo(404);

    Arrays.fill(components.benford(), 400, 401, 3);
    Anomaly whole =
        Thresholding.judge(
                settings.withDetector(new DetectorKind.Hybrid(FusionMode.SUM)), components)
            .anomalies()
            .getFirst();
    assertThat(whole.segment().from()).isLessThan(397);
    assertThat(whole.segment().to()).isGreaterThan(404);
  }

  @Test
  void aScoreWithoutARealMagnitudeIsNoAnomaly() {
    ComponentScores relative = components(flat());
    bump(relative.reconstruction(), 400, 7);
    DetectionResult result = Thresholding.judge(DetectionSettings.defaults(), relative);
    assertThat(result.score()[400]).isBetween(result.threshold(), result.threshold() + 2);
    assertThat(result.anomalies()).isEmpty();

    ComponentScores tiny = components(flat());
    Arrays.fill(tiny.magnitude(), 1e-4);
    bump(tiny.reconstruction(), 400, 30);
    bump(tiny.magnitude(), 400, 5e-3);
    assertThat(Thresholding.judge(DetectionSettings.defaults(), tiny).anomalies()).isEmpty();
  }

  /** A stretch may be as large as others and only change from point to point. */
  @Test
  void aScoreFarAboveTheThresholdIsRealAtTheUsualMagnitude() {
    ComponentScores usual = components(flat());
    bump(usual.reconstruction(), 400, 30);
    DetectionResult result = Thresholding.judge(DetectionSettings.defaults(), usual);
    assertThat(result.score()[400]).isGreaterThan(result.threshold() + 2);
    assertThat(result.anomalies()).extracting(Anomaly::peak).containsExactly(400);
  }

  /** Where the usual errors of the autoencoder are as large, a value far from the rest is real. */
  @Test
  void aPeakFarFromWhatIsExpectedIsRealWhateverTheMagnitude() {
    double[] values = flat();
    double[] expected = flat();
    Random random = new Random(3);
    Arrays.setAll(values, i -> expected[i] + random.nextGaussian());
    values[400] -= 200;
    double[] reconstruction = smooth(new Random(2));
    bump(reconstruction, 400, 30);
    double[] magnitude = new double[N];
    Arrays.fill(magnitude, 0.1);
    ComponentScores components =
        new ComponentScores(
            values,
            reconstruction,
            new double[N],
            expected,
            magnitude,
            new double[] {1, 0.5},
            30,
            2,
            Applicability.of(values));
    DetectionResult result = Thresholding.judge(DetectionSettings.defaults(), components);
    assertThat(result.anomalies()).extracting(Anomaly::peak).containsExactly(400);
  }

  @Test
  void benfordCarriesAAnomalyOnlyWhereItCounts() {
    ComponentScores applies = components(ledger());
    bump(applies.benford(), 700, 30);
    DetectionResult result = Thresholding.judge(DetectionSettings.defaults(), applies);
    assertThat(result.anomalies()).hasSize(1);
    assertThat(result.anomalies().get(0).benfordShare()).isGreaterThan(0.8);
    assertThat(result.withDetector(new DetectorKind.Hybrid(FusionMode.LSTM)).anomalies()).isEmpty();

    ComponentScores foreign = components(flat());
    bump(foreign.benford(), 700, 30);
    DetectionResult ignored = Thresholding.judge(DetectionSettings.defaults(), foreign);
    assertThat(ignored.anomalies()).isEmpty();
    assertThat(ignored.withDetector(new DetectorKind.Hybrid(FusionMode.BENFORD)).anomalies())
        .hasSize(1);
    assertThat(
            ignored
                .withDetector(new DetectorKind.Hybrid(FusionMode.BENFORD))
                .anomalies()
                .get(0)
                .reconstructionShare())
        .isZero();
  }

  @Test
  void higherSensitivityKeepsWhatALowerOneFlags() {
    ComponentScores components = components(ledger());
    for (int k = 1; k < 9; k++) {
      bump(components.reconstruction(), 100 * k, 2 * k);
      bump(components.magnitude(), 100 * k, 5);
      bump(components.pointwise(), 100 * k + k - 4, 3);
    }
    DetectionResult result = Thresholding.judge(DetectionSettings.defaults(), components);
    boolean[] before = new boolean[N];
    for (int step = 0; step <= 40; step++) {
      boolean[] flags = result.withSensitivity(step / 4.0).flags();
      for (int i = 0; i < N; i++) {
        assertThat(flags[i] || !before[i]).isTrue();
      }
      before = flags;
    }
  }

  @Test
  void theOriginalFormulaNeedsANewDetection() {
    DetectionResult result = Thresholding.judge(DetectionSettings.defaults(), components(flat()));
    assertThatThrownBy(() -> result.withDetector(new DetectorKind.Original()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a new detection");
    DetectionResult original =
        Thresholding.judge(
            DetectionSettings.defaults().withDetector(new DetectorKind.Original()),
            components(flat()));
    assertThatThrownBy(() -> original.withDetector(new DetectorKind.Hybrid(FusionMode.LSTM)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(original.withDetector(new DetectorKind.Original()).anomalies())
        .isEqualTo(original.anomalies());
  }

  private static void bump(double[] values, int centre, double height) {
    for (int i = -10; i <= 10; i++) {
      values[centre + i] += height * (1 - Math.abs(i) / 11.0);
    }
  }

  private static double[] ledger() {
    Random random = new Random(1);
    double[] values = new double[N];
    Arrays.setAll(values, i -> Math.exp(4 + 2 * random.nextGaussian()));
    return values;
  }

  private static double[] flat() {
    return new Random(1).doubles(N, 500, 600).toArray();
  }

  private static ComponentScores components(double[] values) {
    Random random = new Random(2);
    double[] reconstruction = smooth(random);
    double[] benford = smooth(random);
    Arrays.setAll(benford, i -> benford[i] / 2);
    double[] error = new double[N];
    Arrays.fill(error, 0.1);
    return new ComponentScores(
        values,
        reconstruction,
        benford,
        values.clone(),
        error,
        new double[] {1, 0.5},
        30,
        2,
        Applicability.of(values));
  }

  private static double[] smooth(Random random) {
    double[] noise = new double[N];
    for (int i = 1; i < N; i++) {
      noise[i] = 0.8 * noise[i - 1] + 0.6 * random.nextGaussian();
    }
    return noise;
  }

  private static double[] fuse(FusionMode mode, ComponentScores components) {
    return Fusion.fuse(
        DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(mode)), components);
  }
}
