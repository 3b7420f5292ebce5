package io.hybridanomaly.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Both networks against the equations of the LSTM, written out with plain loops. */
class NetworkTwinTest {

  private static final double TOLERANCE = 1e-5;

  @Test
  void theAutoencoderComputesWhatItsTwinComputes() {
    int steps = 5;
    int patch = 3;
    int hidden = 6;
    int latent = 4;
    try (NDManager manager = TorchEngine.newManager()) {
      PatchNetwork network = new PatchNetwork(patch, hidden, latent, 2, new SplittableRandom(5));
      float[] input = input(2 * steps * patch);
      NDList output = forward(network, manager, input, new Shape(2, steps, patch));
      List<float[]> weights = weights(network);
      assertThat(weights).hasSize(8 + 2 + 8 + 2);

      for (int window = 0; window < 2; window++) {
        double[][] states = rows(input, window * steps * patch, steps, patch);
        states = lstm(states, weights.subList(0, 4), hidden);
        states = lstm(states, weights.subList(4, 8), hidden);
        double[] code = linear(states[steps - 1], weights.subList(8, 10), latent);
        states = repeat(code, steps);
        states = lstm(states, weights.subList(10, 14), hidden);
        states = lstm(states, weights.subList(14, 18), hidden);

        float[] codes = output.get(1).toFloatArray();
        for (int k = 0; k < latent; k++) {
          assertThat((double) codes[window * latent + k]).isCloseTo(code[k], within(TOLERANCE));
        }
        float[] patches = output.head().toFloatArray();
        for (int t = 0; t < steps; t++) {
          // The decoder's first step writes the last patch.
          double[] expected = linear(states[steps - 1 - t], weights.subList(18, 20), patch);
          for (int d = 0; d < patch; d++) {
            assertThat((double) patches[(window * steps + t) * patch + d])
                .isCloseTo(expected[d], within(TOLERANCE));
          }
        }
      }
    }
  }

  @Test
  void theOriginalNetworkComputesWhatItsTwinComputes() {
    int steps = 7;
    try (NDManager manager = TorchEngine.newManager()) {
      OriginalNetwork network = new OriginalNetwork(new SplittableRandom(5));
      float[] input = input(steps);
      float[] output =
          forward(network, manager, input, new Shape(1, steps, 1)).head().toFloatArray();
      List<float[]> weights = weights(network);
      assertThat(weights).hasSize(4 * 4 + 2);

      double[][] states = rows(input, 0, steps, 1);
      states = lstm(states, weights.subList(0, 4), 128);
      states = lstm(states, weights.subList(4, 8), 64);
      states = repeat(states[steps - 1], steps);
      states = lstm(states, weights.subList(8, 12), 64);
      states = lstm(states, weights.subList(12, 16), 128);
      for (int t = 0; t < steps; t++) {
        double expected = linear(states[t], weights.subList(16, 18), 1)[0];
        assertThat((double) output[t]).isCloseTo(expected, within(TOLERANCE));
      }
    }
  }

  @Test
  void initialWeightsAreThoseOfPyTorch() {
    try (NDManager manager = TorchEngine.newManager()) {
      OriginalNetwork network = new OriginalNetwork(new SplittableRandom(5));
      network.initialize(manager, DataType.FLOAT32, new Shape(1, 4, 1));
      // torch.nn.LSTM: U(−1/√hidden, 1/√hidden) for all parameters; torch.nn.Linear: 1/√inputs.
      int[] fanIn = {128, 128, 128, 128, 64, 64, 64, 64, 64, 64, 64, 64, 128, 128, 128, 128, 128};
      List<float[]> weights = weights(network);
      for (int i = 0; i < fanIn.length; i++) {
        double bound = 1 / Math.sqrt(fanIn[i]);
        double squares = 0;
        for (float weight : weights.get(i)) {
          assertThat(Math.abs(weight)).isLessThanOrEqualTo((float) bound);
          squares += weight * weight;
        }
        // A uniform distribution's standard deviation is its bound / √3.
        assertThat(Math.sqrt(squares / weights.get(i).length))
            .isCloseTo(bound / Math.sqrt(3), within(0.1 * bound));
      }
    }
  }

  @Test
  void forgetGatesStartOpen() {
    try (NDManager manager = TorchEngine.newManager()) {
      PatchNetwork network = new PatchNetwork(2, 16, 4, 2, new SplittableRandom(5));
      network.initialize(manager, DataType.FLOAT32, new Shape(1, 4, 2));
      float[] inputBias = weights(network).get(2);
      for (int i = 0; i < inputBias.length; i++) {
        double centre = i >= 16 && i < 32 ? 1 : 0;
        assertThat((double) inputBias[i]).isCloseTo(centre, within(0.25));
      }
    }
  }

  private static NDList forward(Block network, NDManager manager, float[] input, Shape shape) {
    network.initialize(manager, DataType.FLOAT32, shape);
    NDArray windows = manager.create(input, shape);
    ParameterStore store = new ParameterStore(manager, false);
    return TorchEngine.withGradients(
        false, () -> network.forward(store, new NDList(windows), false));
  }

  private static List<float[]> weights(Block network) {
    List<float[]> weights = new ArrayList<>();
    for (Pair<String, Parameter> each : network.getParameters()) {
      weights.add(each.getValue().getArray().toFloatArray());
    }
    return weights;
  }

  private static float[] input(int length) {
    SplittableRandom random = new SplittableRandom(11);
    float[] input = new float[length];
    for (int i = 0; i < length; i++) {
      input[i] = 2 * random.nextFloat() - 1;
    }
    return input;
  }

  private static double[][] rows(float[] values, int from, int rows, int columns) {
    double[][] result = new double[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      result[i / columns][i % columns] = values[from + i];
    }
    return result;
  }

  private static double[][] repeat(double[] row, int times) {
    double[][] rows = new double[times][];
    Arrays.fill(rows, row);
    return rows;
  }

  private static double[] linear(double[] x, List<float[]> weights, int units) {
    double[] y = new double[units];
    for (int k = 0; k < units; k++) {
      y[k] = weights.get(1)[k];
      for (int d = 0; d < x.length; d++) {
        y[k] += weights.get(0)[k * x.length + d] * x[d];
      }
    }
    return y;
  }

  /** Hochreiter, Schmidhuber (1997) with forget gates; gates in the order i, f, g, o. */
  private static double[][] lstm(double[][] inputs, List<float[]> weights, int hidden) {
    double[][] states = new double[inputs.length][];
    double[] h = new double[hidden];
    double[] c = new double[hidden];
    for (int t = 0; t < inputs.length; t++) {
      double[] gates = new double[4 * hidden];
      for (int k = 0; k < gates.length; k++) {
        gates[k] = weights.get(2)[k] + weights.get(3)[k];
        for (int d = 0; d < inputs[t].length; d++) {
          gates[k] += weights.get(0)[k * inputs[t].length + d] * inputs[t][d];
        }
        for (int d = 0; d < hidden; d++) {
          gates[k] += weights.get(1)[k * hidden + d] * h[d];
        }
      }
      double[] next = new double[hidden];
      for (int k = 0; k < hidden; k++) {
        c[k] =
            sigmoid(gates[hidden + k]) * c[k]
                + sigmoid(gates[k]) * Math.tanh(gates[2 * hidden + k]);
        next[k] = sigmoid(gates[3 * hidden + k]) * Math.tanh(c[k]);
      }
      h = next;
      states[t] = next;
    }
    return states;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
