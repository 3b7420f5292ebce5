package io.hybridanomaly.ledger;

import java.time.LocalDate;

/**
 * A ledger with known faults: 3,000 amounts in whole units that follow Benford's law, but for 120
 * just below 500,000 and 60 of exactly 100,000.
 */
public final class LedgerFile {

  private static final int ROWS = 3_000;

  private LedgerFile() {}

  /** Date, amount, account and text; 30 rows share each day. */
  public static String csv() {
    StringBuilder csv = new StringBuilder("date,amount,account,text\n");
    long state = 20_240_301;
    for (int i = 0; i < ROWS; i++) {
      state = (state * 1_103_515_245L + 12_345) % (1L << 31);
      long amount = (long) Math.pow(10, 2 + 5.0 * state / (1L << 31));
      amount = i % 25 == 7 ? 499_500 + i % 40 * 10 : amount;
      amount = i % 50 == 11 ? 100_000 : amount;
      csv.append(LocalDate.of(2024, 1, 1).plusDays(i / 30))
          .append(",%d,%04d,=posting %d\n".formatted(amount, 400 + i % 7, i));
    }
    return csv.toString();
  }
}
