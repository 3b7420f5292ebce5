package io.hybridanomaly.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for values with which programs write that there is none: known numbers that stand several
 * times, far outside all others.
 */
final class MissingCodes {

  /** Nines and eights with a sign, and the ends of the ranges of whole numbers and floats. */
  private static final double[] KNOWN = {
    -200,
    -1,
    -9,
    -88,
    -99,
    -88.8,
    -99.9,
    -99.99,
    -99.0,
    -888,
    -999,
    -888.8,
    -999.9,
    -999.99,
    -999.99,
    -9998,
    -9999,
    -9999.9,
    -9999.99,
    -7777,
    -8888,
    -99999,
    -99999.9,
    -999999,
    -9999999,
    -1e10,
    -32768,
    -32767,
    -2147483648.0,
    -1e20,
    -1e30,
    -1e34,
    99,
    99.9,
    99.99,
    999,
    888,
    999.9,
    999.99,
    9999,
    9999.9,
    9999.99,
    8888,
    7777,
    99999,
    99999.9,
    999999,
    9999999,
    32767,
    65535,
    65534,
    2147483647,
    4294967295.0,
    1e20,
    1e30,
    1e35,
    1e36,
    9.96921e36,
    9.969209968386869e36
  };

  private static final double SMALLEST = -1;
  private static final int PLACE_BITS = 14;

  /** The known numbers by their place, so that most of a million values cost one comparison. */
  private static final double[] TABLE = table();

  private static final double FAR = 0.5;

  private MissingCodes() {}

  private static double[] table() {
    double[] table = new double[1 << PLACE_BITS];
    Arrays.fill(table, Double.NaN);
    for (double known : KNOWN) {
      int place = place(known);
      if (!Double.isNaN(table[place]) && table[place] != known) {
        throw new IllegalStateException("two codes have one place: " + known);
      }
      table[place] = known;
    }
    return table;
  }

  private static int place(double value) {
    return (int) ((Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L) >>> (64 - PLACE_BITS));
  }

  private static boolean isKnown(double value) {
    return TABLE[place(value)] == value;
  }

  /** The codes among values, in ascending order. */
  static List<SuspectedCode> in(double[] values) {
    Map<Double, Integer> counts = count(values);
    if (counts.isEmpty()) {
      return List.of();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!isKnown(value) || !counts.containsKey(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    List<SuspectedCode> codes = new ArrayList<>();
    for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
      if (low <= high && isCode(entry.getKey(), entry.getValue(), values.length, low, high)) {
        codes.add(new SuspectedCode(entry.getKey(), entry.getValue()));
      }
    }
    codes.sort((a, b) -> Double.compare(a.value(), b.value()));
    return codes;
  }

  private static Map<Double, Integer> count(double[] values) {
    Map<Double, Integer> counts = new HashMap<>();
    for (double value : values) {
      if (isKnown(value)) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < 2);
    return counts;
  }

  /** Far outside the others; a negative code is plain where all others are positive. */
  private static boolean isCode(double value, int count, int all, double low, double high) {
    double range = high - low;
    boolean rare = count * 2L <= all;
    if (value < 0) {
      boolean onlyNegative = low >= 0 && (value < SMALLEST || high > 1);
      return rare && (onlyNegative || value < low - FAR * range);
    }
    return rare && value > high + 2 * FAR * range && value > 2 * high;
  }
}
