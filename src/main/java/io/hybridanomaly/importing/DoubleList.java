package io.hybridanomaly.importing;

import java.util.Arrays;

/** A growing array of double. */
final class DoubleList {

  private double[] items = new double[1024];
  private int size;

  void add(double item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size + (size >> 1));
    }
    items[size++] = item;
  }

  double[] toArray() {
    return size == items.length ? items : Arrays.copyOf(items, size);
  }
}
