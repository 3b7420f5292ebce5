package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Kolmogorov-Smirnov, Kuiper, Z and simulated p-values. */
class DigitTestsTest {

  /** 1.0 1.1 … 9.9: each first digit ten times. */
  private static final DigitStatistics EVEN =
      DigitStatistics.of(
          Digits.FIRST,
          DoubleStream.iterate(10, d -> d + 1).limit(90).map(d -> d / 10).toArray(),
          0,
          90);

  @Test
  void evenDigitsLagBehindTheLawMostUpToThree() {
    // F(3) = log10(4) and Fₙ(3) = 3/9; Fₙ is never above F.
    assertThat(EVEN.kolmogorovSmirnov()).isCloseTo(Math.log10(4) - 1 / 3.0, within(1e-12));
    assertThat(EVEN.kuiper()).isCloseTo(Math.log10(4) - 1 / 3.0, within(1e-12));
  }

  @Test
  void kuiperAddsBothDirections() {
    // 90 ones and 10 nines: Fₙ − F is 0.9 − log10(2) at 1 and 0.9 − log10(9) at 8.
    double[] values = new double[100];
    Arrays.fill(values, 0, 90, 1);
    Arrays.fill(values, 90, 100, 9);
    DigitStatistics digits = DigitStatistics.of(Digits.FIRST, values, 0, 100);
    double above = 0.9 - Math.log10(2);
    double below = Math.log10(9) - 0.9;
    assertThat(digits.kolmogorovSmirnov()).isCloseTo(above, within(1e-12));
    assertThat(digits.kuiper()).isCloseTo(above + below, within(1e-12));
  }

  @Test
  void zIsTheCorrectedDeviation() {
    double p = Math.log10(2);
    double expected = -(p - 1 / 9.0 - 1 / 180.0) / Math.sqrt(p * (1 - p) / 90);
    assertThat(EVEN.z()[0]).isCloseTo(expected, within(1e-12));
    assertThat(EVEN.z()[8]).isPositive();
    // One digit 5: |o − p| of the others is below 1/2n, so they are not corrected.
    double[] single = DigitStatistics.of(Digits.FIRST, new double[] {5}, 0, 1).z();
    assertThat(single[0]).isCloseTo(-p / Math.sqrt(p * (1 - p)), within(1e-12));
    assertThat(DigitStatistics.of(Digits.FIRST, new double[3], 0, 3).z()).containsOnly(0);
  }

  @Test
  void simulatedPValuesAgreeWithPublishedCriticalValues() {
    // Morrow 2014, first digits, 5 %: √n·D = 1.148; Kuiper's V·(√n + 0.155 + 0.24/√n) = 1.321.
    int n = 1000;
    DigitStatistics observed = statisticsWithDeviation(n, 1.148 / Math.sqrt(n));
    assertThat(observed.kolmogorovSmirnov() * Math.sqrt(n)).isCloseTo(1.148, within(0.02));
    SimulatedPValues simulated = SimulatedPValues.of(observed, 4_000, 1);
    assertThat(simulated.kolmogorovSmirnov()).isCloseTo(0.05, within(0.012));

    double factor = Math.sqrt(n) + 0.155 + 0.24 / Math.sqrt(n);
    DigitStatistics other = statisticsWithDeviation(n, 1.321 / factor);
    assertThat(other.kuiper() * factor).isCloseTo(1.321, within(0.02));
    assertThat(SimulatedPValues.of(other, 4_000, 1).kuiper()).isCloseTo(0.05, within(0.012));
  }

  @Test
  void simulatedPValueOfManyDigitsIsThatOfChiSquare() {
    DigitStatistics observed = statisticsWithDeviation(5000, 0.015);
    SimulatedPValues simulated = SimulatedPValues.of(observed, 4_000, 2);
    assertThat(simulated.chiSquare()).isCloseTo(observed.pValue(), within(0.025));
    assertThat(simulated).isEqualTo(SimulatedPValues.of(observed, 4_000, 2));
  }

  @Test
  void simulatedPValuesAreNeverZeroAndDefinedWithoutDigits() {
    assertThat(SimulatedPValues.of(EVEN, 99, 3).chiSquare()).isEqualTo(0.01);
    DigitStatistics none = DigitStatistics.of(Digits.FIRST, new double[0], 0, 0);
    assertThat(SimulatedPValues.of(none, 99, 3)).isEqualTo(new SimulatedPValues(1, 1, 1, 1));
    assertThatThrownBy(() -> SimulatedPValues.of(EVEN, 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Benford's digits, of which a share was moved from 1 to 2: both differ cumulatively by it. */
  private static DigitStatistics statisticsWithDeviation(int n, double share) {
    double[] expected = BenfordLaw.first();
    double[] values = new double[n];
    double cumulative = 0;
    int start = 0;
    for (int d = 1; d <= 9; d++) {
      cumulative += expected[d - 1];
      int end = (int) Math.round(n * (d == 1 ? cumulative - share : cumulative));
      Arrays.fill(values, start, end, d);
      start = end;
    }
    return DigitStatistics.of(Digits.FIRST, values, 0, n);
  }
}
