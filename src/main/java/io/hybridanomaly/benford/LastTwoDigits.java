package io.hybridanomaly.benford;

/**
 * The last two digits of numbers as they are recorded, for example the cents of amounts: all pairs
 * are equally likely, while invented and rounded numbers prefer some.
 *
 * <p>Source: Nigrini, "Forensic Analytics", Wiley 2011, chapter 8.
 *
 * @param decimals the decimals that the series is recorded with; {@link #NOT_RECORDED} if its
 *     numbers are computed or measured so finely that their last digits mean nothing
 */
record LastTwoDigits(int decimals) {

  static final int NOT_RECORDED = -1;

  private static final int MOST_DECIMALS = 6;
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

  /** Up to here every decimal number has a double of its own. */
  private static final double MOST_UNITS = 1e15;

  /** In shorter numbers the last two digits are also the second one, which is not even. */
  private static final int FEWEST_UNITS = 1000;

  /** The fewest decimals, at most 6, with which every finite value of a series can be written. */
  static LastTwoDigits recordedIn(double[] series) {
    int decimals = 0;
    double largest = 0;
    for (double value : series) {
      largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
      while (Double.isFinite(value) && !isWrittenWith(decimals, value)) {
        if (++decimals > MOST_DECIMALS) {
          return new LastTwoDigits(NOT_RECORDED);
        }
      }
    }
    boolean fits = largest * POWERS[decimals] < MOST_UNITS;
    return new LastTwoDigits(fits ? decimals : NOT_RECORDED);
  }

  /** 0 to 99; {@link Digits#NONE} for numbers of fewer than four digits. */
  int category(double value) {
    if (decimals == NOT_RECORDED || !Double.isFinite(value)) {
      return Digits.NONE;
    }
    long units = Math.round(Math.abs(value) * POWERS[decimals]);
    return units < FEWEST_UNITS ? Digits.NONE : (int) (units % 100);
  }

  /**
   * Dividing two integers that a double can hold gives the double nearest to the decimal number.
   */
  private static boolean isWrittenWith(int decimals, double value) {
    double units = Math.rint(value * POWERS[decimals]);
    return Math.abs(units) < MOST_UNITS && units / POWERS[decimals] == value;
  }
}
