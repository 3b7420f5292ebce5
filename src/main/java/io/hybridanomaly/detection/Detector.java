package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.BenfordScore;
import io.hybridanomaly.lstm.EngineUnavailableException;
import io.hybridanomaly.lstm.TorchEngine;
import io.hybridanomaly.windowing.SeriesScaler;
import io.hybridanomaly.windowing.WindowLength;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/** Finds what is abnormal in a series. Thread-safe: several detections may run at once. */
public final class Detector {

  /** Fewest values with which a detection is possible. */
  public static final int MIN_POINTS = 32;

  /** Training epochs with which detection was measured to be best. */
  public static final int DEFAULT_EPOCHS = 20;

  /**
   * Noise added to the scaled series, a tenth of the smallest magnitude that counts: without it a
   * single spike among equal values could not be judged, since all other windows are at distance 0.
   */
  private static final double NOISE = 0.001;

  private static final int WARM_UP_POINTS = 1_000;
  private static final int WARM_UP_EPOCHS = 2;

  /** Cheap: the engine loads with the first detection or {@link #warmUp()}. */
  public Detector() {}

  /**
   * Loads the engine ahead of the first detection.
   *
   * @throws DetectionException if that is not possible, in a sentence for the user
   */
  public static void warmUp() throws DetectionException {
    try {
      TorchEngine.load();
    } catch (EngineUnavailableException e) {
      throw new DetectionException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A small series; judged with {@link #warmUpSettings()} it takes about a second of processor time
   * and leaves the engine and everything else loaded for the first real detection.
   */
  public static double[] warmUpValues() {
    double[] values = new double[WARM_UP_POINTS];
    Arrays.setAll(values, i -> Math.sin(i / 5.0));
    return values;
  }

  /** Settings of the rehearsal. */
  public static DetectionSettings warmUpSettings() {
    return DetectionSettings.defaults().withEpochs(WARM_UP_EPOCHS);
  }

  /**
   * What {@code auto} chooses as window length in points: at most a quarter of the series, at least
   * 8. Cheap.
   *
   * @param values at least one, finite; not changed
   */
  public static int autoWindow(double[] values) {
    return WindowLength.of(SeriesScaler.of(values).apply(values));
  }

  /**
   * Trains the autoencoder on the series, scores every point and judges.
   *
   * @param values the series in time order, finite; not changed, and must not change later
   * @throws DetectionException if the series is too short, in a sentence for the user
   * @throws CancellationException soon after {@code cancellation} says so
   */
  public DetectionResult detect(
      double[] values,
      DetectionSettings settings,
      ProgressListener progress,
      Cancellation cancellation)
      throws DetectionException {
    check(values, settings);
    boolean original = settings.fusion() == FusionMode.ORIGINAL;
    int epochs = settings.epochs().orElse(settings.fusion().defaultEpochs());
    DetectionMonitor watch = DetectionMonitor.of(progress, cancellation);
    watch.stopIfCancelled();
    progress.onProgress(new Progress.LoadingEngine());
    warmUp();
    watch.stopIfCancelled();
    progress.onProgress(new Progress.Preparing());
    ComponentScores components =
        original
            ? OriginalFormula.score(
                values,
                settings.window().orElse(OriginalFormula.WINDOW),
                epochs,
                settings.seed(),
                watch)
            : calibrated(values, settings, epochs, watch);
    watch.stopIfCancelled();
    return Thresholding.judge(settings, components);
  }

  private static void check(double[] values, DetectionSettings settings) throws DetectionException {
    int n = values.length;
    if (n < MIN_POINTS) {
      throw new DetectionException(
          "The series has only %d values, too few to tell normal from abnormal: give at least %d."
              .formatted(n, MIN_POINTS));
    }
    if (settings.window().isPresent() && 2 * settings.window().getAsInt() > n) {
      throw new DetectionException(
          "A window of %d points does not fit twice into %d values: choose at most %d, or auto."
              .formatted(settings.window().getAsInt(), n, n / 2));
    }
  }

  private static ComponentScores calibrated(
      double[] values, DetectionSettings settings, int epochs, DetectionMonitor watch) {
    SeriesScaler scaling = SeriesScaler.of(values);
    watch.stopIfCancelled();
    int window = settings.window().orElseGet(() -> WindowLength.of(scaling.apply(values)));
    DetectorScores parts = parts(values, scaling, window, epochs, settings.seed(), watch);
    watch.stopIfCancelled();
    return components(values, scaling, window, epochs, parts, ScoreEnsemble.DEFAULT, watch);
  }

  /** Trains and scores; every random choice comes from the seed. */
  static DetectorScores parts(
      double[] values,
      SeriesScaler scaling,
      int window,
      int epochs,
      long seed,
      DetectionMonitor watch) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] series = scaling.applyWithNoise(values, NOISE, random.split());
    return DetectorScores.of(series, window, epochs, random, watch);
  }

  /** The calibrated scores of both halves. Cheap. */
  static ComponentScores components(
      double[] values,
      SeriesScaler scaling,
      int window,
      int epochs,
      DetectorScores parts,
      ScoreEnsemble views,
      DetectionMonitor watch) {
    double[] expected = new double[values.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = scaling.invert(parts.reconstructed()[i], i);
    }
    double[] none = new double[values.length];
    ScoreEnsemble.Combined combined =
        scaling.isConstant() ? new ScoreEnsemble.Combined(none, none) : views.combine(parts);
    Applicability applicability = Applicability.of(values);
    return new ComponentScores(
        values,
        combined.score(),
        combined.sharp(),
        BenfordScore.pointScores(values, applicability, watch::stopIfCancelled),
        expected,
        parts.magnitude(),
        parts.losses(),
        window,
        epochs,
        applicability);
  }
}
