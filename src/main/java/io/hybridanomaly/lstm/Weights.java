package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;

/**
 * The trained weights of a network: one step of Adam after another. The moments belong to the
 * network's own memory; DJL's {@code Adam} detaches its own, so that nothing ever frees them.
 *
 * <p>Source: Kingma, Ba, "Adam: a method for stochastic optimization", ICLR 2015, arXiv:1412.6980.
 */
final class Weights {

  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final Tracker learningRate;
  private final List<Moving> weights = new ArrayList<>();
  private int steps;

  /** A weight with the moving means of its gradient and of the gradient's square. */
  private record Moving(NDArray weight, NDArray mean, NDArray square) {}

  /**
   * @param network initialised
   * @param learningRate by step, from 1
   * @param memory lives as long as the network
   */
  Weights(Block network, Tracker learningRate, NDManager memory) {
    this.learningRate = learningRate;
    for (Parameter parameter : network.getParameters().values()) {
      NDArray weight = parameter.getArray();
      weights.add(
          new Moving(weight, memory.zeros(weight.getShape()), memory.zeros(weight.getShape())));
    }
  }

  /**
   * Moves all weights by their gradients and sets the gradients to zero.
   *
   * @param maxNorm gradients together longer than this are shortened to it (Pascanu, Mikolov,
   *     Bengio, ICML 2013); DJL's own clipping looks at each number alone
   */
  void step(double maxNorm) {
    steps++;
    float rate = learningRate.getNewValue(steps);
    double correction =
        Math.sqrt(1 - Math.pow(SQUARE_DECAY, steps)) / (1 - Math.pow(MEAN_DECAY, steps));
    try (NDManager scope = TorchEngine.newManager()) {
      float scale = Double.isInfinite(maxNorm) ? 1 : clipFactor(scope, maxNorm);
      for (Moving each : weights) {
        each.weight
            .getNDArrayInternal()
            .adamUpdate(
                new NDList(each.weight, gradient(each.weight, scope), each.mean, each.square),
                new NDList(each.weight),
                rate,
                (float) (rate * correction),
                0,
                scale,
                -1,
                MEAN_DECAY,
                SQUARE_DECAY,
                EPSILON,
                true,
                false);
      }
    }
  }

  private float clipFactor(NDManager scope, double maxNorm) {
    NDArray squares = scope.zeros(new Shape());
    for (Moving each : weights) {
      squares.addi(gradient(each.weight, scope).square().sum());
    }
    double norm = Math.sqrt(squares.getFloat());
    return norm > maxNorm ? (float) (maxNorm / norm) : 1;
  }

  /** The weight's gradient; without the scope each look at it would stay until the network ends. */
  private static NDArray gradient(NDArray weight, NDManager scope) {
    NDArray gradient = weight.getGradient();
    gradient.attach(scope);
    return gradient;
  }
}
