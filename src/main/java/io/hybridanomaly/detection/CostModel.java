package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.TrainingPlan;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each stage of a detection is expected to cost, known before it begins, so that progress can
 * be told in shares of time. The costs are those of one machine, and so wrong for any other; their
 * proportions hold, and only these are used.
 */
final class CostModel {

  /** The stages of a detection, in their order. */
  enum Stage {
    OUTLYING,
    SWEEP,
    RAW_WINDOWS,
    TRAINING,
    RECONSTRUCTION,
    RESIDUALS,
    CODES,
    FINE_TRAINING,
    FINE_RECONSTRUCTION,
    FINE_RESIDUALS,
    FUSION
  }

  /** Nanoseconds of processor time for a mini-batch, for each LSTM step and for each value. */
  private static final double BATCH = 1.6e6;

  private static final double BATCH_STEP = 4.8e5;
  private static final double BATCH_VALUE = 4e3;

  /** For reconstructing a window: for each LSTM step and for each value. */
  private static final double WINDOW_STEP = 1.1e3;

  private static final double WINDOW_VALUE = 18;

  /** For the difference of two numbers, and for looking whether a reference is near. */
  private static final double DIFFERENCE = 0.06;

  private static final double REFERENCE = 0.9;

  /**
   * For a product when vectors are whitened, and for principal components by the cube of length.
   */
  private static final double PRODUCT = 0.2;

  private static final double EIGEN = 2;

  /**
   * For digits, averages, regimes, expected values and single readings, for each point: on one core
   * while the others are idle, and so as much as if all worked.
   */
  private static final double POINT = 5_000;

  private final Map<Stage, Double> starts = new EnumMap<>(Stage.class);
  private final Map<Stage, Double> ends = new EnumMap<>(Stage.class);

  private CostModel(Map<Stage, Double> costs) {
    double total = costs.values().stream().mapToDouble(Double::doubleValue).sum();
    double sum = 0;
    for (Stage stage : Stage.values()) {
      starts.put(stage, sum / total);
      sum += costs.getOrDefault(stage, 0.0);
      ends.put(stage, sum / total);
    }
  }

  /**
   * The plan of a calibrated detection.
   *
   * @param points length of the series
   * @param windows whole windows
   * @param fine half windows
   * @param training of the autoencoder for whole windows
   * @param fineTraining of that for half windows
   */
  static CostModel of(
      int points, Windows windows, Windows fine, TrainingPlan training, TrainingPlan fineTraining) {
    Map<Stage, Double> costs = new EnumMap<>(Stage.class);
    costs.put(Stage.OUTLYING, OutlyingStretches.cost(points, REFERENCE, DIFFERENCE));
    costs.put(
        Stage.SWEEP, SweepPlan.cost(SweepPlan.nearest(points), points, REFERENCE, DIFFERENCE));
    costs.put(Stage.RAW_WINDOWS, neighbours(windows, windows.length()));
    costs.put(Stage.TRAINING, training(training));
    costs.put(Stage.RECONSTRUCTION, reconstruction(windows));
    costs.put(Stage.RESIDUALS, unusual(windows, DetectorScores.residualLength(windows)));
    costs.put(Stage.CODES, unusual(windows, TrainingPlan.LATENT));
    costs.put(Stage.FINE_TRAINING, training(fineTraining));
    costs.put(Stage.FINE_RECONSTRUCTION, reconstruction(fine));
    costs.put(Stage.FINE_RESIDUALS, unusual(fine, DetectorScores.residualLength(fine)));
    costs.put(Stage.FUSION, POINT * points);
    return new CostModel(costs);
  }

  /** The plan of the original formula: each epoch is three reconstructions of every window. */
  static CostModel ofOriginal(int epochs) {
    return new CostModel(
        Map.of(Stage.TRAINING, 3.0 * epochs, Stage.RECONSTRUCTION, 1.0, Stage.FUSION, 0.01));
  }

  /** Share of the work that is done when a stage begins. */
  double start(Stage stage) {
    return starts.getOrDefault(stage, 0.0);
  }

  /** Share of the work that is done when a stage ends. */
  double end(Stage stage) {
    return ends.getOrDefault(stage, 1.0);
  }

  private static double training(TrainingPlan plan) {
    return (double) plan.usualEpochs()
        * plan.batches()
        * (BATCH + BATCH_STEP * plan.steps() + BATCH_VALUE * plan.window());
  }

  private static double reconstruction(Windows windows) {
    return windows.starts().length
        * (WINDOW_STEP * steps(windows) + WINDOW_VALUE * windows.length());
  }

  private static int steps(Windows windows) {
    return new TrainingPlan(windows.length(), 1, 0).steps();
  }

  private static double unusual(Windows windows, int length) {
    double products =
        (double) length * length * (windows.starts().length + windows.references().length);
    return PRODUCT * products + EIGEN * Math.pow(length, 3) + neighbours(windows, length);
  }

  private static double neighbours(Windows windows, int length) {
    return (double) windows.starts().length
        * windows.references().length
        * (REFERENCE + DIFFERENCE * length);
  }
}
