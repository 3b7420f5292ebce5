package io.hybridanomaly.detection;

import io.hybridanomaly.series.Samples;
import java.util.SplittableRandom;

/**
 * Windows of one series that a {@link SharedModel} is trained on, scaled as the detector scales
 * that series. Arrays are not copied and must not be changed.
 *
 * @param windows [windows × window length]
 * @param halves [windows × half the window length], for the second network
 */
public record TrainingSample(float[] windows, float[] halves) {

  /**
   * Draws windows, all equally likely and none twice.
   *
   * @param samples in time order, finite; not changed
   * @param settings whose seed the noise of the detector comes from
   * @param window window length in steps
   * @param most windows of each length at most
   * @param draw start of the random choice of windows
   * @throws java.util.concurrent.CancellationException soon after {@code cancellation} says so
   * @return empty for a constant series, in which there is nothing to learn, and for one without a
   *     whole window
   */
  public static TrainingSample of(
      Samples samples,
      DetectionSettings settings,
      int window,
      int most,
      long draw,
      Cancellation cancellation) {
    PreparedSeries prepared =
        PreparedSeries.of(
            samples,
            settings.withWindow(window),
            DetectionMonitor.of(ProgressListener.NONE, cancellation));
    if (prepared.scaling().isConstant() || prepared.values().length < window) {
      return new TrainingSample(new float[0], new float[0]);
    }
    float[] series =
        HybridDetector.scaled(
            prepared.values(), prepared.scaling(), new SplittableRandom(settings.seed()));
    SplittableRandom random = new SplittableRandom(draw);
    return new TrainingSample(
        drawn(series, window, most, random.split()),
        drawn(series, DetectorScores.half(window), most, random.split()));
  }

  private static float[] drawn(float[] series, int length, int most, SplittableRandom random) {
    int windows = series.length - length + 1;
    int[] starts = Windows.sample(windows, Math.min(windows, most), random);
    float[] drawn = new float[starts.length * length];
    for (int i = 0; i < starts.length; i++) {
      System.arraycopy(series, starts[i], drawn, i * length, length);
    }
    return drawn;
  }
}
