package io.hybridanomaly.importing;

import java.util.Arrays;

/** A growing array of int. */
final class IntList {

  private int[] items = new int[1024];
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size + (size >> 1));
    }
    items[size++] = item;
  }

  int[] toArray() {
    return size == items.length ? items : Arrays.copyOf(items, size);
  }
}
