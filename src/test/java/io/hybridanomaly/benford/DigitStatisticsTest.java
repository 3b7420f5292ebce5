package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DigitStatisticsTest {

  /** 1.0 1.1 … 9.9: each first digit ten times. */
  private static final double[] EVEN =
      DoubleStream.iterate(10, d -> d + 1).limit(90).map(d -> d / 10).toArray();

  @Test
  void agreesWithNumpyOnEvenDigits() {
    DigitStatistics first = DigitStatistics.of(Digits.FIRST, EVEN, 0, 90);
    assertThat(first.counts()).containsOnly(10).hasSize(9);
    assertThat(first.n()).isEqualTo(90);
    // numpy 1.24.2: p = np.log10(1 + 1/np.arange(1, 10)); ((10 - 90*p)**2/(90*p)).sum();
    // np.abs(1/9 - p).mean()
    assertThat(first.chiSquare()).isCloseTo(36.152846362096206, within(1e-9));
    assertThat(first.mad()).isCloseTo(0.05971703510991756, within(1e-12));
    // survival of χ² with 8 degrees of freedom in closed form:
    // exp(-x/2)·Σ_{j<4} (x/2)^j/j!
    assertThat(first.pValue()).isCloseTo(1.646411501301986e-05, within(1e-12));
    assertThat(first.conformity()).isEqualTo(Conformity.TOO_FEW);
  }

  @Test
  void countsZerosAndTheOtherSignApart() {
    double[] values = {0, -3, 5, 7, 7.5, -0.0, 12, -44};
    DigitStatistics positive = DigitStatistics.of(Digits.FIRST, values, 1, 8);
    assertThat(positive.counts()).containsExactly(1, 0, 0, 0, 1, 0, 2, 0, 0);
    assertThat(positive.n()).isEqualTo(4);
    assertThat(positive.zeros()).isEqualTo(1);
    assertThat(positive.opposites()).isEqualTo(2);
    DigitStatistics negative =
        DigitStatistics.of(Digits.FIRST_TWO, Signs.NEGATIVE.counted(values), 0, 8);
    assertThat(negative.n()).isEqualTo(2);
    assertThat(negative.counts()[20]).as("30").isEqualTo(1);
    assertThat(negative.counts()[34]).as("44").isEqualTo(1);
    assertThat(negative.opposites()).isEqualTo(4);
  }

  @Test
  void nothingToCountIsNoDeviation() {
    DigitStatistics none = DigitStatistics.of(Digits.SECOND, new double[] {0, -1}, 0, 2);
    assertThat(none.n()).isZero();
    assertThat(none.chiSquare()).isZero();
    assertThat(none.mad()).isZero();
    assertThat(none.pValue()).isEqualTo(1);
    assertThat(none.conformity()).isEqualTo(Conformity.TOO_FEW);
    assertThat(none.expectedCounts()).containsOnly(0);
  }

  @Test
  void powersFollowTheLaw() {
    // Powers of a number whose logarithm is irrational follow the law exactly in the limit:
    // Diaconis, Annals of Probability 5 (1977), doi:10.1214/aop/1176995891.
    double[] powers = DoubleStream.iterate(1, x -> x * 1.01).limit(50_000).toArray();
    for (Digits digits : EnumSet.complementOf(EnumSet.of(Digits.LAST_TWO))) {
      DigitStatistics statistics = DigitStatistics.of(digits, powers, 0, 50_000);
      assertThat(statistics.n()).isEqualTo(50_000);
      assertThat(statistics.conformity()).as(digits.label()).isEqualTo(Conformity.CLOSE);
      assertThat(statistics.pValue()).isGreaterThan(0.99);
    }
  }

  @Test
  void bandsAreNigrinis() {
    assertThat(Digits.FIRST.conformity(0.006, 5000)).isEqualTo(Conformity.CLOSE);
    assertThat(Digits.FIRST.conformity(0.0061, 5000)).isEqualTo(Conformity.ACCEPTABLE);
    assertThat(Digits.FIRST.conformity(0.0121, 5000)).isEqualTo(Conformity.MARGINAL);
    assertThat(Digits.FIRST.conformity(0.0151, 5000)).isEqualTo(Conformity.NONCONFORMING);
    assertThat(Digits.SECOND.conformity(0.0121, 5000)).isEqualTo(Conformity.NONCONFORMING);
    assertThat(Digits.FIRST_TWO.conformity(0.0013, 5000)).isEqualTo(Conformity.ACCEPTABLE);
    assertThat(Digits.FIRST_TWO.conformity(0.0023, 5000)).isEqualTo(Conformity.NONCONFORMING);
  }

  @Test
  void expectedMadAsSimulated() {
    // numpy 1.24.2, default_rng(1): mean MAD of 20000 multinomial samples of Benford first digits
    assertThat(Digits.FIRST.expectedMad(250)).isCloseTo(0.01487, within(0.0003));
    assertThat(Digits.FIRST.expectedMad(1000)).isCloseTo(0.00744, within(0.0001));
  }

  @Test
  void rejectsAStretchOutsideTheSeries() {
    assertThatThrownBy(() -> DigitStatistics.of(Digits.FIRST, EVEN, 0, 91))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Arrays.stream(DigitStatistics.of(Digits.FIRST, EVEN, 90, 90).counts()).sum())
        .isZero();
  }
}
