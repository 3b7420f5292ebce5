package io.hybridanomaly.detection;

import java.util.Arrays;

/**
 * Sums over the numbers of a block of windows and of all references at once, so that each reference
 * is read once for the whole block. For one thread.
 */
final class BlockSums {

  /** Windows in a block. */
  static final int SIZE = 4;

  /** Numbers of a window that are added at once: each sum is read and written once for both. */
  static final int STEP = 2;

  private final float[][] sums;
  private final float[] first = new float[SIZE];
  private final float[] second = new float[SIZE];

  BlockSums(int references) {
    sums = new float[SIZE][references];
  }

  /** [references] The sums of one window of the block. */
  float[] of(int window) {
    return sums[window];
  }

  /** Begins at 0 again. */
  void clear() {
    for (float[] row : sums) {
      Arrays.fill(row, 0);
    }
  }

  /** Sets the next two numbers of one window of the block. */
  void set(int window, float number, float next) {
    first[window] = number;
    second[window] = next;
  }

  /**
   * Adds the squared differences between the two numbers of each window and those of each
   * reference.
   *
   * @param numbers [references] the first of each
   * @param next [references] the second
   */
  void addSquares(float[] numbers, float[] next) {
    float x0 = first[0];
    float x1 = first[1];
    float x2 = first[2];
    float x3 = first[3];
    float z0 = second[0];
    float z1 = second[1];
    float z2 = second[2];
    float z3 = second[3];
    float[] row0 = sums[0];
    float[] row1 = sums[1];
    float[] row2 = sums[2];
    float[] row3 = sums[3];
    for (int j = 0; j < numbers.length; j++) {
      float y = numbers[j];
      float v = next[j];
      row0[j] = row0[j] + (x0 - y) * (x0 - y) + (z0 - v) * (z0 - v);
      row1[j] = row1[j] + (x1 - y) * (x1 - y) + (z1 - v) * (z1 - v);
      row2[j] = row2[j] + (x2 - y) * (x2 - y) + (z2 - v) * (z2 - v);
      row3[j] = row3[j] + (x3 - y) * (x3 - y) + (z3 - v) * (z3 - v);
    }
  }

  /** Adds the products in the place of squared differences. */
  void addProducts(float[] numbers, float[] next) {
    float x0 = first[0];
    float x1 = first[1];
    float x2 = first[2];
    float x3 = first[3];
    float z0 = second[0];
    float z1 = second[1];
    float z2 = second[2];
    float z3 = second[3];
    float[] row0 = sums[0];
    float[] row1 = sums[1];
    float[] row2 = sums[2];
    float[] row3 = sums[3];
    for (int j = 0; j < numbers.length; j++) {
      float y = numbers[j];
      float v = next[j];
      row0[j] = row0[j] + x0 * y + z0 * v;
      row1[j] = row1[j] + x1 * y + z1 * v;
      row2[j] = row2[j] + x2 * y + z2 * v;
      row3[j] = row3[j] + x3 * y + z3 * v;
    }
  }
}
