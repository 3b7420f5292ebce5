package io.hybridanomaly.ledger;

/**
 * Amounts that are multiples of a round number.
 *
 * <p>Source: Nigrini, "Forensic Analytics", Wiley 2011, chapter 8 (multiples of 10, 25, 100 and
 * 1000).
 *
 * @param step the round number
 * @param rows those with a multiple of it other than 0; not copied, must not be changed
 */
public record RoundAmounts(int step, int[] rows) {

  static RoundAmounts of(double[] amounts, int step) {
    return new RoundAmounts(
        step, Rows.where(amounts.length, row -> amounts[row] != 0 && amounts[row] % step == 0));
  }
}
