package io.hybridanomaly.ledger;

/**
 * Amounts that avoid a limit, such as that above which somebody else must sign.
 *
 * @param limit the limit, above 0
 * @param from the smallest amount that counts as just below it
 * @param rows those from there up to the limit, without it; not copied, must not be changed
 * @param above how many there are in as wide a band from the limit on, for comparison
 * @param before how many there are in as wide a band further below, with one band between
 */
public record JustBelow(double limit, double from, int[] rows, int above, int before) {

  /** How many bands lie between a limit and the end of the band further below. */
  private static final int BANDS_TO_BEFORE = 2;

  /**
   * By how many standard deviations there are more amounts below than on either side. Amounts that
   * become rarer the larger they are have more below than above too, but more still before.
   */
  double clarity() {
    int usual = Math.max(above, before);
    return (rows.length - usual) / Math.sqrt(Math.max(1, rows.length + usual));
  }

  static JustBelow of(double[] amounts, double limit, double share) {
    if (!(limit > 0) || !(share > 0) || share > 1 || Double.isInfinite(limit)) {
      throw new IllegalArgumentException("The limit must be a number above 0.");
    }
    double width = limit * share;
    double before = limit - BANDS_TO_BEFORE * width;
    return new JustBelow(
        limit,
        limit - width,
        between(amounts, limit - width, limit),
        between(amounts, limit, limit + width).length,
        between(amounts, before - width, before).length);
  }

  private static int[] between(double[] amounts, double from, double to) {
    return Rows.where(amounts.length, row -> amounts[row] >= from && amounts[row] < to);
  }
}
