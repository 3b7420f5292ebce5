package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Arrays;

/**
 * What an autoencoder has learned, as plain numbers: it can be kept and used elsewhere. Arrays are
 * not copied and must not be changed.
 *
 * @param window window length in points
 * @param weights of all parameters, one behind the other in the order of the network
 * @param losses mean absolute error of each epoch's windows
 */
public record TrainedNetwork(int window, float[] weights, double[] losses) {

  static TrainedNetwork of(int window, Block network, double[] losses) {
    float[] weights = new float[size(network)];
    int at = 0;
    for (Parameter parameter : network.getParameters().values()) {
      float[] numbers = parameter.getArray().toFloatArray();
      System.arraycopy(numbers, 0, weights, at, numbers.length);
      at += numbers.length;
    }
    return new TrainedNetwork(window, weights, losses);
  }

  private static int size(Block network) {
    return Math.toIntExact(
        network.getParameters().values().stream().mapToLong(p -> p.getShape().size()).sum());
  }

  /**
   * Gives a network these weights.
   *
   * @param network initialised, for windows of this length
   * @param memory lives as long as the network
   * @throws IllegalArgumentException if it has another number of weights
   */
  void writeTo(Block network, NDManager memory) {
    if (size(network) != weights.length) {
      throw new IllegalArgumentException(
          "%d weights for a network of %d".formatted(weights.length, size(network)));
    }
    int at = 0;
    for (Parameter parameter : network.getParameters().values()) {
      int next = at + Math.toIntExact(parameter.getShape().size());
      float[] numbers = Arrays.copyOfRange(weights, at, next);
      parameter.close();
      parameter.setInitializer((manager, shape, type) -> manager.create(numbers, shape));
      parameter.initialize(memory, DataType.FLOAT32);
      at = next;
    }
  }
}
