package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The original formula's network: encoder LSTMs 1 → 128 → 64, the last hidden state repeated for
 * every step, decoder LSTMs 64 → 64 → 128, linear 128 → 1. Input and output [batch × steps × 1].
 */
final class OriginalNetwork extends SequenceNetwork {

  private static final int WIDE = 128;
  private static final int NARROW = 64;

  private final LSTM encoder1 = addChildBlock("encoder1", lstm(WIDE, 1));
  private final LSTM encoder2 = addChildBlock("encoder2", lstm(NARROW, 1));
  private final LSTM decoder1 = addChildBlock("decoder1", lstm(NARROW, 1));
  private final LSTM decoder2 = addChildBlock("decoder2", lstm(WIDE, 1));
  private final Linear output = addChildBlock("output", Linear.builder().setUnits(1).build());

  OriginalNetwork(SplittableRandom random) {
    SeededUniform.initialize(encoder1, WIDE, random);
    SeededUniform.initialize(encoder2, NARROW, random);
    SeededUniform.initialize(decoder1, NARROW, random);
    SeededUniform.initialize(decoder2, WIDE, random);
    SeededUniform.initialize(output, WIDE, random);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    encoder1.initialize(manager, type, shape(inputs[0], 1));
    encoder2.initialize(manager, type, shape(inputs[0], WIDE));
    decoder1.initialize(manager, type, shape(inputs[0], NARROW));
    decoder2.initialize(manager, type, shape(inputs[0], NARROW));
    output.initialize(manager, type, shape(inputs[0], WIDE));
  }

  @Override
  NDList reconstruct(ParameterStore weights, NDArray windows, boolean training) {
    NDArray states = windows;
    for (LSTM layer : List.of(encoder1, encoder2)) {
      states = layer.forward(weights, new NDList(states), training).head();
    }
    NDArray code = states.get(":, -1:, :");
    states = code.repeat(TIME, windows.getShape().get(TIME));
    for (LSTM layer : List.of(decoder1, decoder2)) {
      states = layer.forward(weights, new NDList(states), training).head();
    }
    return output.forward(weights, new NDList(states), training);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return inputs;
  }
}
