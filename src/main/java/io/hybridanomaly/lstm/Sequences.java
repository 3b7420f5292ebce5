package io.hybridanomaly.lstm;

import ai.djl.ndarray.types.LayoutType;
import ai.djl.ndarray.types.Shape;

/** Shapes of batches of sequences, as recurrent layers want them. */
final class Sequences {

  private static final int TIME = 1;

  private Sequences() {}

  /**
   * The shape {@code [batch × time × features]} with its layout named.
   *
   * @param input a shape whose first two axes are batch and time
   * @param features length of the last axis
   */
  static Shape shape(Shape input, long features) {
    return new Shape(
        new long[] {input.get(0), input.get(TIME), features},
        new LayoutType[] {LayoutType.BATCH, LayoutType.TIME, LayoutType.CHANNEL});
  }
}
