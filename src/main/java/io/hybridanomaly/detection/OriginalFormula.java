package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.OriginalBenford;
import io.hybridanomaly.detection.CostModel.Stage;
import io.hybridanomaly.lstm.OriginalAutoencoder;
import io.hybridanomaly.lstm.TrainingMonitor;

/**
 * The original formula as a whole: minimum and maximum scaled to 0 and 1, every window, its own
 * network, mean absolute error and plain χ² of each window, both standardised over all windows. A
 * window's score belongs to its last point; the points before the first window's end score 0.
 */
final class OriginalFormula {

  static final int WINDOW = 30;
  static final int EPOCHS = 10;

  /** Relative rounding of the network's single precision, with a margin. */
  private static final double ROUNDING = 1e-6;

  private OriginalFormula() {}

  /**
   * Trains and scores.
   *
   * @param values at least one window
   */
  static ComponentScores score(
      double[] values, int window, int epochs, long seed, DetectionMonitor watch) {
    Scale scale = Scale.of(values);
    TrainingMonitor monitor =
        watch.monitor(
            CostModel.ofOriginal(epochs),
            Stage.TRAINING,
            Stage.RECONSTRUCTION,
            new DetectionMonitor.Network(1, 1, epochs));
    OriginalAutoencoder.Result result =
        OriginalAutoencoder.run(scale.apply(values), window, epochs, seed, monitor);
    double[] errors = result.errors();
    double[] expected = new double[values.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = scale.invert(result.reconstructed()[i]);
    }
    return new ComponentScores(
        values,
        atLastPoint(standardised(errors), window),
        atLastPoint(standardised(OriginalBenford.score(values, window)), window),
        expected,
        atLastPoint(errors, window),
        result.losses(),
        window,
        epochs,
        Applicability.of(values));
  }

  /**
   * Mean 0 and population standard deviation 1; all 0 if all are equal but for the rounding of
   * single precision.
   */
  static double[] standardised(double[] scores) {
    double mean = 0;
    for (double score : scores) {
      mean += score / scores.length;
    }
    double variance = 0;
    for (double score : scores) {
      variance += (score - mean) * (score - mean) / scores.length;
    }
    double deviation = Math.sqrt(variance);
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
   * SeriesScaler to 0…1, in halves because the range may be above the largest number.
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
