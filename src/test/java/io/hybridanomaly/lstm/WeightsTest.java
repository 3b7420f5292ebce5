package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

  private static final double MAX_NORM = 1;

  /** Gradients of three steps for two weights and a bias; only the second is longer than 1. */
  private static final float[][] GRADIENTS = {
    {0.3f, -0.2f, 0.1f}, {3, -4, 12}, {-0.5f, 0.4f, 0.3f}
  };

  private static final float[] RATES = {0.1f, 0.2f, 0.05f};

  /** The oracle is Adam as in algorithm 1 of its paper, in double precision. */
  @Test
  void stepsAreAdamsOnClippedGradients() {
    try (NDManager memory = TorchEngine.newManager()) {
      Block network = network(memory);
      float[] before = numbers(network);
      Weights weights = new Weights(network, step -> RATES[step - 1], memory);
      double[] expected = {before[0], before[1], before[2]};
      double[] mean = new double[3];
      double[] square = new double[3];
      for (int t = 1; t <= GRADIENTS.length; t++) {
        backward(network, GRADIENTS[t - 1]);
        weights.step(MAX_NORM);
        double norm = 0;
        for (float g : GRADIENTS[t - 1]) {
          norm += g * g;
        }
        for (int i = 0; i < 3; i++) {
          double g = GRADIENTS[t - 1][i] / Math.max(1, Math.sqrt(norm) / MAX_NORM);
          mean[i] = 0.9 * mean[i] + 0.1 * g;
          square[i] = 0.999 * square[i] + 0.001 * g * g;
          double meanHat = mean[i] / (1 - Math.pow(0.9, t));
          double squareHat = square[i] / (1 - Math.pow(0.999, t));
          expected[i] -= RATES[t - 1] * meanHat / (Math.sqrt(squareHat) + 1e-8);
          assertThat((double) numbers(network)[i]).isCloseTo(expected[i], within(1e-5));
        }
      }
    }
  }

  @Test
  void nothingOutlivesTheMemory() {
    NDManager memory = TorchEngine.newManager();
    Block network = network(memory);
    Weights weights = new Weights(network, step -> 0.1f, memory);
    for (float[] gradient : GRADIENTS) {
      backward(network, gradient);
      weights.step(MAX_NORM);
    }
    List<NDArray> arrays = memory.getManagedArrays();
    assertThat(arrays).as("weight and bias, each with two moments").hasSize(6);
    memory.close();
    assertThat(arrays).allMatch(NDArray::isReleased);
  }

  private static Block network(NDManager memory) {
    Block network = Linear.builder().setUnits(1).build();
    network.initialize(memory, DataType.FLOAT32, new Shape(1, 2));
    return network;
  }

  private static float[] numbers(Block network) {
    float[] weight = network.getParameters().get("weight").getArray().toFloatArray();
    float[] bias = network.getParameters().get("bias").getArray().toFloatArray();
    return new float[] {weight[0], weight[1], bias[0]};
  }

  /** A loss of which the gradient is given. */
  private static void backward(Block network, float[] gradient) {
    TorchEngine.withGradients(
        true,
        () -> {
          try (NDManager scope = TorchEngine.newManager()) {
            NDArray weight = network.getParameters().get("weight").getArray();
            NDArray bias = network.getParameters().get("bias").getArray();
            NDArray slope = scope.create(new float[] {gradient[0], gradient[1]}, new Shape(1, 2));
            NDArray rise = scope.create(new float[] {gradient[2]});
            TorchEngine.backward(slope.mul(weight).sum().add(rise.mul(bias).sum()));
          }
          return true;
        });
  }
}
