package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RobustLog;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreEnsembleTest {

  @ParameterizedTest
  @ValueSource(ints = {40, 333, 2_000})
  void agreesWithItsSlowTwin(int n) {
    Random random = new Random(n);
    double[] error = random.doubles(n).toArray();
    double[] residual = random.doubles(n, 0.1, 9).toArray();
    double[] fine = random.doubles(n, 0.1, 9).toArray();
    double[] code = random.doubles(n, 0.1, 9).toArray();
    double[] raw = random.doubles(n, 0.1, 9).toArray();
    double median = Quantiles.median(code);
    double[] both = new double[n];
    Arrays.setAll(both, i -> Math.sqrt(residual[i] * fine[i]));
    double[] larger = new double[n];
    double between = Quantiles.median(raw);
    double ordinary = Quantiles.median(residual);
    double small = Quantiles.median(fine);
    Arrays.setAll(
        larger,
        i -> Math.max(Math.sqrt(residual[i] / ordinary * (fine[i] / small)), raw[i] / between));
    double[] average = new double[n];
    int half = ScoreEnsemble.stretch(n) / 2;
    for (int t = 0; t < n; t++) {
      int from = Math.max(0, t - half);
      int to = Math.min(n - 1, t + half);
      for (int i = from; i <= to; i++) {
        average[t] += both[i] * Math.max(code[i], median) * raw[i] / (to - from + 1);
      }
    }
    double[] pointwise = RobustLog.of(larger, 0.3);
    double[] smoothed = RobustLog.of(average, 0.6);
    ScoreEnsemble.Combined combined =
        ScoreEnsemble.DEFAULT.combine(
            new DetectorScores(error, residual, fine, code, raw, error, new double[1]));
    for (int t = 0; t < n; t++) {
      assertThat(combined.score()[t])
          .isCloseTo(0.5 * pointwise[t] + 0.5 * smoothed[t], within(1e-6));
      assertThat(combined.pointwise()[t]).isCloseTo(pointwise[t], within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"32, 2", "500, 31", "1024, 64", "2000, 100", "10000, 500", "1000000, 512"})
  void theStretchGrowsWithTheSeriesWithinLimits(int n, int stretch) {
    assertThat(ScoreEnsemble.stretch(n)).isEqualTo(stretch);
  }

  @Test
  void poolingTakesMeansWithinEachWindow() {
    float[] residuals = {1, 2, 3, 4, 5, 10, 20, 30, 40, 50};
    assertThat(DetectorScores.pool(residuals, 5, 2)).containsExactly(1.5f, 3.5f, 5, 15, 35, 50);
    assertThat(DetectorScores.pool(residuals, 5, 1)).isSameAs(residuals);
  }
}
