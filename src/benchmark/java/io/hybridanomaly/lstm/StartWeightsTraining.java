package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.hybridanomaly.windowing.SeriesScaler;
import io.hybridanomaly.windowing.WindowLength;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Learns the weights that every training begins with, on {@linkplain SyntheticSeries synthetic
 * series}, scaled and cut into windows as a detection does it. Takes minutes; the same steps give
 * the same weights on the same kind of processor. Arguments: the file to write; mini-batches
 * (default 12,000).
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain="io.hybridanomaly.lstm.StartWeightsTraining \
 *     src/main/resources/io/hybridanomaly/lstm/start-weights.bin"
 * </pre>
 */
public final class StartWeightsTraining {

  private static final int MINI_BATCHES = 12_000;
  private static final double PEAK_RATE = 4e-3;
  private static final long SEED = 1;

  /** Series at a time; one is replaced with every other mini-batch. */
  private static final int POOL = 3_000;

  /** Points of a series. */
  private static final int SHORTEST = 400;

  private static final int LONGEST = 1_400;

  private static final double NOISE = 0.001;
  private static final int STEPS = 4;
  private static final int SHOWN = 500;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final SyntheticSeries synthetic = new SyntheticSeries(random.split());
  private final Scaled[] pool = new Scaled[POOL];

  /** A scaled series and the window that a detection would choose. */
  private record Scaled(float[] values, int window) {}

  private StartWeightsTraining() {
    Arrays.setAll(pool, i -> next());
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MINI_BATCHES;
    StartWeightsTraining training = new StartWeightsTraining();
    StartWeights weights = TorchEngine.withGradients(true, () -> training.run(steps));
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]))) {
      weights.write(file);
    }
  }

  private StartWeights run(int steps) {
    try (NDManager memory = TorchEngine.newManager()) {
      PatchNetwork network =
          new PatchNetwork(
              StartWeights.PATCH,
              TrainingPlan.HIDDEN,
              TrainingPlan.LATENT,
              TrainingPlan.LAYERS,
              random.split());
      Shape shape = new Shape(TrainingPlan.BATCH, STEPS, StartWeights.PATCH);
      network.initialize(memory, DataType.FLOAT32, shape);
      ParameterStore store = new ParameterStore(memory, false);
      Weights optimizer = new Weights(network, new OneCycle(PEAK_RATE, steps), memory);
      double sum = 0;
      for (int step = 1; step <= steps; step++) {
        try (NDManager scope = memory.newSubManager()) {
          NDArray windows = scope.create(batch(), shape);
          NDArray residuals = windows.sub(network.forward(store, new NDList(windows), true).head());
          TorchEngine.backward(LstmAutoencoder.loss(residuals));
          optimizer.step(TrainingPlan.MAX_GRADIENT_NORM);
          sum += residuals.abs().mean().getFloat();
        }
        pool[random.nextInt(POOL)] = next();
        if (step % SHOWN == 0) {
          System.out.printf(Locale.ENGLISH, "%d: mean absolute error %.4f%n", step, sum / SHOWN);
          sum = 0;
        }
      }
      return StartWeights.of(network);
    }
  }

  private Scaled next() {
    double[] values = synthetic.next(random.nextInt(SHORTEST, LONGEST));
    SeriesScaler scaling = SeriesScaler.of(values);
    return new Scaled(
        scaling.applyWithNoise(values, NOISE, random.split()),
        WindowLength.of(scaling.apply(values)));
  }

  /** Windows of all lengths, their patches brought to one [batch × steps × patch]. */
  private float[] batch() {
    int size = STEPS * StartWeights.PATCH;
    float[] batch = new float[TrainingPlan.BATCH * size];
    for (int at = 0; at < batch.length; at += size) {
      Scaled series = pool[random.nextInt(POOL)];
      TrainingPlan plan = new TrainingPlan(window(series), 1, 0);
      while (plan.steps() != STEPS) {
        series = pool[random.nextInt(POOL)];
        plan = new TrainingPlan(window(series), 1, 0);
      }
      int start = random.nextInt(series.values().length - plan.window() + 1);
      float[] window = Arrays.copyOfRange(series.values(), start, start + plan.window());
      resize(Arrays.copyOf(window, STEPS * plan.patch()), plan.patch(), batch, at);
    }
    return batch;
  }

  /** The whole window, the half one, or one of any length. */
  private int window(Scaled series) {
    int half = Math.max(8, series.window() / 2);
    int longest = series.values().length / 2;
    return switch (random.nextInt(9)) {
      case 0 -> Math.min(longest, random.nextInt(8, 160));
      case 1, 2, 3, 4 -> half;
      default -> series.window();
    };
  }

  private static void resize(float[] window, int patch, float[] batch, int at) {
    double[][] map = PatchScale.matrix(patch, StartWeights.PATCH);
    for (int i = 0; i < STEPS * StartWeights.PATCH; i++) {
      double[] row = map[i % StartWeights.PATCH];
      double value = 0;
      for (int d = 0; d < patch; d++) {
        value += row[d] * window[i / StartWeights.PATCH * patch + d];
      }
      batch[at + i] = (float) value;
    }
  }
}
