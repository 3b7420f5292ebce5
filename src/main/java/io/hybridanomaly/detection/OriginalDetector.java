package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.OriginalBenford;
import io.hybridanomaly.detection.CostModel.Stage;
import io.hybridanomaly.lstm.OriginalAutoencoder;
import io.hybridanomaly.lstm.TrainingMonitor;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Statistics;
import java.util.ArrayList;
import java.util.List;

/**
 * The original formula as a whole: minimum and maximum scaled to 0 and 1, every window, its own
 * network, mean absolute error and plain χ² of each window, both standardised over all windows. A
 * window's score belongs to its last point; the points before the first window's end score 0.
 */
final class OriginalDetector implements AnomalyDetector {

  static final int WINDOW = 30;
  static final int EPOCHS = 10;

  /** Relative rounding of the network's single precision, with a margin. */
  private static final double ROUNDING = 1e-6;

  @Override
  public ComponentScores score(
      Samples samples, DetectionSettings settings, DetectionMonitor monitor) {
    double[] values = samples.values();
    int window = settings.window().orElse(WINDOW);
    int epochs = settings.epochs().orElse(EPOCHS);
    Scale scale = Scale.of(values);
    TrainingMonitor training =
        monitor.monitor(
            CostModel.ofOriginal(epochs),
            Stage.TRAINING,
            Stage.RECONSTRUCTION,
            new DetectionMonitor.Network(1, 1, epochs));
    OriginalAutoencoder.Result result =
        OriginalAutoencoder.run(scale.apply(values), window, epochs, settings.seed(), training);
    double[] errors = result.errors();
    double[] expected = new double[values.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = scale.invert(result.reconstructed()[i]);
    }
    return new ComponentScores(
        // It takes the points in their order, whatever is missing between them.
        Samples.even(values),
        atLastPoint(standardised(errors), window),
        new double[values.length],
        atLastPoint(standardised(OriginalBenford.score(values, window)), window),
        expected,
        atLastPoint(errors, window),
        new double[values.length],
        new boolean[values.length],
        new double[values.length],
        result.losses(),
        window,
        epochs,
        Applicability.of(values));
  }

  @Override
  public double[] fusedScore(DetectionSettings settings, ComponentScores components) {
    return Fusion.fuse(settings, components);
  }

  /**
   * What is above the mean by some deviations over all windows. The points before the first
   * window's end have no score and are never flagged.
   */
  @Override
  public DetectionResult judge(
      DetectionSettings settings, ComponentScores components, double[] score, ScoreLevels levels) {
    int first = components.window() - 1;
    Statistics.Moments moments = Statistics.moments(score, first, score.length);
    Threshold threshold = threshold(moments, settings.sensitivity());
    Threshold usual = threshold(moments, DetectionSettings.DEFAULT_SENSITIVITY);
    List<Anomaly> anomalies = new ArrayList<>();
    Runs runs = Runs.of(score.length, i -> i >= first && score[i] > threshold.upper());
    for (Segment segment : runs.segments()) {
      int peak = Thresholding.peak(segment, score);
      anomalies.add(Thresholding.anomaly(segment, peak, score, usual, settings, components));
    }
    return new DetectionResult(settings, components, score, levels, threshold.upper(), anomalies);
  }

  private static Threshold threshold(Statistics.Moments moments, double sensitivity) {
    double k = new DetectorKind.Original().deviations(sensitivity);
    return Threshold.single(moments.mean(), moments.mean() + k * moments.deviation());
  }

  /**
   * Mean 0 and population standard deviation 1; all 0 if all are equal but for the rounding of
   * single precision.
   */
  static double[] standardised(double[] scores) {
    Statistics.Moments moments = Statistics.moments(scores, 0, scores.length);
    double mean = moments.mean();
    double deviation = moments.deviation();
    double[] result = new double[scores.length];
    for (int i = 0; i < result.length && deviation > ROUNDING * Math.abs(mean); i++) {
      result[i] = (scores[i] - mean) / deviation;
    }
    return result;
  }

  private static double[] atLastPoint(double[] windowScores, int window) {
    double[] points = new double[windowScores.length + window - 1];
    System.arraycopy(windowScores, 0, points, window - 1, windowScores.length);
    return points;
  }

  /**
   * The values from 0 to 1, in halves because the range may be above the largest number.
   *
   * @param halfRange 0 for a constant series, which becomes all zeros
   */
  private record Scale(double minimum, double halfRange) {

    static Scale of(double[] values) {
      double minimum = Double.POSITIVE_INFINITY;
      double maximum = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
      }
      return new Scale(minimum, maximum / 2 - minimum / 2);
    }

    float[] apply(double[] values) {
      float[] scaled = new float[values.length];
      for (int i = 0; i < values.length && halfRange > 0; i++) {
        scaled[i] = (float) ((values[i] / 2 - minimum / 2) / halfRange);
      }
      return scaled;
    }

    double invert(double scaled) {
      double value = 2 * (scaled * halfRange + minimum / 2);
      return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
  }
}
