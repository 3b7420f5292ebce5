package io.hybridanomaly.detection;

import io.hybridanomaly.detection.CostModel.Stage;
import io.hybridanomaly.lstm.TrainingPlan;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What can be said of a series before any autoencoder is trained, and what the training then needs.
 * The final scores take the neighbours from here, so that a preliminary result costs no second
 * search.
 *
 * @param series [steps] scaled values, one for each step of the grid
 * @param windows whole windows
 * @param halves windows of half the length
 * @param training of the autoencoder for whole windows
 * @param fineTraining of that for half windows
 * @param plan what each stage costs
 * @param raw [steps] distance of the windows as they are to the nearest others
 * @param sweep [steps] distances of stretches of many lengths
 * @param outlying [steps] whether only few others resemble the stretches on a step
 */
record Untrained(
    float[] series,
    Windows windows,
    Windows halves,
    TrainingPlan training,
    TrainingPlan fineTraining,
    CostModel plan,
    double[] raw,
    NeighbourSweep.Distances sweep,
    boolean[] outlying) {

  private static final int NEIGHBOURS = 3;

  /**
   * Searches for neighbours.
   *
   * @param series [steps] scaled values
   * @param window window length in steps
   * @param random source of every random choice, also of the training
   */
  static Untrained of(
      float[] series, int window, int epochs, SplittableRandom random, DetectionMonitor watch) {
    int half = DetectorScores.half(window);
    int n = series.length;
    Windows windows = Windows.over(n, window, random.split());
    TrainingPlan training = TrainingPlan.of(n, window, epochs, random.nextLong());
    Windows halves = Windows.over(n, half, random.split());
    TrainingPlan fineTraining = TrainingPlan.of(n, half, epochs, random.nextLong());
    CostModel plan = CostModel.of(n, windows, halves, training, fineTraining);
    SplittableRandom references = random.split();
    boolean[] outlying =
        OutlyingStretches.of(series, random.split(), watch.stage(plan, Stage.OUTLYING));
    NeighbourSweep.Distances sweep =
        NeighbourSweep.of(series, outlying, references, watch.stage(plan, Stage.SWEEP));
    double[] raw =
        DetectorScores.ofSteps(
            NearestNeighbourDistance.ofSeries(series, windows)
                .distances(NEIGHBOURS, watch.stage(plan, Stage.RAW_WINDOWS)),
            windows,
            n);
    return new Untrained(
        series, windows, halves, training, fineTraining, plan, raw, sweep, outlying);
  }

  /**
   * The scores as far as they go without autoencoders, for {@link
   * ScoreEnsemble#WITHOUT_AUTOENCODERS}. The distance of a window, for each of its steps, stands
   * for the error of its reconstruction.
   */
  DetectorScores scores() {
    double root = Math.sqrt(windows.length());
    double[] magnitude = new double[raw.length];
    Arrays.setAll(magnitude, i -> raw[i] / root);
    double[] none = {};
    return new DetectorScores(magnitude, none, none, none, raw, sweep, outlying, none);
  }

  /**
   * What the rest of the detection is expected to take.
   *
   * @param seconds that this part took
   */
  double secondsLeft(double seconds) {
    double done = plan.end(Stage.RAW_WINDOWS);
    return seconds * (1 - done) / done;
  }
}
