package io.hybridanomaly.importing;

import java.util.Arrays;

/** A growing array of long. */
final class LongList {

  private long[] items = new long[1024];
  private int size;

  void add(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size + (size >> 1));
    }
    items[size++] = item;
  }

  long[] toArray() {
    return size == items.length ? items : Arrays.copyOf(items, size);
  }
}
