package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class StretchSignificanceTest {

  @Test
  void rarelyCallsACleanStretchOfADependentSeriesSignificant() {
    int plain = 0;
    int honest = 0;
    for (int seed = 0; seed < 400; seed++) {
      double[] values = dependentSeries(seed, 2500);
      DigitStatistics digits = DigitStatistics.of(Digits.FIRST, values, 1000, 1120);
      plain += digits.pValue() < 0.01 ? 1 : 0;
      honest += StretchSignificance.pValue(values, 1000, 1120).orElseThrow() < 0.01 ? 1 : 0;
    }
    assertThat(plain).as("of 400 by the plain test").isGreaterThan(60);
    assertThat(honest).as("of 400 by the honest test").isLessThanOrEqualTo(12);
  }

  /** At the fewest other stretches, where the covariance is known least. */
  @Test
  void keepsItsLevelNearlyWithTheFewestOthers() {
    int significant = 0;
    for (int seed = 0; seed < 1000; seed++) {
      double[] values = dependentSeries(seed, 1000);
      significant += StretchSignificance.pValue(values, 0, 99).orElseThrow() < 0.01 ? 1 : 0;
    }
    assertThat(significant).as("of 1000 at a nominal 10").isLessThanOrEqualTo(25);
  }

  @Test
  void findsInventedDigits() {
    int found = 0;
    for (int seed = 0; seed < 50; seed++) {
      double[] values = dependentSeries(seed, 4000);
      for (int i = 2000; i < 2240; i++) {
        double decade = Math.pow(10, Math.floor(Math.log10(values[i])));
        values[i] = (1 + 9 * (Math.log10(values[i]) - Math.log10(decade))) * decade;
      }
      found += StretchSignificance.pValue(values, 2000, 2240).orElseThrow() < 0.01 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(40);
  }

  @Test
  void agreesWithTheEigenvaluesOfTheCovariance() {
    double[] values = dependentSeries(1, 1500);
    assertThat(StretchSignificance.pValue(values, 300, 400).orElseThrow())
        .isCloseTo(slowTwin(values, 300, 400), within(1e-9));
  }

  @Test
  void saysNothingWithoutEnoughToCompareWith() {
    double[] values = dependentSeries(1, 1000);
    assertThat(StretchSignificance.pValue(values, 0, 29)).isEmpty();
    assertThat(StretchSignificance.pValue(values, 0, 100)).isEmpty();
    assertThat(StretchSignificance.pValue(values, 0, 99)).isPresent();
    assertThat(StretchSignificance.pValue(new double[1000], 0, 50)).isEmpty();
    Arrays.fill(values, 0, 50, -1);
    assertThat(StretchSignificance.pValue(values, 0, 50)).isEmpty();
    assertThatThrownBy(() -> StretchSignificance.pValue(values, 990, 1001))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void isDefinedForAConstantSeries() {
    double[] constant = new double[1000];
    Arrays.fill(constant, 7);
    assertThat(StretchSignificance.pValue(constant, 100, 150).orElseThrow()).isBetween(0.0, 1.0);
  }

  /** Logarithms of an autoregressive process of order 1 with coefficient 0.99 and deviation 2.5. */
  private static double[] dependentSeries(int seed, int n) {
    Random random = new Random(seed);
    double[] values = new double[n];
    double z = random.nextGaussian();
    for (int i = 0; i < n; i++) {
      z = 0.99 * z + Math.sqrt(1 - 0.99 * 0.99) * random.nextGaussian();
      values[i] = Math.exp(2.5 * z);
    }
    return values;
  }

  /** With matrices and eigenvalues, for positive values. */
  private static double slowTwin(double[] values, int from, int to) {
    int length = to - from;
    double[] q = new double[9];
    for (int d = 1; d <= 9; d++) {
      double count = count(values, 0, from, d) + count(values, to, values.length, d);
      q[d - 1] = (count + 4.5 * Math.log10(1 + 1.0 / d)) / (values.length - length + 4.5);
    }
    RealMatrix sum = MatrixUtils.createRealMatrix(9, 9);
    int windows = 0;
    for (int start = 0; start + length <= values.length; start += length / 8) {
      if (start + length <= from || start >= to) {
        RealVector d = deviation(values, start, length, q);
        sum = sum.add(d.outerProduct(d));
        windows++;
      }
    }
    double[] eigenvalues =
        new EigenDecomposition(sum.scalarMultiply(1.0 / windows)).getRealEigenvalues();
    double first = Arrays.stream(eigenvalues).sum();
    double second = Arrays.stream(eigenvalues).map(v -> v * v).sum();
    RealVector stretch = deviation(values, from, length, q);
    double freedom = first * first / second;
    double stretches = 1 + (windows - 1.0) * Math.floor(length / 8.0) / length;
    return 1
        - new FDistribution(freedom, freedom * stretches)
            .cumulativeProbability(stretch.dotProduct(stretch) / first);
  }

  private static RealVector deviation(double[] values, int start, int length, double[] q) {
    double[] d = new double[9];
    for (int k = 0; k < 9; k++) {
      double expected = length * q[k];
      d[k] = (count(values, start, start + length, k + 1) - expected) / Math.sqrt(expected);
    }
    return MatrixUtils.createRealVector(d);
  }

  private static double count(double[] values, int from, int to, int digit) {
    return Arrays.stream(values, from, to).filter(v -> LeadingDigits.first(v) == digit).count();
  }
}
