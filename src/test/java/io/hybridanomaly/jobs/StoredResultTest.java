package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Spacing;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredResultTest {

  /** Noise with a bump in every array. */
  static DetectionResult result(Samples samples, DetectionSettings settings) {
    double[] values = samples.values();
    Random random = new Random(settings.seed());
    double[][] parts = new double[6][];
    for (int p = 0; p < parts.length; p++) {
      parts[p] = random.doubles(values.length).toArray();
      parts[p][values.length / 2] = 50;
    }
    ComponentScores scores =
        new ComponentScores(
            samples,
            parts[0],
            parts[1],
            parts[2],
            parts[3],
            parts[4],
            parts[5],
            ComponentScores.outlying(new Random(2).doubles(values.length, -1, 1).toArray()),
            new Random(3).doubles(values.length).toArray(),
            new double[] {0.5, Math.nextUp(0.25)},
            8,
            2,
            Applicability.of(values));
    return new DetectionResult(settings, scores, new double[values.length], 0, List.of())
        .withDetector(settings.detector());
  }

  @Test
  void aResultComesBackToTheLastBit() {
    double[] values = new Random(1).doubles(500, -1e9, 1e9).toArray();
    values[3] = -0.0;
    DetectionSettings settings = DetectionSettings.defaults().withSensitivity(7).withSeed(3);
    Samples samples = new Samples(values, Spacing.ofNumbers(new double[] {7, 3, 90, 0}));
    DetectionResult before = result(samples, settings);
    DetectionResult after = StoredResult.decode(StoredResult.encode(before), values, settings);
    assertThat(after).usingRecursiveComparison().isEqualTo(before);
    assertThat(after.anomalies()).isNotEmpty();
  }

  static List<DetectionSettings> choices() {
    DetectionSettings defaults = DetectionSettings.defaults();
    return List.of(
        defaults,
        defaults.withWindow(64).withEpochs(3).withSeed(-5),
        defaults
            .withDetector(new DetectorKind.Original())
            .withSensitivity(0.1)
            .withBenfordWeight(OptionalDouble.of(0.3)));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void settingsComeBack(DetectionSettings settings) {
    assertThat(JobText.settings(JobText.of(settings))).isEqualTo(settings);
  }

  static List<Progress> steps() {
    return List.of(
        new Progress.LoadingEngine(),
        new Progress.Preparing(),
        new Progress.Training(1, 2, 3, 20, Double.NaN, 0.125),
        new Progress.Scoring(0.75));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void progressComesBack(Progress progress) {
    assertThat(JobText.progress(JobText.of(progress))).isEqualTo(progress);
  }
}
