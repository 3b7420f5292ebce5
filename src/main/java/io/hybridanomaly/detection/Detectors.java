package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.EngineUnavailableException;
import io.hybridanomaly.lstm.TorchEngine;
import io.hybridanomaly.series.Samples;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/** Runs a detection with the detector that the settings choose. */
public final class Detectors {

  /** Fewest values with which a detection is possible. */
  public static final int MIN_POINTS = 32;

  private static final int WARM_UP_POINTS = 1_000;
  private static final int WARM_UP_EPOCHS = 2;

  private Detectors() {}

  /**
   * Trains the autoencoder on the series, scores every point and judges. Several detections may run
   * at once.
   *
   * @param samples the series in time order, finite; not changed, and must not change later
   * @throws DetectionException if the series is too short or the engine does not load, in a
   *     sentence for the user
   * @throws CancellationException soon after {@code cancellation} says so
   */
  public static DetectionResult detect(
      Samples samples,
      DetectionSettings settings,
      ProgressListener progress,
      Cancellation cancellation)
      throws DetectionException {
    return detect(
        samples, settings, AnomalyDetector.of(settings.detector()), progress, cancellation);
  }

  /**
   * The same with networks that were trained before, which takes a tenth of the time. Neighbours,
   * digits, scores and thresholds are the series' own.
   *
   * @param settings of the default detector in one of its fusions; the window is the model's
   * @param model of the group that the series belongs to
   * @throws DetectionException if the series is too short for the model's window or the engine does
   *     not load, in a sentence for the user
   * @throws CancellationException soon after {@code cancellation} says so
   */
  public static DetectionResult detect(
      Samples samples,
      DetectionSettings settings,
      SharedModel model,
      ProgressListener progress,
      Cancellation cancellation)
      throws DetectionException {
    return detect(
        samples,
        settings.withWindow(model.window()),
        new HybridDetector(model.autoencoders()),
        progress,
        cancellation);
  }

  private static DetectionResult detect(
      Samples samples,
      DetectionSettings settings,
      AnomalyDetector detector,
      ProgressListener progress,
      Cancellation cancellation)
      throws DetectionException {
    check(samples.size(), settings);
    DetectionMonitor monitor = DetectionMonitor.of(progress, cancellation);
    monitor.stopIfCancelled();
    progress.onProgress(new Progress.LoadingEngine());
    loadEngine();
    monitor.stopIfCancelled();
    progress.onProgress(new Progress.Preparing());
    return Cores.ALL.occupy(() -> detector.detect(samples, settings, monitor));
  }

  /**
   * What {@code auto} chooses as window length in steps of the series: at most a quarter of the
   * series, at least 8. Cheap.
   *
   * @param samples at least one value, finite; not changed
   */
  public static int autoWindow(Samples samples) {
    return PreparedSeries.autoWindow(samples.grid());
  }

  /**
   * A small series; judged with {@link #warmUpSettings()} it takes about a second of processor time
   * and leaves the engine and everything else loaded for the first real detection.
   */
  public static Samples warmUpSamples() {
    double[] values = new double[WARM_UP_POINTS];
    Arrays.setAll(values, i -> Math.sin(i / 5.0));
    return Samples.even(values);
  }

  /** Settings of the warm-up. */
  public static DetectionSettings warmUpSettings() {
    return DetectionSettings.defaults().withEpochs(WARM_UP_EPOCHS);
  }

  /** An engine that is being loaded. */
  @FunctionalInterface
  public interface Loading {

    /** Waits until it is: a JVM must not exit meanwhile. */
    void await();
  }

  /**
   * Begins to load the engine, for a caller that has something else to do before it detects. If it
   * does not load, the detection says so.
   */
  public static Loading beginLoading() {
    Runnable untilLoaded = TorchEngine.beginLoading();
    return untilLoaded::run;
  }

  static void loadEngine() throws DetectionException {
    try {
      TorchEngine.load();
    } catch (EngineUnavailableException e) {
      throw new DetectionException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * What {@link #detect} checks first.
   *
   * @param n number of points
   * @throws DetectionException if the series is too short, also for a window that was chosen
   */
  public static void check(int n, DetectionSettings settings) throws DetectionException {
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
}
