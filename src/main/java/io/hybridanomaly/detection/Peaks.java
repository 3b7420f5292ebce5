package io.hybridanomaly.detection;

import java.util.Arrays;

/** The highest points of a score that are some way apart: neighbours of a peak repeat it. */
final class Peaks {

  private static final int INDEX_BITS = 32;

  private Peaks() {}

  /**
   * The highest point, then the highest of those further away from it than a distance, and so on
   * until no point is left.
   *
   * @param score finite
   * @param distance in points, at least 1
   * @return indices, highest first; of equal ones the earlier first
   */
  static int[] of(double[] score, int distance) {
    int n = score.length;
    long[] order = new long[n];
    Arrays.setAll(order, i -> ((long) descending((float) score[i]) << INDEX_BITS) | i);
    Arrays.sort(order);
    boolean[] taken = new boolean[n];
    int[] peaks = new int[n];
    int count = 0;
    for (long entry : order) {
      int at = (int) entry;
      if (!taken[at]) {
        peaks[count++] = at;
        Arrays.fill(taken, Math.max(0, at - distance), Math.min(n, at + distance + 1), true);
      }
    }
    return Arrays.copyOf(peaks, count);
  }

  /** A whole number that sorts as the negative of a real one; both zeros are one. */
  private static int descending(float value) {
    int bits = Float.floatToIntBits(0f - value);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }
}
