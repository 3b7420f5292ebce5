package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;

/** The trained weights of a network: one step of Adam after another. */
final class Weights {

  private final Block network;
  private final Adam adam;

  /**
   * @param network initialised
   * @param learningRate by step
   */
  Weights(Block network, Tracker learningRate) {
    this.network = network;
    this.adam = Optimizer.adam().optLearningRateTracker(learningRate).build();
  }

  /**
   * Moves all weights by their gradients and sets the gradients to zero.
   *
   * @param maxNorm gradients together longer than this are shortened to it (Pascanu, Mikolov,
   *     Bengio, ICML 2013); DJL's own clipping looks at each number alone
   */
  void step(double maxNorm) {
    try (NDManager scope = TorchEngine.newManager()) {
      float scale = Double.isInfinite(maxNorm) ? 1 : clipFactor(scope, maxNorm);
      for (Pair<String, Parameter> each : network.getParameters()) {
        NDArray weight = each.getValue().getArray();
        NDArray gradient = gradient(weight, scope);
        if (scale < 1) {
          gradient.muli(scale);
        }
        adam.update(each.getKey(), weight, gradient);
      }
    }
  }

  private float clipFactor(NDManager scope, double maxNorm) {
    NDArray squares = scope.zeros(new Shape());
    for (Pair<String, Parameter> each : network.getParameters()) {
      squares.addi(gradient(each.getValue().getArray(), scope).square().sum());
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
