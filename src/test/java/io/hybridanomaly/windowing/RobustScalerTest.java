package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustScalerTest {

  @Test
  void agreesWithTheFormula() {
    double[] values = new Random(1).doubles(500, -20, 90).toArray();
    values[17] = 4_000;
    values[99] = -700;
    // Oracle: the definition, with sorted values and numpy's quantile (position p·(n − 1)).
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[249] + sorted[250]) / 2;
    double spread = quantile(sorted, 0.95) - quantile(sorted, 0.05);
    float[] scaled = RobustScaler.of(values).apply(values);
    for (int i = 0; i < values.length; i++) {
      double z = (values[i] - median) / spread;
      double expected = Math.abs(z) <= 3 ? z : Math.signum(z) * (3 + Math.log(Math.abs(z) / 3));
      assertThat((double) scaled[i]).isCloseTo(expected, within(1e-6));
    }
    assertThat(scaled[17]).isGreaterThan(3);
    assertThat(scaled[99]).isLessThan(-3);
  }

  @Test
  void comesBackToTheValues() {
    double[] values = new Random(2).doubles(400, 1e6, 1e6 + 5).toArray();
    values[5] = 1e6 + 400;
    RobustScaler scaler = RobustScaler.of(values);
    float[] scaled = scaler.apply(values);
    // Single precision keeps about seven digits of the scaled value, of its logarithm in a spike.
    for (int i = 0; i < values.length; i++) {
      double back = scaler.invert(scaled[i]);
      assertThat(back).isCloseTo(values[i], within(1e-4 * Math.max(5, Math.abs(values[i] - 1e6))));
    }
  }

  @Test
  void staysFiniteWhateverTheValues() {
    double[][] series = {
      {1e300, 1, 2, 3, 2, 1, 2},
      {Double.MAX_VALUE, -Double.MAX_VALUE, 0, 1},
      {Double.MIN_VALUE, 0, 0, 0, 1e308},
      {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7},
      {5, 5, 5},
      {1e-320, 2e-320, 3e-320, 1e300}
    };
    for (double[] values : series) {
      RobustScaler scaler = RobustScaler.of(values);
      for (float scaled : scaler.apply(values)) {
        assertThat(scaled).isFinite().isBetween(-12f, 12f);
        assertThat(scaler.invert(scaled)).isFinite();
      }
      assertThat(scaler.invert(1e9)).isFinite();
    }
  }

  @Test
  void takesTheStandardDeviationWhereMostValuesAreEqual() {
    double[] values = new double[100];
    values[40] = 10;
    // Population standard deviation of 99 zeros and a 10: √(1 − 0.01) = 0.99498…; z = 10.0504.
    float scaled = RobustScaler.of(values).apply(values)[40];
    assertThat((double) scaled).isCloseTo(3 + Math.log(10 / Math.sqrt(0.99) / 3), within(1e-6));
  }

  @Test
  void constantsBecomeZero() {
    double[] values = new double[50];
    Arrays.fill(values, 12.5);
    RobustScaler scaler = RobustScaler.of(values);
    assertThat(scaler.isConstant()).isTrue();
    assertThat(scaler.apply(values)).containsOnly(0f);
    assertThat(scaler.invert(0)).isEqualTo(12.5);
  }

  @Test
  void aTenthOfOutliersMovesTheSpreadByNoMoreThanItsLimit() {
    Random random = new Random(4);
    double[] clean = random.doubles(1_000, 0, 1).toArray();
    double[] values = clean.clone();
    for (int i = 0; i < 99; i++) {
      values[10 * i] = 1e6;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // Oracle: 1.93 times p90 - p10; without the limit the outliers' height would be the spread.
    double inner = quantile(sorted, 0.9) - quantile(sorted, 0.1);
    double median = (sorted[499] + sorted[500]) / 2;
    double[] scaled = RobustScaler.of(values).linear(values);
    for (int i = 0; i < values.length; i++) {
      double z = (values[i] - median) / (1.93 * inner);
      assertThat(scaled[i]).isCloseTo(z, within(1e-9 * Math.max(1, z)));
    }
    Arrays.sort(clean);
    double before = quantile(clean, 0.95) - quantile(clean, 0.05);
    assertThat(1.93 * inner).isLessThan(2.2 * before);
  }

  @Test
  void linearScalesWithoutALogarithmAndWithinItsLimit() {
    double[] values = new Random(1).doubles(500, -20, 90).toArray();
    values[17] = 4_000;
    values[18] = 1e300;
    values[19] = -Double.MAX_VALUE;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[249] + sorted[250]) / 2;
    double spread = quantile(sorted, 0.95) - quantile(sorted, 0.05);
    double[] scaled = RobustScaler.of(values).linear(values);
    for (int i = 0; i < values.length; i++) {
      double z = Math.clamp((values[i] - median) / spread, -1e12, 1e12);
      assertThat(scaled[i]).isCloseTo(z, within(1e-9));
    }
    assertThat(scaled[18]).isEqualTo(1e12);
    assertThat(scaled[19]).isEqualTo(-1e12);
    assertThat(RobustScaler.of(new double[] {5, 5, 5}).linear(new double[] {5, 7})).containsOnly(0);
  }

  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int low = (int) position;
    return sorted[low] + (position - low) * (sorted[low + 1] - sorted[low]);
  }
}
