package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.initializer.Initializer;
import java.util.SplittableRandom;

/**
 * Initial weights, uniform between −bound and bound, from the training's own generator: the
 * engine's generator is shared by all trainings of the process, whose draws would mix.
 */
final class SeededUniform implements Initializer {

  private final SplittableRandom random;
  private final float bound;

  private final boolean openForgetGates;

  private SeededUniform(SplittableRandom random, int n, boolean openForgetGates) {
    this.random = random;
    this.bound = (float) (1 / Math.sqrt(n));
    this.openForgetGates = openForgetGates;
  }

  /**
   * Gives all parameters of a block PyTorch's default distribution: the bound is 1/√n, with n the
   * hidden size for an LSTM and the number of inputs for a linear layer.
   */
  static void initialize(Block block, int n, SplittableRandom random) {
    block.setInitializer(new SeededUniform(random, n, false), parameter -> true);
  }

  /**
   * Gives an LSTM a memory that keeps from the start: 1 is added to the forget gates' bias, the
   * second quarter of every input bias.
   *
   * <p>Source: Jozefowicz, Zaremba, Sutskever, "An empirical exploration of recurrent network
   * architectures", ICML 2015.
   */
  static void openForgetGates(LSTM lstm, int hidden, SplittableRandom random) {
    lstm.setInitializer(
        new SeededUniform(random, hidden, true),
        parameter -> parameter.getName().contains("i2h_BIAS"));
  }

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
    float[] weights = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = bound * (2 * random.nextFloat() - 1);
    }
    if (openForgetGates) {
      for (int i = weights.length / 4; i < weights.length / 2; i++) {
        weights[i] += 1;
      }
    }
    return manager.create(weights, shape);
  }
}
