package io.hybridanomaly.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The range of a chart's value axis.
 *
 * @param low where it begins
 * @param high where it ends, above {@code low}
 */
record Scale(double low, double high) {

  private static final int TICKS = 5;
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** The range that holds values from the lowest to the highest. */
  static Scale over(double lowest, double highest) {
    if (lowest < highest) {
      return new Scale(lowest, highest);
    }
    double half = Math.max(1, Math.abs(lowest) / 10);
    return new Scale(lowest - half, lowest + half);
  }

  /** The place of a value, 0 at the low end and 1 at the high one. */
  double share(double value) {
    // Halved first: the range of the largest doubles overflows.
    return (value / 2 - low / 2) / (high / 2 - low / 2);
  }

  /** About five round numbers in the range; none if it is too large for round numbers. */
  double[] ticks() {
    double rough = (high - low) / TICKS;
    if (!Double.isFinite(rough) || rough < Double.MIN_NORMAL) {
      return new double[0];
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        Arrays.stream(new double[] {1, 2, 5, 10})
            .map(factor -> factor * power)
            .filter(candidate -> candidate >= rough)
            .findFirst()
            .orElse(10 * power);
    double first = Math.ceil(low / step);
    int count = (int) Math.min(2 * TICKS, Math.floor(high / step) - first + 1);
    return IntStream.range(0, count).mapToDouble(i -> (first + i) * step).toArray();
  }

  /** A number with four significant digits. */
  static String text(double value) {
    double size = Math.abs(value);
    if (value == 0 || (size >= 1e-4 && size < 1e9)) {
      String plain = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
      return value == 0 ? "0" : plain;
    }
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
