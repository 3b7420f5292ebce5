package io.hybridanomaly.ledger;

import java.util.List;

/**
 * Rows that say the same.
 *
 * @param amount their amount
 * @param also what else they share, as written: the date, or the text of a column; empty if only
 *     the amount counts
 * @param rows their numbers, at least two; not copied, must not be changed
 */
public record DuplicateGroup(double amount, List<String> also, int[] rows) {

  public DuplicateGroup {
    also = List.copyOf(also);
  }
}
