package io.hybridanomaly.importing;

import io.hybridanomaly.series.Timestamps;
import org.jspecify.annotations.Nullable;

/** Zone offsets of points; costs nothing as long as no point has one. */
final class OffsetList {

  private @Nullable IntList offsets;
  private int size;

  void add(int offsetSeconds) {
    if (offsets == null && offsetSeconds != Timestamps.NO_OFFSET) {
      offsets = new IntList();
      for (int i = 0; i < size; i++) {
        offsets.add(Timestamps.NO_OFFSET);
      }
    }
    if (offsets != null) {
      offsets.add(offsetSeconds);
    }
    size++;
  }

  /** The offsets in seconds, or null if no point has one. */
  int @Nullable [] toArray() {
    return offsets == null ? null : offsets.toArray();
  }
}
