package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LastTwoDigitsTest {

  @Test
  void decimalsAreTheFewestThatWriteEveryValue() {
    assertThat(LastTwoDigits.recordedIn(new double[] {12, 5000, 0}).decimals()).isZero();
    assertThat(LastTwoDigits.recordedIn(new double[] {12, 0.3, -7.25}).decimals()).isEqualTo(2);
    assertThat(LastTwoDigits.recordedIn(new double[] {0.000001}).decimals()).isEqualTo(6);
    assertThat(LastTwoDigits.recordedIn(new double[] {1, 1 / 3.0}).decimals())
        .isEqualTo(LastTwoDigits.NOT_RECORDED);
    assertThat(LastTwoDigits.recordedIn(new double[] {5e14, 1e-6}).decimals())
        .isEqualTo(LastTwoDigits.NOT_RECORDED);
    assertThat(LastTwoDigits.recordedIn(new double[] {1e-6, 5e14}).decimals())
        .isEqualTo(LastTwoDigits.NOT_RECORDED);
    assertThat(LastTwoDigits.recordedIn(new double[] {1e300}).decimals())
        .isEqualTo(LastTwoDigits.NOT_RECORDED);
  }

  @Test
  void digitsAreThoseOfTheDecimalNumber() {
    LastTwoDigits cents = new LastTwoDigits(2);
    Random random = new Random(6);
    for (int i = 0; i < 200_000; i++) {
      // The oracle: the decimal number as text.
      BigDecimal amount = BigDecimal.valueOf(1000 + random.nextInt(1_000_000_000), 2);
      int expected = amount.unscaledValue().mod(BigDecimal.valueOf(100).toBigInteger()).intValue();
      assertThat(cents.category(amount.doubleValue())).isEqualTo(expected);
      assertThat(LastTwoDigits.recordedIn(new double[] {amount.doubleValue()}).decimals())
          .isEqualTo(Math.max(0, amount.stripTrailingZeros().scale()));
    }
  }

  @Test
  void shortNumbersHaveNone() {
    assertThat(new LastTwoDigits(2).category(9.99)).isEqualTo(Digits.NONE);
    assertThat(new LastTwoDigits(2).category(10.01)).isEqualTo(1);
    assertThat(new LastTwoDigits(2).category(Double.NaN)).isEqualTo(Digits.NONE);
    assertThat(new LastTwoDigits(LastTwoDigits.NOT_RECORDED).category(1234)).isEqualTo(Digits.NONE);
  }

  @Test
  void statisticsCountPairs() {
    double[] amounts = {12.34, 99.34, 100, 5, -20.07};
    DigitStatistics statistics = DigitStatistics.of(Digits.LAST_TWO, amounts, 0, 5);
    assertThat(statistics.n()).isEqualTo(3);
    assertThat(statistics.counts()[34]).isEqualTo(2);
    assertThat(statistics.counts()[0]).isEqualTo(1);
    assertThat(statistics.conformity()).isEqualTo(Conformity.UNDEFINED);
    // Σ c²/(n·p) − n with p = 1/100: (4 + 1)/0.03 − 3
    assertThat(statistics.chiSquare()).isCloseTo(5 / 0.03 - 3, within(1e-9));
  }
}
