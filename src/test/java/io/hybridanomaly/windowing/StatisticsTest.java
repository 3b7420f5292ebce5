package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

  private static final double[] VALUES = new Random(3).doubles(400, -5, 20).toArray();

  /** Oracle: Commons Math, without the correction for a sample. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-200, 1e100})
  void bothDeviationsAgreeWithCommonsMath(double unit) {
    double[] part = Arrays.copyOfRange(VALUES, 17, 230);
    double expected = new StandardDeviation(false).evaluate(part);
    double[] scaled = Arrays.stream(VALUES).map(x -> x * unit).toArray();
    assertThat(Statistics.deviation(scaled, 17, 230) / unit).isCloseTo(expected, within(1e-12));
    Statistics.Moments moments = Statistics.moments(VALUES, 17, 230);
    assertThat(moments.deviation()).isCloseTo(expected, within(1e-12));
    assertThat(moments.mean())
        .isCloseTo(Arrays.stream(part).average().orElseThrow(), within(1e-12));
  }

  @Test
  void theDeviationOfConstantsIsZeroAndThatOfTheLargestNumbersIsFinite() {
    assertThat(Statistics.deviation(new double[9], 0, 9)).isZero();
    assertThat(Statistics.deviation(new double[] {7, 7, 7}, 0, 3)).isZero();
    assertThat(Statistics.moments(new double[] {7, 7, 7, 7}, 0, 4).deviation()).isZero();
    double[] largest = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
    assertThat(Statistics.deviation(largest, 0, 4)).isEqualTo(Double.MAX_VALUE);
  }

  /** Oracle: the median of Commons Math, and that of a normal sample, whose deviation is known. */
  @Test
  void distancesFromTheMedianAreInTheOrderOfTheValues() {
    assertThat(Statistics.distancesFromMedian(new double[] {9, 2, 4, 1}))
        .containsExactly(6, 1, 1, 2);
  }

  @Test
  void theRobustDeviationIsScaledToTheNormalDistribution() {
    double[] distances = Arrays.stream(VALUES).map(Math::abs).toArray();
    assertThat(Statistics.robustDeviation(distances))
        .isCloseTo(1.4826 * new Median().evaluate(distances), within(1e-12));
    Random random = new Random(8);
    double[] normal = new double[100_000];
    Arrays.setAll(normal, i -> 3 * random.nextGaussian());
    assertThat(Statistics.robustDeviation(Arrays.stream(normal).map(Math::abs).toArray()))
        .isCloseTo(3, within(0.03));
    assertThat(Statistics.upperDeviation(normal, Quantiles.median(normal)))
        .isCloseTo(3, within(0.06));
  }
}
