package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.LstmAutoencoder;
import io.hybridanomaly.lstm.Reconstruction;
import io.hybridanomaly.lstm.TrainingPlan;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.SeriesScaler;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What the autoencoder makes of a series, as a rival of the expected values. */
final class Reconstructions {

  private Reconstructions() {}

  /** The reconstruction of every point, in the units of the values. */
  static double[] of(double[] values, int window, long seed) {
    SeriesScaler scaling = SeriesScaler.of(values);
    SplittableRandom random = new SplittableRandom(seed);
    float[] series = scaling.apply(values);
    Windows windows = Windows.over(series.length, window, random.split());
    TrainingPlan plan =
        TrainingPlan.of(series.length, window, HybridDetector.DEFAULT_EPOCHS, random.nextLong());
    CostModel costs = CostModel.of(series.length, windows, windows, plan, plan);
    DetectionMonitor watch = DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER);
    DetectionMonitor.Network network = new DetectionMonitor.Network(1, 1, plan.epochs());
    try (LstmAutoencoder autoencoder =
        LstmAutoencoder.train(
            series, plan, watch.training(costs, CostModel.Stage.TRAINING, network))) {
      Reconstruction all = autoencoder.emptyReconstruction(windows.starts().length);
      autoencoder.reconstruct(series, windows.starts(), 0, windows.starts().length, all);
      double[] error = DetectorScores.meanAbsolute(all.residuals(), window);
      double[] said = reconstructed(series, windows, all.residuals(), error);
      Arrays.setAll(said, i -> scaling.invert(said[i], i));
      return said;
    }
  }

  /**
   * What the windows on each point expect there: the mean of their reconstructions, weighted by the
   * inverse square of a window's error where that is above the median. One spike spoils the whole
   * window that it is in; the normal points around it are told better by the windows beside it. A
   * point that no window covers takes its neighbour's.
   *
   * @param residuals [windows × window]
   * @param error [windows], mean absolute residual
   */
  private static double[] reconstructed(
      float[] series, Windows windows, float[] residuals, double[] error) {
    int n = series.length;
    int window = windows.length();
    int[] starts = windows.starts();
    double usual = Quantiles.median(error);
    double[] sums = new double[n];
    double[] cover = new double[n];
    for (int i = 0; i < starts.length; i++) {
      double trust = usual > 0 && error[i] > usual ? usual / error[i] : 1;
      double weight = trust * trust;
      for (int d = 0; d < window; d++) {
        int t = starts[i] + d;
        sums[t] += weight * (series[t] - residuals[i * window + d]);
        cover[t] += weight;
      }
    }
    for (int t = 0; t < n; t++) {
      sums[t] = cover[t] == 0 ? sums[t - 1] : sums[t] / cover[t];
    }
    return sums;
  }
}
