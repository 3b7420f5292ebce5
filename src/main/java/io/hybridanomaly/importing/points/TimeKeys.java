package io.hybridanomaly.importing.points;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Times as one number each, for order, distances and equality.
 *
 * @param ticks of each point since 1970; not copied
 * @param perMicro ticks of a microsecond: 1, or 1000 if a time has nanoseconds and all times lie
 *     between 1678 and 2261, where a long holds them
 */
public record TimeKeys(long[] ticks, int perMicro) {

  /**
   * @param micros not copied
   * @param nanos behind the microseconds; null if all are 0
   */
  static TimeKeys of(long[] micros, short @Nullable [] nanos) {
    long reach = Long.MAX_VALUE / 1000 - 1;
    if (nanos == null || Arrays.stream(micros).anyMatch(time -> time > reach || time < -reach)) {
      return new TimeKeys(micros, 1);
    }
    long[] ticks = new long[micros.length];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = micros[i] * 1000 + nanos[i];
    }
    return new TimeKeys(ticks, 1000);
  }

  /** Whether no key is below the one before it. */
  public static boolean isSorted(long[] keys) {
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] < keys[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** The places of the keys in ascending order; equal keys keep their order. Merge sort. */
  public static int[] sortedPlaces(long[] keys) {
    int n = keys.length;
    int[] places = new int[n];
    for (int i = 0; i < n; i++) {
      places[i] = i;
    }
    int[] other = new int[n];
    for (int width = 1; width < n && width > 0; width <<= 1) {
      for (int from = 0; from < n; from += 2 * width) {
        int middle = (int) Math.min((long) from + width, n);
        int to = (int) Math.min((long) from + 2L * width, n);
        merge(keys, places, other, from, middle, to);
        if (to == n) {
          break;
        }
      }
      int[] swap = places;
      places = other;
      other = swap;
    }
    return places;
  }

  private static void merge(long[] keys, int[] source, int[] target, int from, int middle, int to) {
    if (middle == to || keys[source[middle - 1]] <= keys[source[middle]]) {
      System.arraycopy(source, from, target, from, to - from);
      return;
    }
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft =
          right >= to || (left < middle && keys[source[left]] <= keys[source[right]]);
      target[i] = takeLeft ? source[left++] : source[right++];
    }
  }
}
