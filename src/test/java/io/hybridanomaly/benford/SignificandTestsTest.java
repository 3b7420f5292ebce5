package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mantissa arc and sum invariance. */
class SignificandTestsTest {

  @Test
  void evenMantissasHaveTheirCentreInTheMiddle() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> Math.pow(10, 3 * i / 1000.0 - 1));
    MantissaArc arc = MantissaArc.of(values);
    assertThat(arc.n()).isEqualTo(1000);
    assertThat(arc.squaredLength()).isCloseTo(0, within(1e-20));
    assertThat(arc.pValue()).isCloseTo(1, within(1e-12));
  }

  @Test
  void arcOfKnownPoints() {
    // Equal mantissas: a point on the circle, L² = 1. A quarter turn apart: L² = 1/2.
    assertThat(MantissaArc.of(new double[] {2, 20, 0.2}).squaredLength())
        .isCloseTo(1, within(1e-12));
    MantissaArc quarter = MantissaArc.of(new double[] {1, Math.pow(10, 0.25), -5, 0});
    assertThat(quarter.n()).isEqualTo(2);
    assertThat(quarter.squaredLength()).isCloseTo(0.5, within(1e-12));
    assertThat(quarter.pValue()).isCloseTo(Math.exp(-1), within(1e-12));
    assertThat(MantissaArc.of(new double[0]).pValue()).isEqualTo(1);
  }

  @Test
  void pValuesAreEvenForNumbersThatFollowTheLaw() {
    Random random = new Random(8);
    int arcs = 0;
    int sums = 0;
    for (int i = 0; i < 4000; i++) {
      double[] values = new double[300];
      Arrays.setAll(values, k -> Math.pow(10, 4 * random.nextDouble()));
      arcs += MantissaArc.of(values).pValue() < 0.05 ? 1 : 0;
      sums += SumInvariance.of(values).pValue() < 0.05 ? 1 : 0;
    }
    // 5 % of 4000 with a standard deviation of 14
    assertThat(arcs).isBetween(158, 242);
    assertThat(sums).isBetween(158, 242);
  }

  @Test
  void sumsOfEvenMantissasAreEqual() {
    double[] values = new double[100_000];
    Arrays.setAll(values, i -> Math.pow(10, 2 * (i + 0.5) / 100_000));
    SumInvariance invariance = SumInvariance.of(values);
    for (double sum : invariance.sums()) {
      assertThat(sum).isCloseTo(43_429.448, within(10.0)); // n / ln 10
    }
    assertThat(invariance.pValue()).isGreaterThan(0.999);
  }

  @Test
  void statisticAgreesWithTheInverseMatrix() {
    // numpy 1.24.2 with np.linalg.inv of diag((2d+1)/(2 ln 10)) − 1/ln²10
    SumInvariance invariance = SumInvariance.of(new double[] {1.5, 2.5, 25, 370, 4.2, 9.9, -3, 0});
    assertThat(invariance.n()).isEqualTo(6);
    assertThat(invariance.sums()[1]).isCloseTo(5, within(1e-12));
    assertThat(invariance.statistic()).isCloseTo(5.389237383427881, within(1e-9));
    assertThat(SumInvariance.of(new double[3]).pValue()).isEqualTo(1);
  }

  @Test
  void staysFiniteAtTheEndsOfTheNumberRange() {
    double[] extremes = {Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL};
    assertThat(SumInvariance.of(extremes).statistic()).isFinite();
    assertThat(MantissaArc.of(extremes).squaredLength()).isFinite();
  }
}
