package io.hybridanomaly.detection;

import static io.hybridanomaly.detection.CostModel.Stage.CODES;
import static io.hybridanomaly.detection.CostModel.Stage.FINE_RECONSTRUCTION;
import static io.hybridanomaly.detection.CostModel.Stage.FINE_RESIDUALS;
import static io.hybridanomaly.detection.CostModel.Stage.FINE_TRAINING;
import static io.hybridanomaly.detection.CostModel.Stage.RECONSTRUCTION;
import static io.hybridanomaly.detection.CostModel.Stage.RESIDUALS;
import static io.hybridanomaly.detection.CostModel.Stage.TRAINING;

import io.hybridanomaly.detection.CostModel.Stage;
import io.hybridanomaly.lstm.LstmAutoencoder;
import io.hybridanomaly.lstm.Reconstruction;
import io.hybridanomaly.lstm.TrainingMonitor;
import io.hybridanomaly.lstm.TrainingPlan;
import io.hybridanomaly.windowing.OverlapAverage;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;

/**
 * What the autoencoder and the windows themselves say about each step of the grid of a series. All
 * arrays but the losses have one entry for each step: means over the windows that cover it.
 *
 * @param magnitude [steps] how far from usual the windows are, in scaled units, see {@link
 *     #magnitude}
 * @param residual [steps] distance of the whitened residual windows to the 5 nearest others
 * @param fine the same from a second autoencoder on windows of half the length: anomalies have no
 *     natural length, and what is lost among the steps of a long window stands out in a short one
 * @param code the same for the whitened codes between encoder and decoder
 * @param raw distance of the scaled windows themselves to the 3 nearest others: the one part
 *     without the autoencoder
 * @param sweep distances of stretches of many lengths, which need no window and no autoencoder
 * @param outlying whether only few others resemble the stretches on a step
 * @param losses [epochs] mean training loss of each epoch
 */
