package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The parts of a training step over 128 windows of 48 points, beside a matrix product of the same
 * library. Multiplications and additions of the step: for each of 16 patches and 128 windows 4·32
 * gates times (3+32) + (32+32) + (8+32) + (32+32) inputs, twice, three times over for the gradients
 * = 319 million; of the product 2·512³ = 268 million.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TrainingBenchmark {

  private static final int WINDOW = 48;
  private static final int SIDE = 512;

  private final TrainingPlan plan = new TrainingPlan(WINDOW, 20, 1);
  private final NDManager memory = TorchEngine.newManager();
  private final PatchNetwork network = network();
  private final ParameterStore parameters = new ParameterStore(memory, false);
  private final Weights weights =
      new Weights(network, new OneCycle(TrainingPlan.PEAK_RATE, 1 << 20), memory);
  private final float[] windows = new float[TrainingPlan.BATCH * WINDOW];
  private final NDArray matrix = memory.randomNormal(new Shape(SIDE, SIDE));

  private PatchNetwork network() {
    PatchNetwork created =
        new PatchNetwork(
            plan.patch(),
            TrainingPlan.HIDDEN,
            TrainingPlan.LATENT,
            TrainingPlan.LAYERS,
            new SplittableRandom(1));
    created.initialize(
        memory, DataType.FLOAT32, new Shape(TrainingPlan.BATCH, plan.steps(), plan.patch()));
    return created;
  }

  /** Inputs. */
  @Setup(Level.Trial)
  public void prepare() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < windows.length; i++) {
      windows[i] = (float) random.nextGaussian();
    }
  }

  /** Frees the native memory. */
  @TearDown(Level.Trial)
  public void close() {
    memory.close();
  }

  /** Forward only, as in scoring. */
  @Benchmark
  public float forward() {
    return TorchEngine.withGradients(
        false,
        () -> {
          try (NDManager scope = memory.newSubManager()) {
            return loss(scope).getFloat();
          }
        });
  }

  /** Forward and backward: the LSTM's own work. */
  @Benchmark
  public float forwardAndBackward() {
    return TorchEngine.withGradients(
        true,
        () -> {
          try (NDManager scope = memory.newSubManager()) {
            NDArray loss = loss(scope);
            TorchEngine.backward(loss);
            return loss.getFloat();
          }
        });
  }

  /** A whole step, with the optimizer. */
  @Benchmark
  public float step() {
    return TorchEngine.withGradients(
        true,
        () -> {
          try (NDManager scope = memory.newSubManager()) {
            NDArray loss = loss(scope);
            TorchEngine.backward(loss);
            weights.step(TrainingPlan.MAX_GRADIENT_NORM);
            return loss.getFloat();
          }
        });
  }

  /** 512 × 512 times 512 × 512. */
  @Benchmark
  public float matrixProduct() {
    return TorchEngine.withGradients(
        false,
        () -> {
          try (NDArray product = matrix.matMul(matrix)) {
            return (float) product.size();
          }
        });
  }

  private NDArray loss(NDManager scope) {
    NDArray input =
        scope.create(windows, new Shape(TrainingPlan.BATCH, plan.steps(), plan.patch()));
    return input.sub(network.forward(parameters, new NDList(input), true).head()).abs().mean();
  }
}
