package io.hybridanomaly.benford;

/**
 * The Benford score of the original formula: the plain χ² of the first digits of each window
 * against Benford's law. Kept for comparison; windows of 30 values are far too short for it.
 */
public final class OriginalBenford {

  private static final int FEWEST_DIGITS = 10;

  private OriginalBenford() {}

  /**
   * The score of every window at stride 1: Σ (count − n·p)² / (n·p) over the first digits 1 to 9 of
   * its n positive values, 0 if there are fewer than 10.
   *
   * @param values [points], finite
   * @param window points in a window, 1 to the number of points
   * @return [points − window + 1]
   * @throws IllegalArgumentException if the window is empty or longer than the series
   */
  public static double[] score(double[] values, int window) {
    if (window < 1 || window > values.length) {
      throw new IllegalArgumentException(
          "a window of %d points in %d values".formatted(window, values.length));
    }
    return SlidingChiSquare.scores(
        Digits.FIRST.categoriesOfPositive(values),
        BenfordLaw.first(),
        window,
        (chiSquare, size) -> size < FEWEST_DIGITS ? 0 : chiSquare);
  }
}
