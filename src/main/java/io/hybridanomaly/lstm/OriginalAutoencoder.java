package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.training.tracker.Tracker;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * The original formula's training: one step of Adam per epoch over all windows at stride 1, on the
 * sum of absolute errors. The loss being a sum, its gradient is added up over chunks of windows:
 * the same step in bounded memory.
 */
public final class OriginalAutoencoder {

  private static final float LEARNING_RATE = 1e-3f;

  /** Points in the windows of a chunk: so few that a cancel is noticed soon. */
  private static final int CHUNK_POINTS = 64 * 30;

  private final float[] series;
  private final int window;
  private final int chunk;
  private final NDManager memory;
  private final TrainingMonitor monitor;
  private final OriginalNetwork network;
  private final ParameterStore weights;

  private OriginalAutoencoder(
      float[] series, int window, long seed, int chunk, NDManager memory, TrainingMonitor monitor) {
    this.chunk = chunk;
    this.series = series;
    this.window = window;
    this.memory = memory;
    this.monitor = monitor;
    network = new OriginalNetwork(new SplittableRandom(seed));
    network.initialize(memory, DataType.FLOAT32, new Shape(chunk, window, 1));
    weights = new ParameterStore(memory, false);
  }

  /**
   * What the trained network makes of a series.
   *
   * @param errors [windows]: mean absolute error of each window
   * @param reconstructed [points]: each window's reconstruction of its last point; before that, the
   *     first window's reconstruction
   * @param losses [epochs]: mean absolute error over all windows before each step
   */
  public record Result(double[] errors, double[] reconstructed, double[] losses) {}

  /**
   * Trains and reconstructs.
   *
   * @param series scaled to 0…1, at least one window
   * @param epochs full-batch steps
   * @throws CancellationException if the monitor says so
   */
  public static Result run(
      float[] series, int window, int epochs, long seed, TrainingMonitor monitor) {
    int chunk = Math.max(1, CHUNK_POINTS / window);
    return run(series, window, epochs, seed, chunk, monitor);
  }

  /** The same with another number of windows in a chunk. */
  static Result run(
      float[] series, int window, int epochs, long seed, int chunk, TrainingMonitor monitor) {
    try (NDManager memory = TorchEngine.newManager()) {
      OriginalAutoencoder autoencoder =
          new OriginalAutoencoder(series, window, seed, chunk, memory, monitor);
      double[] losses = TorchEngine.withGradients(true, () -> autoencoder.fit(epochs));
      return TorchEngine.withGradients(false, () -> autoencoder.score(losses));
    }
  }

  private double[] fit(int epochs) {
    double[] losses = new double[epochs];
    Weights optimizer = new Weights(network, Tracker.fixed(LEARNING_RATE), memory);
    int windows = series.length - window + 1;
    for (int epoch = 0; epoch < epochs; epoch++) {
      double sum = 0;
      for (int from = 0; from < windows; from += chunk) {
        stopIfCancelled();
        try (NDManager scope = memory.newSubManager()) {
          NDArray inputs = gather(scope, from, Math.min(windows, from + chunk));
          NDArray loss = reconstruct(inputs).sub(inputs).abs().sum();
          TorchEngine.backward(loss);
          sum += loss.getFloat();
        }
        double part = (double) Math.min(windows, from + chunk) / windows;
        monitor.trained((epoch + part) / epochs);
      }
      optimizer.step(Double.POSITIVE_INFINITY);
      losses[epoch] = sum / ((double) windows * window);
      monitor.epochDone(epoch + 1, losses[epoch]);
    }
    return losses;
  }

  private Result score(double[] losses) {
    int windows = series.length - window + 1;
    double[] errors = new double[windows];
    double[] reconstructed = new double[series.length];
    for (int from = 0; from < windows; from += chunk) {
      stopIfCancelled();
      int to = Math.min(windows, from + chunk);
      try (NDManager scope = memory.newSubManager()) {
        float[] output = reconstruct(gather(scope, from, to)).toFloatArray();
        for (int i = from; i < to; i++) {
          for (int d = 0; d < window; d++) {
            double value = output[(i - from) * window + d];
            errors[i] += Math.abs(series[i + d] - value) / window;
            if (i == 0 || d == window - 1) {
              reconstructed[i + d] = value;
            }
          }
        }
      }
      monitor.scored((double) to / windows);
    }
    return new Result(errors, reconstructed, losses);
  }

  private NDArray reconstruct(NDArray windows) {
    return network.forward(weights, new NDList(windows), false).head();
  }

  /** Windows [to − from × window × 1]. */
  private NDArray gather(NDManager scope, int from, int to) {
    float[] windows = new float[(to - from) * window];
    for (int i = from; i < to; i++) {
      System.arraycopy(series, i, windows, (i - from) * window, window);
    }
    return scope.create(windows, new Shape(to - from, window, 1));
  }

  private void stopIfCancelled() {
    if (monitor.isCancelled()) {
      throw new CancellationException("The detection was cancelled.");
    }
  }
}
