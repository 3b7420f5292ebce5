package io.hybridanomaly.ledger;

/**
 * Amounts that avoid a limit, such as that above which somebody else must sign.
 *
 * @param limit the limit, above 0
 * @param from the smallest amount that counts as just below it
 * @param rows those from there up to the limit, without it; not copied, must not be changed
 * @param above how many there are in as wide a band from the limit on, for comparison
 */
public record JustBelow(double limit, double from, int[] rows, int above) {

  /** By how many standard deviations there are more amounts below than above. */
  double clarity() {
    return (rows.length - above) / Math.sqrt(Math.max(1, rows.length + above));
  }

  static JustBelow of(double[] amounts, double limit, double share) {
    if (!(limit > 0) || !(share > 0) || share > 1 || Double.isInfinite(limit)) {
      throw new IllegalArgumentException("The limit must be a number above 0.");
    }
    double width = limit * share;
    int[] above =
        Rows.where(amounts.length, row -> amounts[row] >= limit && amounts[row] < limit + width);
    return new JustBelow(
        limit,
        limit - width,
        Rows.where(amounts.length, row -> amounts[row] >= limit - width && amounts[row] < limit),
        above.length);
  }
}
