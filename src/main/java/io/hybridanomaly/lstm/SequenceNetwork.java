package io.hybridanomaly.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.LayoutType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A network of LSTMs that reads windows as sequences [batch × steps × features]. */
abstract class SequenceNetwork extends AbstractBlock {

  static final int TIME = 1;

  /** Stacked LSTMs that return the hidden states of the last one, [batch × steps × hidden]. */
  static LSTM lstm(int hidden, int layers) {
    return LSTM.builder()
        .setStateSize(hidden)
        .setNumLayers(layers)
        .optBatchFirst(true)
        .optReturnState(false)
        .build();
  }

  /**
   * The shape {@code [batch × time × features]} with its layout named, as recurrent layers want it.
   *
   * @param input a shape whose first two axes are batch and time
   * @param features length of the last axis
   */
  static Shape shape(Shape input, long features) {
    return new Shape(
        new long[] {input.get(0), input.get(TIME), features},
        new LayoutType[] {LayoutType.BATCH, LayoutType.TIME, LayoutType.CHANNEL});
  }

  /** What the network makes of a batch of windows. */
  abstract NDList reconstruct(ParameterStore weights, NDArray windows, boolean training);

  @Override
  protected final NDList forwardInternal(
      ParameterStore weights,
      NDList inputs,
      boolean training,
      PairList<String, Object> parameters) {
    return reconstruct(weights, inputs.head(), training);
  }
}
