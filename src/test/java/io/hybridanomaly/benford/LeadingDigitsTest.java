package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle is the decimal number that {@link Double#toString} writes. */
class LeadingDigitsTest {

  /** 9.999999999999999e22 reads as the double that is written 1.0E23. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 50",
    "-730, 73",
    "1e-300, 10",
    "0.3, 30",
    "8, 80",
    "1e23, 10",
    "9.999999999999999e22, 10",
    "9.999999999999997e22, 99",
    "0.35, 35",
    "12, 12",
    "1999.99, 19",
    "4.9e-324, 49",
    "1.7976931348623157e308, 17",
    "2.2250738585072014e-308, 22",
    "0, 0",
    "-0.0, 0",
    "NaN, 0",
    "Infinity, 0",
    "-Infinity, 0"
  })
  void knownNumbers(double value, int firstTwo) {
    assertThat(LeadingDigits.firstTwo(value)).isEqualTo(firstTwo);
    assertThat(LeadingDigits.first(value)).isEqualTo(firstTwo / 10);
  }

  @Test
  void everyDecimalEdgeAndItsNeighbours() {
    for (int exponent = -324; exponent <= 308; exponent++) {
      for (int digits = 10; digits <= 99; digits++) {
        double edge = Double.parseDouble(digits + "e" + (exponent - 1));
        if (edge > 0 && edge < Double.POSITIVE_INFINITY) {
          check(edge);
          check(-Math.nextUp(edge));
          check(Math.nextDown(edge));
        }
      }
    }
  }

  @Test
  void everyPowerOfTwoAndItsNeighbours() {
    for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
      double power = Math.scalb(1.0, exponent);
      check(power);
      check(Math.nextUp(power));
      check(Math.nextDown(power));
    }
  }

  @Test
  void millionsOfRandomNumbers() {
    Random random = new Random(4);
    for (int i = 0; i < 1_000_000; i++) {
      check(Double.longBitsToDouble(random.nextLong()));
      check(Double.longBitsToDouble(random.nextLong() & 0x001f_ffff_ffff_ffffL));
      check(random.nextInt(100_000) / 100.0);
    }
  }

  @Test
  void everyShortDecimal() {
    for (int mantissa = 1; mantissa < 10_000; mantissa++) {
      for (int places = 0; places <= 12; places++) {
        check(Double.parseDouble(mantissa + "e-" + places));
      }
    }
  }

  @Test
  void arraysHoldTheDigitOfEachValue() {
    double[] values = DoubleStream.of(0.05, -730, 0, 19).toArray();
    assertThat(LeadingDigits.first(values)).containsExactly(5, 7, 0, 1);
  }

  private static void check(double value) {
    int digits = LeadingDigits.firstTwo(value);
    if (digits != slowTwin(value)) {
      assertThat(digits).as("first two digits of " + value).isEqualTo(slowTwin(value));
    }
  }

  private static int slowTwin(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return 0;
    }
    String digits =
        new BigDecimal(Double.toString(Math.abs(value))).unscaledValue().toString() + "0";
    return Integer.parseInt(digits.substring(0, 2));
  }
}
