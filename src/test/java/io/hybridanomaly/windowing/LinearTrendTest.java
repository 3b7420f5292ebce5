package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

/** Oracle: SimpleRegression of Commons Math; autocorrelation by its definition. */
class LinearTrendTest {

  private final double[] values = new SplittableRandom(3).doubles(57, -2, 5).toArray();

  @Test
  void itIsTheLeastSquaresLine() {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < values.length; i++) {
      regression.addData(i, values[i]);
    }
    LinearTrend trend = LinearTrend.of(values, values.length);
    assertThat(trend.slope()).isCloseTo(regression.getSlope(), within(1e-12));
    assertThat(trend.mean() - trend.slope() * trend.centre())
        .isCloseTo(regression.getIntercept(), within(1e-12));
    assertThat(trend.explained()).isCloseTo(regression.getRegressionSumSquares(), within(1e-9));
  }

  @Test
  void aLineIsTakenOffWhole() {
    double[] line = new double[20];
    Arrays.setAll(line, i -> 3 - 0.5 * i);
    LinearTrend.of(line, line.length).removeFrom(line, line.length);
    assertThat(line).containsOnly(new double[] {0}, within(1e-12));
  }

  @Test
  void onePointHasNoSlope() {
    assertThat(LinearTrend.of(new double[] {7}, 1)).isEqualTo(new LinearTrend(7, 0, 0, 0));
  }

  @Test
  void autocorrelationAgreesWithItsDefinition() {
    double[] rest = values.clone();
    LinearTrend.of(rest, rest.length).removeFrom(rest, rest.length);
    double power = Arrays.stream(rest).map(x -> x * x).sum();
    double[] fast = Autocorrelation.of(rest, rest.length, 20, 0);
    for (int lag = 0; lag < fast.length; lag++) {
      double sum = 0;
      for (int i = 0; i + lag < rest.length; i++) {
        sum += rest[i] * rest[i + lag];
      }
      assertThat(fast[lag]).isCloseTo(sum / power, within(1e-12));
    }
    assertThat(Autocorrelation.of(new double[8], 8, 3, 0)).containsOnly(0);
  }
}
