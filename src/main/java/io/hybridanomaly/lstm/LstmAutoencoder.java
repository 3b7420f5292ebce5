package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * An LSTM autoencoder trained on the sliding windows of one series. Holds native memory: close it.
 * Any number may be trained at once; the same plan and series give the same numbers, whatever else
 * runs.
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
  private double[] losses = {};

  private LstmAutoencoder(TrainingPlan plan, SplittableRandom random) {
    this.plan = plan;
    network =
        new PatchNetwork(
            plan.patch(), TrainingPlan.HIDDEN, TrainingPlan.LATENT, TrainingPlan.LAYERS, random);
    memory = TorchEngine.newManager();
    boolean done = false;
    try {
      network.initialize(
          memory, DataType.FLOAT32, new Shape(TrainingPlan.BATCH, plan.steps(), plan.patch()));
      weights = new ParameterStore(memory, false);
      done = true;
    } finally {
      if (!done) {
        memory.close();
      }
    }
  }

  /**
   * Trains on random windows of a series until the loss on windows held back no longer falls.
   *
   * @param series scaled values, finite, at least one window long
   * @throws CancellationException if the monitor says so
   */
  public static LstmAutoencoder train(float[] series, TrainingPlan plan, TrainingMonitor monitor) {
    int windows = series.length - plan.window() + 1;
    return train(series, random -> TrainingWindows.of(windows, random), plan, monitor);
  }

  /**
   * Trains on windows that need not be of one series.
   *
   * @param windows [windows × window length], scaled values, finite, at least one window
   * @throws CancellationException if the monitor says so
   */
  public static LstmAutoencoder trainOnWindows(
      float[] windows, TrainingPlan plan, TrainingMonitor monitor) {
    int count = windows.length / plan.window();
    return train(
        windows, random -> TrainingWindows.of(count, random).apart(plan.window()), plan, monitor);
  }

  private static LstmAutoencoder train(
      float[] values,
      Function<SplittableRandom, TrainingWindows> choice,
      TrainingPlan plan,
      TrainingMonitor monitor) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    LstmAutoencoder autoencoder = new LstmAutoencoder(plan, random.split());
    boolean done = false;
    try {
      autoencoder.losses =
          TorchEngine.withGradients(
              true, () -> autoencoder.fit(values, choice, random.split(), monitor));
      done = true;
      return autoencoder;
    } finally {
      if (!done) {
        autoencoder.close();
      }
    }
  }

  /** One that was trained before: it reconstructs what the trained one does. */
  public static LstmAutoencoder of(TrainedNetwork trained) {
    LstmAutoencoder autoencoder =
        new LstmAutoencoder(new TrainingPlan(trained.window(), 1, 0), new SplittableRandom(0));
    boolean done = false;
    try {
      trained.writeTo(autoencoder.network, autoencoder.memory);
      autoencoder.losses = trained.losses();
      done = true;
      return autoencoder;
    } finally {
      if (!done) {
        autoencoder.close();
      }
    }
  }

  /** What it has learned, without native memory. */
  public TrainedNetwork trained() {
    return TrainedNetwork.of(plan.window(), network, losses);
  }

  /**
   * Cycles of the learning rate, each of which ends settled, until one has not helped.
   *
   * <p>Source: Loshchilov, Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR
   * 2017, arXiv:1608.03983.
   */
  private double[] fit(
      float[] series,
      Function<SplittableRandom, TrainingWindows> choice,
      SplittableRandom random,
      TrainingMonitor monitor) {
    TrainingWindows windows = choice.apply(random.split());
    double[] losses = new double[plan.epochs()];
    int epoch = 0;
    double loss = Double.POSITIVE_INFINITY;
    boolean helps = true;
    while (helps && epoch < plan.epochs()) {
      int end = Math.min(plan.epochs(), epoch + TrainingPlan.CYCLE);
      int steps = (end - epoch) * plan.batches();
      Weights optimizer = new Weights(network, new OneCycle(TrainingPlan.PEAK_RATE, steps), memory);
      for (; epoch < end; epoch++) {
        losses[epoch] = epoch(series, windows, random, optimizer, epoch, monitor);
        monitor.epochDone(epoch + 1, losses[epoch]);
      }
      if (epoch < plan.epochs()) {
        double before = loss;
        loss = heldBackLoss(series, windows);
        helps = loss < (1 - TrainingPlan.LEAST_GAIN) * before;
      }
    }
    monitor.trained(1);
    return Arrays.copyOf(losses, epoch);
  }

  /** Mean absolute error over the mini-batches of an epoch. */
  private double epoch(
      float[] series,
      TrainingWindows windows,
      SplittableRandom random,
      Weights optimizer,
      int epoch,
      TrainingMonitor monitor) {
    double sum = 0;
    for (int batch = 0; batch < plan.batches(); batch++) {
      stopIfCancelled(monitor);
      sum += step(series, windows.batch(random), optimizer);
      monitor.trained(Math.min(1, (epoch + (batch + 1.0) / plan.batches()) / plan.usualEpochs()));
    }
    return sum / plan.batches();
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
    // A number as an argument would be freed with its array while the gradient still needs it.
    NDManager scope = residuals.getManager();
    NDArray size = residuals.abs();
    NDArray held = size.minimum(scope.create(1f));
    return held.mul(size.sub(held.mul(scope.create(0.5f)))).mean();
  }

  /** Mean loss on the windows that are not trained on. */
  private double heldBackLoss(float[] series, TrainingWindows windows) {
    int[] starts = windows.heldBack();
    return TorchEngine.withGradients(
        false,
        () -> {
          try (NDManager scope = memory.newSubManager()) {
            NDArray inputs = gather(scope, series, starts, 0, starts.length);
            NDList output = network.forward(weights, new NDList(inputs), false);
            return (double) loss(residuals(inputs, output)).getFloat();
          }
        });
  }

  /** Mean absolute error of each epoch's windows: easier to read than the loss itself. */
  public double[] losses() {
    return losses.clone();
  }

  /**
   * Windows that are reconstructed at once: few enough that a cancel between them is noticed soon.
   * Another number rounds differently.
   *
   * @param window window length in points
   */
  public static int windowsAtOnce(int window) {
    return Math.clamp(CHUNK_POINTS / window, 1, CHUNK);
  }

  /** Room for the reconstruction of so many windows. */
  public Reconstruction emptyReconstruction(int windows) {
    return new Reconstruction(
        new float[Math.multiplyExact(windows, plan.window())],
        new float[windows * TrainingPlan.LATENT],
        plan.window(),
        TrainingPlan.LATENT);
  }

  /**
   * Reconstructs some windows, at most {@link #windowsAtOnce}. Several threads may do so at once.
   *
   * @param series scaled values
   * @param starts first point of each window
   * @param from index of the first window
   * @param to index behind the last one
   * @param into room for all windows of {@code starts}
   */
  public void reconstruct(float[] series, int[] starts, int from, int to, Reconstruction into) {
    TorchEngine.withGradients(
        false,
        () -> {
          try (NDManager scope = memory.newSubManager()) {
            NDArray windows = gather(scope, series, starts, from, to);
            // A store of its own: it is not made for several threads.
            NDList output =
                network.forward(new ParameterStore(scope, false), new NDList(windows), false);
            copy(residuals(windows, output), into.residuals(), from * plan.window());
            copy(output.get(1), into.codes(), from * TrainingPlan.LATENT);
          }
          return into;
        });
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
