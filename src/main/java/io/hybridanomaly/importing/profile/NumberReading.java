package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import java.util.Arrays;
import java.util.Set;

/**
 * How the values are written.
 *
 * @param decimal the decimal separator, not {@code AUTO}
 * @param thousands the thousands separators that are read
 * @param unit what stands behind each number; empty for nothing
 * @param coded whether each number has a code for its quality
 * @param codes numbers that mean that there is none
 */
public record NumberReading(
    DecimalSeparator decimal,
    ThousandsSeparator thousands,
    String unit,
    boolean coded,
    Set<Double> codes) {

  public NumberReading {
    codes = Set.copyOf(codes);
  }

  /** The same reading with another decimal separator. */
  public NumberReading with(DecimalSeparator other) {
    return new NumberReading(other, thousands, unit, coded, codes);
  }

  /** A parser for the values. */
  public NumberParser parser() {
    return new NumberParser(decimal, thousands, unit, coded);
  }

  /** The codes in ascending order. */
  public double[] sortedCodes() {
    double[] sorted = codes.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
