package io.hybridanomaly.evaluation;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Results without training, for tests. */
final class Judged {

  private Judged() {}

  /** An anomaly with nothing but its bounds. */
  static Anomaly anomaly(int start, int end) {
    return new Anomaly(new Segment(start, end), start, 50, 1, 0, 0, 0);
  }

  /** A result whose anomalies are given; the scores are all 0. */
  static DetectionResult withAnomalies(double[] values, int window, List<Anomaly> anomalies) {
    double[] zeros = new double[values.length];
    return new DetectionResult(
        DetectionSettings.defaults(),
        components(values, zeros, zeros, window),
        zeros,
        1,
        anomalies);
  }

  /** A result judged from noise with a bump at each place, [points]. */
  static DetectionResult withBumps(int n, int[] centres, double[] heights) {
    Random random = new Random(2);
    double[] values = random.doubles(n, 500, 600).toArray();
    double[] score = new double[n];
    double[] error = new double[n];
    double smooth = 0;
    for (int i = 0; i < n; i++) {
      smooth = 0.8 * smooth + 0.6 * random.nextGaussian();
      score[i] = smooth;
      error[i] = 0.1;
    }
    for (int k = 0; k < centres.length; k++) {
      for (int d = -10; d <= 10; d++) {
        score[centres[k] + d] = heights[k] * (1 - Math.abs(d) / 11.0);
        error[centres[k] + d] += 5;
      }
    }
    return new DetectionResult(
            DetectionSettings.defaults(), components(values, score, error, 24), score, 0, List.of())
        .withSensitivity(5);
  }

  private static ComponentScores components(
      double[] values, double[] score, double[] error, int window) {
    return new ComponentScores(
        values,
        score,
        new double[values.length],
        values.clone(),
        error,
        new double[] {1},
        window,
        1,
        Applicability.of(values));
  }

  /** A daily rhythm of 24 points with noise. */
  static double[] rhythm(int n) {
    Random random = new Random(1);
    double[] values = new double[n];
    Arrays.setAll(values, i -> 100 + 20 * Math.sin(2 * Math.PI * i / 24) + random.nextGaussian());
    return values;
  }
}
