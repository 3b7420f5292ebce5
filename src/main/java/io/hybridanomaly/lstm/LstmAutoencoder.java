package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * An LSTM autoencoder trained on the sliding windows of one series. Holds native memory: close it.
 * Not thread-safe, but any number may be trained at once; the same plan and series give the same
 * numbers, whatever else runs.
 */
public final class LstmAutoencoder implements AutoCloseable {

  /** Windows scored at once at most; about 20 ms of work for windows of 48 points. */
  private static final int CHUNK = 512;

  /** Points in the windows scored at once at most, so that a cancel is noticed soon. */
  private static final int CHUNK_POINTS = CHUNK * 96;

  private final NDManager memory;
  private final PatchNetwork network;
  private final ParameterStore weights;
  private final TrainingPlan plan;
  private final double[] losses;

  private LstmAutoencoder(TrainingPlan plan, SplittableRandom random) {
    this.plan = plan;
    memory = TorchEngine.newManager();
    network =
        new PatchNetwork(
            plan.patch(), TrainingPlan.HIDDEN, TrainingPlan.LATENT, TrainingPlan.LAYERS, random);
    network.initialize(
        memory, DataType.FLOAT32, new Shape(TrainingPlan.BATCH, plan.steps(), plan.patch()));
    weights = new ParameterStore(memory, false);
    losses = new double[plan.epochs()];
  }

  /**
   * Trains on random windows of a series.
   *
   * @param series scaled values, finite, at least one window long
   * @throws CancellationException if the monitor says so
   */
  public static LstmAutoencoder train(float[] series, TrainingPlan plan, TrainingMonitor monitor) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    LstmAutoencoder autoencoder = new LstmAutoencoder(plan, random.split());
    boolean done = false;
    try {
      double[] losses =
          TorchEngine.withGradients(true, () -> autoencoder.fit(series, random.split(), monitor));
      System.arraycopy(losses, 0, autoencoder.losses, 0, losses.length);
      done = true;
      return autoencoder;
    } finally {
      if (!done) {
        autoencoder.close();
      }
    }
  }

  private double[] fit(float[] series, SplittableRandom random, TrainingMonitor monitor) {
    int steps = plan.epochs() * TrainingPlan.STEPS_PER_EPOCH;
    Weights optimizer = new Weights(network, new OneCycle(TrainingPlan.PEAK_RATE, steps), memory);
    int starts = series.length - plan.window() + 1;
    double[] losses = new double[plan.epochs()];
    int[] batch = new int[TrainingPlan.BATCH];
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      double sum = 0;
      for (int step = 0; step < TrainingPlan.STEPS_PER_EPOCH; step++) {
        stopIfCancelled(monitor);
        for (int i = 0; i < batch.length; i++) {
          batch[i] = random.nextInt(starts);
        }
        sum += step(series, batch, optimizer);
        monitor.trained((epoch * TrainingPlan.STEPS_PER_EPOCH + step + 1.0) / steps);
      }
      losses[epoch] = sum / TrainingPlan.STEPS_PER_EPOCH;
      monitor.epochDone(epoch + 1, losses[epoch]);
    }
    return losses;
  }

  private double step(float[] series, int[] starts, Weights optimizer) {
    try (NDManager scope = memory.newSubManager()) {
      NDArray windows = gather(scope, series, starts, 0, starts.length);
      NDArray residuals = residuals(windows, network.forward(weights, new NDList(windows), true));
      TorchEngine.backward(loss(residuals));
      optimizer.step(TrainingPlan.MAX_GRADIENT_NORM);
      return residuals.abs().mean().getFloat();
    }
  }

  /**
   * Huber's loss: half the square of an error up to 1, the spread of the series, and its size less
   * a half beyond. The absolute error, which a few spikes cannot mislead either, has a trap: where
   * most values are alike and the rhythm lies in the others, a flat line at the median is a place
   * that the training hardly leaves.
   *
   * <p>Source: Huber, "Robust estimation of a location parameter", Annals of Mathematical
   * Statistics 35 (1964), doi:10.1214/aoms/1177703732.
   */
  private static NDArray loss(NDArray residuals) {
    NDArray size = residuals.abs();
    NDArray held = size.minimum(1);
    return held.mul(size.sub(held.mul(0.5f))).mean();
  }

  /** Mean absolute error of each epoch's windows: easier to read than the loss itself. */
  public double[] losses() {
    return losses.clone();
  }

  /**
   * Reconstructs windows.
   *
   * @param series scaled values
   * @param starts first point of each window
   * @throws CancellationException if the monitor says so
   */
  public Reconstruction reconstruct(float[] series, int[] starts, TrainingMonitor monitor) {
    return TorchEngine.withGradients(false, () -> score(series, starts, monitor));
  }

  private Reconstruction score(float[] series, int[] starts, TrainingMonitor monitor) {
    int window = plan.window();
    float[] residuals = new float[Math.multiplyExact(starts.length, window)];
    float[] codes = new float[starts.length * TrainingPlan.LATENT];
    int chunk = Math.clamp(CHUNK_POINTS / window, 1, CHUNK);
    for (int from = 0; from < starts.length; from += chunk) {
      stopIfCancelled(monitor);
      int to = Math.min(starts.length, from + chunk);
      try (NDManager scope = memory.newSubManager()) {
        NDArray windows = gather(scope, series, starts, from, to);
        NDList output = network.forward(weights, new NDList(windows), false);
        copy(residuals(windows, output), residuals, from * window);
        copy(output.get(1), codes, from * TrainingPlan.LATENT);
      }
      monitor.scored((double) to / starts.length);
    }
    return new Reconstruction(residuals, codes, window, TrainingPlan.LATENT);
  }

  private static void copy(NDArray from, float[] to, int at) {
    float[] numbers = from.toFloatArray();
    System.arraycopy(numbers, 0, to, at, numbers.length);
  }

  /** Value minus reconstruction [batch × window], without the padding of the last patch. */
  private NDArray residuals(NDArray windows, NDList output) {
    NDArray difference = windows.sub(output.head()).reshape(-1, (long) plan.steps() * plan.patch());
    return plan.steps() * plan.patch() == plan.window()
        ? difference
        : difference.get(":, :" + plan.window());
  }

  /** Windows as patches [batch × steps × patch]; the last patch is filled up with zeros. */
  private NDArray gather(NDManager scope, float[] series, int[] starts, int from, int to) {
    int padded = plan.steps() * plan.patch();
    float[] windows = new float[(to - from) * padded];
    for (int i = from; i < to; i++) {
      System.arraycopy(series, starts[i], windows, (i - from) * padded, plan.window());
    }
    return scope.create(windows, new Shape(to - from, plan.steps(), plan.patch()));
  }

  private static void stopIfCancelled(TrainingMonitor monitor) {
    if (monitor.isCancelled()) {
      throw new CancellationException("The detection was cancelled.");
    }
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    memory.close();
  }
}
