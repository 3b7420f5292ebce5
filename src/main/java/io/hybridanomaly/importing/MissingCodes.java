package io.hybridanomaly.importing;

import java.util.ArrayList;
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
  private static final double FAR = 0.5;

  private MissingCodes() {}

  /** The codes among values, in ascending order. */
  static List<SuspectedCode> in(double[] values) {
    Map<Double, Integer> counts = count(values);
    if (counts.isEmpty()) {
      return List.of();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!counts.containsKey(value)) {
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
      if (value <= SMALLEST || value >= 88) {
        for (double known : KNOWN) {
          if (value == known) {
            counts.merge(value, 1, Integer::sum);
            break;
          }
        }
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
