package io.hybridanomaly.ledger;

import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The digits of the positive amounts against Benford's law, and the rows behind each digit.
 *
 * @param statistics counts, χ² and MAD
 * @param categories [rows], the digit of each row; not copied, must not be changed
 */
public record DigitTest(DigitStatistics statistics, byte[] categories) {

  /**
   * How many standard deviations the most frequent of 90 pairs of digits exceeds the law by chance
   * in one ledger of twenty: the one-sided limit of 5 % over 90 (Bonferroni).
   */
  private static final double NOTABLE_Z = 3.26;

  /**
   * A digit or pair of digits.
   *
   * @param category its place, from 0
   * @param label as it is written
   * @param count how many rows have it
   * @param expected how many would have it under the law
   * @param z its deviation in standard deviations with the continuity correction, with its sign
   */
  public record Bar(int category, String label, int count, double expected, double z) {

    /** How many rows there are beyond the law; negative if there are too few. */
    public double excess() {
      return count - expected;
    }

    /** Whether there are more rows than chance explains, also for the worst of all pairs. */
    public boolean isNotable() {
      return z > NOTABLE_Z;
    }
  }

  static DigitTest of(Digits digits, double[] amounts) {
    return new DigitTest(
        DigitStatistics.of(digits, amounts, 0, amounts.length),
        digits.categoriesOfPositive(amounts));
  }

  /** Every digit, in order. */
  public List<Bar> bars() {
    double[] expected = statistics.expectedCounts();
    double[] z = statistics.z();
    List<Bar> bars = new ArrayList<>();
    for (int k = 0; k < expected.length; k++) {
      bars.add(new Bar(k, label(k), statistics.counts()[k], expected[k], z[k]));
    }
    return bars;
  }

  /**
   * The digits by the size of their deviation from the law, the largest first, as {@code
   * suspectsTable} of R's benford.analysis orders them.
   */
  public List<Bar> suspects() {
    return bars().stream()
        .sorted(Comparator.comparingDouble((Bar bar) -> Math.abs(bar.excess())).reversed())
        .toList();
  }

  /** The rows with a digit. */
  public int[] rows(int category) {
    return Rows.where(categories.length, row -> categories[row] == category);
  }

  private String label(int category) {
    int digit = statistics.digits().lowest() + category;
    boolean pair = statistics.digits() == Digits.LAST_TWO;
    return pair && digit < 10 ? "0" + digit : Integer.toString(digit);
  }
}
