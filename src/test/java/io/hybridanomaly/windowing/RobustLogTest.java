package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RobustLogTest {

  @Test
  void agreesWithNumpy() {
    // numpy 1.24.2: l = np.log(np.maximum(s, 1e-12) + 1e-3*np.median(s));
    // (l - np.median(l)) / (1.4826*(np.quantile(l, .75) - np.median(l)))
    double[] scores = {0, 0.5, 1, 2, 4, 100};
    double[] expected = {
      -5.3365320197134505,
      -0.8085440964740138,
      -0.269708807561876,
      0.26970880756187593,
      0.8094180767815018,
      3.3168258247189755
    };
    assertThat(RobustLog.of(scores)).containsExactly(expected, within(1e-9));
  }

  @Test
  void aLeastSpreadHoldsBackScoresThatDifferLittle() {
    double[] scores = {1, 1.01, 1.02, 1.03, 1.2};
    // Median 1.02, offset 0.00102: ln(1.20102 / 1.02102) / 0.3.
    double expected = Math.log(1.20102 / 1.02102) / 0.3;
    assertThat(RobustLog.of(scores, 0.3)[4]).isCloseTo(expected, within(1e-12));
    assertThat(RobustLog.of(scores)[4]).isGreaterThan(10);
    double[] wide = {0.1, 1, 10, 100, 1000};
    assertThat(RobustLog.of(wide, 0.3)).isEqualTo(RobustLog.of(wide));
  }

  @Test
  void isZeroWithoutSpread() {
    assertThat(RobustLog.of(new double[] {3, 3, 3, 3})).containsOnly(0);
    assertThat(RobustLog.of(new double[] {0, 0, 0, 0, 0, 9})).containsOnly(0);
    assertThat(RobustLog.of(new double[0])).isEmpty();
  }

  @Test
  void staysFiniteForAnyInput() {
    double[] wild = {
      0, -1, Double.MIN_VALUE, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN, 1e-300
    };
    assertFinite(RobustLog.of(wild));
    double[] huge = new double[100];
    Arrays.setAll(huge, i -> i * 1e300);
    assertFinite(RobustLog.of(huge));
    Arrays.fill(huge, Double.MAX_VALUE);
    assertFinite(RobustLog.of(huge));
  }

  @Test
  void keepsTheOrderOfScores() {
    double[] scores = {1e-3, 1, 10, 1e3, 1e300};
    assertThat(RobustLog.of(scores)).isSorted();
  }

  private static void assertFinite(double[] numbers) {
    assertThat(Arrays.stream(numbers).allMatch(Double::isFinite)).isTrue();
  }
}
