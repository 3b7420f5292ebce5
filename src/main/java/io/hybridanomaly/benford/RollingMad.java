package io.hybridanomaly.benford;

/**
 * The mean absolute deviation of digit shares from the law in a window that moves along a series.
 */
public final class RollingMad {

  private RollingMad() {}

  /**
   * The deviation of each window at stride 1, over its positive values. It is larger the shorter
   * the window: Nigrini's limits hold for thousands of values.
   *
   * @param digits which digits
   * @param values [points], finite
   * @param window points in a window, 1 to the number of points
   * @return [points − window + 1], 0 for a window without digits
   * @throws IllegalArgumentException if the window is empty or longer than the series
   */
  public static double[] of(Digits digits, double[] values, int window) {
    if (window < 1 || window > values.length) {
      throw new IllegalArgumentException(
          "a window of %d points in %d values".formatted(window, values.length));
    }
    byte[] categories = digits.categoriesOfPositive(values);
    double[] expected = digits.expected();
    int[] counts = new int[expected.length];
    int n = 0;
    double[] mads = new double[values.length - window + 1];
    for (int i = 0; i < values.length; i++) {
      n += count(counts, categories[i], 1);
      if (i >= window) {
        n -= count(counts, categories[i - window], -1);
      }
      if (i >= window - 1) {
        mads[i - window + 1] = Deviations.mad(counts, n, expected);
      }
    }
    return mads;
  }

  /** Counts a category up or down; 1 if it is one. */
  private static int count(int[] counts, int category, int change) {
    if (category == Digits.NONE) {
      return 0;
    }
    counts[category] += change;
    return 1;
  }
}