record DetectorScores(
    double[] magnitude,
    double[] residual,
    double[] fine,
    double[] code,
    double[] raw,
    NeighbourSweep.Distances sweep,
    boolean[] outlying,
    double[] losses) {

  private static final int NEIGHBOURS = 5;

  /** Smallest eigenvalue that counts in residuals and codes, as a share of the largest. */
  private static final double RESIDUAL_FLOOR = 1e-2;

  private static final double CODE_FLOOR = 1e-3;

  /** Numbers in a residual window that is whitened; only windows chosen by hand are longer. */
  private static final int LONGEST_RESIDUAL = 300;

  /** Networks that are trained. */
  private static final int NETWORKS = 2;

  /** What windows of one length say: everything but the distance of the windows as they are. */
  private record View(double[] error, double[] residual, double[] code, double[] losses) {}

  /**
   * Scores a series with two autoencoders, which are trained on it unless they have been. What does
   * not need the result of the other is done at the same time, if there are idle cores; the scores
   * are the same in any case.
   *
   * @param known what is known without autoencoders
   * @param autoencoders where they come from
   */
  static DetectorScores of(Untrained known, Autoencoders autoencoders, DetectionMonitor watch) {
    float[] series = known.series();
    Windows windows = known.windows();
    Windows halves = known.halves();
    CostModel plan = known.plan();
    int n = series.length;
    try (Cores.Branch<double[]> fine =
        watch.fork(
            branch -> fine(series, halves, known.fineTraining(), autoencoders, branch, plan))) {
      View view = whole(series, windows, known.training(), autoencoders, watch, plan);
      return new DetectorScores(
          magnitude(ofSteps(view.error(), windows, n), known.raw(), windows.length()),
          ofSteps(view.residual(), windows, n),
          ofSteps(fine.join(), halves, n),
          ofSteps(view.code(), windows, n),
          known.raw(),
          known.sweep(),
          known.outlying(),
          view.losses());
    }
  }

  /** Length of the windows of the second autoencoder. */
  static int half(int window) {
    return Math.max(DetectionSettings.MIN_WINDOW, window / 2);
  }

  private static View whole(
      float[] series,
      Windows windows,
      TrainingPlan training,
      Autoencoders autoencoders,
      DetectionMonitor watch,
      CostModel plan) {
    TrainingMonitor monitor = monitor(watch, plan, TRAINING, 1, training);
    try (LstmAutoencoder autoencoder = autoencoders.autoencoder(series, training, monitor)) {
      Reconstruction reconstruction =
          reconstruct(autoencoder, series, windows, watch.stage(plan, RECONSTRUCTION));
      float[] residuals = reconstruction.residuals();
      double[] error = meanAbsolute(residuals, windows.length());
      double[] residual = unusual(residuals, windows, watch.stage(plan, RESIDUALS));
      float[] codes = reconstruction.codes();
      DetectionMonitor coding = watch.stage(plan, CODES);
      Whitening.apply(codes, reconstruction.latent(), windows.references(), CODE_FLOOR, coding);
      double[] code =
          NearestNeighbourDistance.ofVectors(codes, reconstruction.latent(), windows)
              .distances(NEIGHBOURS, coding);
      return new View(error, residual, code, autoencoder.losses());
    }
  }

  private static double[] fine(
      float[] series,
      Windows windows,
      TrainingPlan training,
      Autoencoders autoencoders,
      DetectionMonitor watch,
      CostModel plan) {
    TrainingMonitor monitor = monitor(watch, plan, FINE_TRAINING, 2, training);
    try (LstmAutoencoder autoencoder = autoencoders.autoencoder(series, training, monitor)) {
      Reconstruction reconstruction =
          reconstruct(autoencoder, series, windows, watch.stage(plan, FINE_RECONSTRUCTION));
      return unusual(reconstruction.residuals(), windows, watch.stage(plan, FINE_RESIDUALS));
    }
  }

  private static TrainingMonitor monitor(
      DetectionMonitor watch, CostModel plan, Stage stage, int network, TrainingPlan training) {
    return watch.training(
        plan, stage, new DetectionMonitor.Network(network, NETWORKS, training.epochs()));
  }

  private static Reconstruction reconstruct(
      LstmAutoencoder autoencoder, float[] series, Windows windows, DetectionMonitor watch) {
    Reconstruction all = autoencoder.emptyReconstruction(windows.starts().length);
    watch.inPieces(
        windows.starts().length,
        LstmAutoencoder.windowsAtOnce(windows.length()),
        () -> (from, to) -> autoencoder.reconstruct(series, windows.starts(), from, to, all));
    return all;
  }

  /** How far each whitened residual window is from the others. Changes the residuals. */
  private static double[] unusual(float[] residuals, Windows windows, DetectionMonitor watch) {
    float[] pooled = pool(residuals, windows.length(), pooling(windows));
    int length = residualLength(windows);
    Whitening.apply(pooled, length, windows.references(), RESIDUAL_FLOOR, watch);
    return NearestNeighbourDistance.ofVectors(pooled, length, windows).distances(NEIGHBOURS, watch);
  }

  private static int pooling(Windows windows) {
    return (windows.length() - 1) / LONGEST_RESIDUAL + 1;
  }

  /** Numbers in a residual window when it is whitened. */
  static int residualLength(Windows windows) {
    return (windows.length() - 1) / pooling(windows) + 1;
  }

  /**
   * How far from usual the windows on each step are, in scaled units: the error of their
   * reconstruction or, where that says more, their distance from the windows most like them, on the
   * same scale. A line that stops moving is reconstructed better than the rhythm that it
   * interrupts, yet nothing else in the series looks like it.
   *
   * @param error [steps] mean absolute reconstruction error
   * @param raw [steps] distance of windows
   * @param window window length in steps
   * @return [steps]
   */
  static double[] magnitude(double[] error, double[] raw, int window) {
    // Below this the floor under an anomaly does not depend on what is usual any more.
    double least = FlaggedSegments.MIN_MAGNITUDE / FlaggedSegments.MIN_RATIO;
    double root = Math.sqrt(window);
    double scale =
        Math.max(least, Quantiles.median(error))
            / Math.max(least, Quantiles.median(raw) / root)
            / root;
    double[] magnitude = new double[error.length];
    Arrays.setAll(magnitude, i -> Math.max(error[i], raw[i] * scale));
    return magnitude;
  }

  /**
   * Means of the scores of the windows that cover each step.
   *
   * @param windowScores [windows]
   * @param n number of steps
   * @return [steps]
   */
  static double[] ofSteps(double[] windowScores, Windows windows, int n) {
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

  /**
   * Mean absolute residual of each window.
   *
   * @param residuals [windows × window]
   * @param window window length in steps
   * @return [windows]
   */
  static double[] meanAbsolute(float[] residuals, int window) {
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
}
