package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.LstmAutoencoder;
import io.hybridanomaly.lstm.Reconstruction;
import io.hybridanomaly.lstm.TrainingPlan;
import io.hybridanomaly.windowing.OverlapAverage;
import java.util.SplittableRandom;

/**
 * What the autoencoder and the windows themselves say about each point. All arrays have one entry
 * per point: means over the windows that cover it.
 *
 * @param error mean absolute reconstruction error of the windows, in squashed units
 * @param residual distance of the whitened residual windows to the 5 nearest others
 * @param fine the same from a second autoencoder on windows of half the length: anomalies have no
 *     natural length, and what is lost among the points of a long window stands out in a short one
 * @param code the same for the whitened codes between encoder and decoder
 * @param raw distance of the squashed windows themselves to the 3 nearest others: the one part
 *     without the autoencoder
 * @param reconstructed what the autoencoder makes of the point, in squashed units
 * @param losses mean training loss of each epoch
 */
record ReconstructionParts(
    double[] error,
    double[] residual,
    double[] fine,
    double[] code,
    double[] raw,
    double[] reconstructed,
    double[] losses) {

  private static final int NEIGHBOURS = 5;
  private static final int RAW_NEIGHBOURS = 3;

  /** Smallest eigenvalue that counts in residuals and codes, as a share of the largest. */
  private static final double RESIDUAL_FLOOR = 1e-2;

  private static final double CODE_FLOOR = 1e-3;

  /** Numbers in a residual window that is whitened; only windows chosen by hand are longer. */
  private static final int LONGEST_RESIDUAL = 300;

  /** Shares of the time after the first training at each stage's end, measured at 10,000 points. */
  private static final double RECONSTRUCTED = 0.1;

  private static final double RESIDUALS_COMPARED = 0.3;
  private static final double CODES_COMPARED = 0.35;
  private static final double RAW_COMPARED = 0.5;
  private static final double FINE_TRAINED = 0.8;

  /**
   * Trains two autoencoders on a series and scores it.
   *
   * @param series squashed values
   * @param window window length in points
   * @param random source of every random choice
   */
  static ReconstructionParts of(
      float[] series, int window, int epochs, SplittableRandom random, Watch watch) {
    Windows windows = Windows.over(series.length, window, random.split());
    TrainingPlan plan = new TrainingPlan(window, epochs, random.nextLong());
    double[] losses;
    Reconstruction reconstruction;
    try (LstmAutoencoder autoencoder = LstmAutoencoder.train(series, plan, watch)) {
      losses = autoencoder.losses();
      reconstruction =
          autoencoder.reconstruct(series, windows.starts(), watch.stage(0, RECONSTRUCTED));
    }
    float[] residuals = reconstruction.residuals();
    double[] error = meanAbsolute(residuals, window);
    double[] reconstructed = reconstructed(series, windows, residuals);
    double[] residual = unusual(residuals, windows, watch.stage(RECONSTRUCTED, RESIDUALS_COMPARED));
    float[] codes = reconstruction.codes();
    Whitening.apply(codes, reconstruction.latent(), windows.references(), CODE_FLOOR, watch);
    double[] code =
        Neighbours.ofVectors(codes, reconstruction.latent(), windows)
            .distances(NEIGHBOURS, watch.stage(RESIDUALS_COMPARED, CODES_COMPARED));
    double[] raw =
        Neighbours.ofSeries(series, windows)
            .distances(RAW_NEIGHBOURS, watch.stage(CODES_COMPARED, RAW_COMPARED));
    return new ReconstructionParts(
        points(error, windows, series.length),
        points(residual, windows, series.length),
        fine(series, window, epochs, random, watch),
        points(code, windows, series.length),
        points(raw, windows, series.length),
        reconstructed,
        losses);
  }

  private static double[] fine(
      float[] series, int window, int epochs, SplittableRandom random, Watch watch) {
    int half = Math.max(DetectionSettings.MIN_WINDOW, window / 2);
    Windows windows = Windows.over(series.length, half, random.split());
    TrainingPlan plan = new TrainingPlan(half, epochs, random.nextLong());
    Watch training = watch.stage(RAW_COMPARED, FINE_TRAINED);
    try (LstmAutoencoder autoencoder = LstmAutoencoder.train(series, plan, training.asScoring())) {
      Reconstruction reconstruction =
          autoencoder.reconstruct(
              series, windows.starts(), watch.stage(FINE_TRAINED, FINE_TRAINED));
      double[] residual =
          unusual(reconstruction.residuals(), windows, watch.stage(FINE_TRAINED, 1));
      return points(residual, windows, series.length);
    }
  }

  /** How far each whitened residual window is from the others. Changes the residuals. */
  private static double[] unusual(float[] residuals, Windows windows, Watch watch) {
    int factor = (windows.length() - 1) / LONGEST_RESIDUAL + 1;
    float[] pooled = pool(residuals, windows.length(), factor);
    int length = pooled.length / windows.starts().length;
    Whitening.apply(pooled, length, windows.references(), RESIDUAL_FLOOR, watch);
    return Neighbours.ofVectors(pooled, length, windows).distances(NEIGHBOURS, watch);
  }

  static double[] points(double[] windowScores, Windows windows, int n) {
    return OverlapAverage.of(windowScores, windows.length(), windows.stride(), n);
  }

  /**
   * Means of consecutive residuals, so that whitening stays affordable for very long windows.
   *
   * @param factor residuals in each mean, the last of a window may have fewer; 1 changes nothing
   * @return [windows × ⌈window / factor⌉]
   */
  static float[] pool(float[] residuals, int window, int factor) {
    if (factor == 1) {
      return residuals;
    }
    int length = (window + factor - 1) / factor;
    float[] pooled = new float[residuals.length / window * length];
    for (int at = 0; at < pooled.length; at++) {
      int from = at / length * window + at % length * factor;
      int to = Math.min(from + factor, (at / length + 1) * window);
      for (int i = from; i < to; i++) {
        pooled[at] += residuals[i] / (to - from);
      }
    }
    return pooled;
  }

  private static double[] meanAbsolute(float[] residuals, int window) {
    double[] means = new double[residuals.length / window];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (int d = 0; d < window; d++) {
        sum += Math.abs(residuals[i * window + d]);
      }
      means[i] = sum / window;
    }
    return means;
  }

  /** Mean reconstruction of each point; one that no window covers takes its neighbour's. */
  private static double[] reconstructed(float[] series, Windows windows, float[] residuals) {
    int n = series.length;
    int window = windows.length();
    int[] starts = windows.starts();
    double[] sums = new double[n];
    int[] cover = new int[n];
    for (int i = 0; i < starts.length; i++) {
      for (int d = 0; d < window; d++) {
        int t = starts[i] + d;
        sums[t] += series[t] - residuals[i * window + d];
        cover[t]++;
      }
    }
    for (int t = 0; t < n; t++) {
      sums[t] = cover[t] == 0 ? sums[t - 1] : sums[t] / cover[t];
    }
    return sums;
  }
}
