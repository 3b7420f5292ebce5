package io.hybridanomaly.windowing;

/**
 * Sums inside blocks of so many numbers. The sum of any stretch of that length is the end of one
 * block and the beginning of the next, so that nothing is ever subtracted and one huge number
 * leaves no rounding error behind it.
 *
 * @param upTo from the start of its block up to each number
 * @param from from each number up to the end of its block
 */
record PartialSums(double[] upTo, double[] from) {

  /**
   * The sums of some numbers.
   *
   * @param values not changed
   * @param length of a block, at least 1; the last may have fewer
   */
  static PartialSums of(double[] values, int length) {
    int n = values.length;
    double[] upTo = new double[n];
    for (int i = 0; i < n; i++) {
      upTo[i] = values[i] + (i % length == 0 ? 0 : upTo[i - 1]);
    }
    double[] from = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      boolean last = i == n - 1 || i % length == length - 1;
      from[i] = values[i] + (last ? 0 : from[i + 1]);
    }
    return new PartialSums(upTo, from);
  }
}
