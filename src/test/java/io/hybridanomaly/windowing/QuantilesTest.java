package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

  @Test
  void agreesWithNumpy() {
    // numpy 1.24.2: np.quantile([3, 1, 4, 1, 5, 9, 2, 6], [0, .1, .25, .5, .9, 1])
    double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
    assertThat(Quantiles.quantile(values, 0)).isEqualTo(1);
    assertThat(Quantiles.quantile(values, 0.1)).isEqualTo(1);
    assertThat(Quantiles.quantile(values, 0.25)).isEqualTo(1.75);
    assertThat(Quantiles.median(values)).isEqualTo(3.5);
    assertThat(Quantiles.quantile(values, 0.9)).isCloseTo(6.9, within(1e-12));
    assertThat(Quantiles.quantile(values, 1)).isEqualTo(9);
    assertThat(values).as("left as it was").containsExactly(3, 1, 4, 1, 5, 9, 2, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100, 1001})
  void agreesWithSorting(int n) {
    Random random = new Random(n);
    double[] spread = random.doubles(n, -5, 5).toArray();
    double[] tied = random.ints(n, 0, 4).asDoubleStream().toArray();
    for (double q = 0; q <= 1; q += 0.03125) {
      assertThat(Quantiles.quantile(spread, q)).isCloseTo(bySorting(spread, q), within(1e-12));
      assertThat(Quantiles.quantile(tied, q)).isCloseTo(bySorting(tied, q), within(1e-12));
      assertThat(Quantiles.distance(spread, q / 2, q))
          .isCloseTo(bySorting(spread, q) - bySorting(spread, q / 2), within(1e-12));
    }
  }

  @Test
  void selectsQuicklyFromARampUpAndDown() {
    // With the median of three as pivot this shape takes quadratic time: minutes.
    double[] ramps = new double[1_000_000];
    Arrays.setAll(ramps, i -> Math.min(i, ramps.length - 1 - i));
    assertThat(Quantiles.median(ramps)).isEqualTo(249_999.5);
  }

  @Test
  void doesNotOverflow() {
    assertThat(Quantiles.median(new double[] {-1.7e308, 1.7e308})).isZero();
    assertThat(Quantiles.median(new double[] {1.7e308, 1.7e308})).isEqualTo(1.7e308);
  }

  @Test
  void rejectsNoValuesAndWrongProbabilities() {
    assertThatThrownBy(() -> Quantiles.median(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantiles.quantile(new double[] {1}, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The slow twin. */
  private static double bySorting(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = q * (sorted.length - 1);
    int low = (int) Math.floor(position);
    int high = (int) Math.ceil(position);
    return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
  }
}
