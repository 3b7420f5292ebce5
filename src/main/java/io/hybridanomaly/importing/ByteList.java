package io.hybridanomaly.importing;

import java.util.Arrays;

/** A growing array of byte. */
final class ByteList {

  private byte[] items = new byte[1024];
  private int size;

  void add(byte item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size + (size >> 1));
    }
    items[size++] = item;
  }

  byte[] toArray() {
    return size == items.length ? items : Arrays.copyOf(items, size);
  }
}
