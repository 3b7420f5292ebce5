package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The original formula's network: encoder LSTMs 1 → 128 → 64, the last hidden state repeated for
 * every step, decoder LSTMs 64 → 64 → 128, linear 128 → 1. Input and output [batch × steps × 1].
 */
final class OriginalNetwork extends AbstractBlock {

  private static final int TIME = 1;
  private static final int WIDE = 128;
  private static final int NARROW = 64;

  private final LSTM encoder1 = addChildBlock("encoder1", lstm(WIDE));
  private final LSTM encoder2 = addChildBlock("encoder2", lstm(NARROW));
  private final LSTM decoder1 = addChildBlock("decoder1", lstm(NARROW));
  private final LSTM decoder2 = addChildBlock("decoder2", lstm(WIDE));
  private final Linear output = addChildBlock("output", Linear.builder().setUnits(1).build());

  OriginalNetwork(SplittableRandom random) {
    SeededUniform.initialize(encoder1, WIDE, random);
    SeededUniform.initialize(encoder2, NARROW, random);
    SeededUniform.initialize(decoder1, NARROW, random);
    SeededUniform.initialize(decoder2, WIDE, random);
    SeededUniform.initialize(output, WIDE, random);
  }

  private static LSTM lstm(int hidden) {
    return LSTM.builder()
        .setStateSize(hidden)
        .setNumLayers(1)
        .optBatchFirst(true)
        .optReturnState(false)
        .build();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    encoder1.initialize(manager, type, Sequences.shape(inputs[0], 1));
    encoder2.initialize(manager, type, Sequences.shape(inputs[0], WIDE));
    decoder1.initialize(manager, type, Sequences.shape(inputs[0], NARROW));
    decoder2.initialize(manager, type, Sequences.shape(inputs[0], NARROW));
    output.initialize(manager, type, Sequences.shape(inputs[0], WIDE));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore weights,
      NDList inputs,
      boolean training,
      PairList<String, Object> parameters) {
    NDArray windows = inputs.head();
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
