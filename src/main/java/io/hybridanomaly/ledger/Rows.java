package io.hybridanomaly.ledger;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Numbers of rows with a property, in ascending order. */
final class Rows {

  private Rows() {}

  static int[] where(int count, IntPredicate property) {
    return IntStream.range(0, count).filter(property).toArray();
  }
}
