package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.windowing.TailSurprise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreEnsembleTest {

  @ParameterizedTest
  @CsvSource({"40, true", "333, true", "2000, true", "40, false", "333, false"})
  void agreesWithItsSlowTwin(int n, boolean network) {
    Random random = new Random(n);
    double[] error = random.doubles(n).toArray();
    double[] residual = random.doubles(n, 0.1, 9).toArray();
    double[] fine = random.doubles(n, 0.1, 9).toArray();
    double[] code = random.doubles(n, 0.1, 9).toArray();
    double[] raw = random.doubles(n, 0.1, 9).toArray();
    double[] core = random.doubles(n, 0, 3).toArray();
    List<double[]> plain =
        List.of(random.doubles(n, 0.1, 4).toArray(), random.doubles(n, 1, 2).toArray());
    List<double[]> normalised =
        List.of(
            random.doubles(n, 0.1, 4).toArray(),
            random.doubles(n, 1, 2).toArray(),
            random.doubles(n, 0, 1).toArray());

    double[] both = new double[n];
    Arrays.setAll(both, i -> Math.sqrt(core[i] * plain.get(0)[i]));
    List<double[]> sharp = new ArrayList<>(List.of(plain.get(0), plain.get(1), both, raw));
    if (network) {
      sharp.add(residual);
      sharp.add(fine);
    }
    double[] pointwise = new double[n];
    for (double[] view : sharp) {
      double[] surprise = TailSurprise.logOf(view);
      Arrays.setAll(pointwise, i -> Math.max(pointwise[i], surprise[i]));
    }
    double[] shape = new double[n];
    for (double[] view : normalised) {
      double[] surprise = TailSurprise.logOf(view);
      Arrays.setAll(shape, i -> shape[i] + surprise[i] / 3);
    }
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      double r = raw[i] / median(raw);
      product[i] =
          network
              ? r
                  * Math.max(1, code[i] / median(code))
                  * Math.sqrt(residual[i] / median(residual) * (fine[i] / median(fine)))
              : r * r * plain.get(1)[i] / median(plain.get(1));
    }
    double[] smoothed = TailSurprise.logOf(centredMean(product, ScoreEnsemble.stretch(n) / 2));
    double[] score = new double[n];
    Arrays.setAll(score, i -> pointwise[i] + 0.7 * smoothed[i] + 1.3 * shape[i]);

    ScoreEnsemble.Combined combined =
        new ScoreEnsemble(network, 0.7, 1.3)
            .combine(
                new DetectorScores(
                    error,
                    residual,
                    fine,
                    code,
                    raw,
                    new NeighbourSweep.Distances(plain, core, normalised),
                    new boolean[core.length],
                    new double[1]));
    for (int t = 0; t < n; t++) {
      assertThat(combined.score()[t]).isCloseTo(score[t] - median(score), within(1e-6));
      assertThat(combined.pointwise()[t]).isCloseTo(pointwise[t] - median(pointwise), within(1e-9));
    }
  }

  @Test
  void aShortSeriesHasNoShapes() {
    double[] view = new Random(3).doubles(40, 0.1, 9).toArray();
    NeighbourSweep.Distances sweep = new NeighbourSweep.Distances(List.of(view), view, List.of());
    DetectorScores parts =
        new DetectorScores(
            view, view, view, view, view, sweep, new boolean[view.length], new double[1]);
    assertThat(new ScoreEnsemble(true, 0.5, 1).combine(parts).score())
        .isEqualTo(new ScoreEnsemble(true, 0.5, 0).combine(parts).score());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double[] centredMean(double[] values, int half) {
    double[] means = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      int from = Math.max(0, t - half);
      int to = Math.min(values.length - 1, t + half);
      for (int i = from; i <= to; i++) {
        means[t] += values[i] / (to - from + 1);
      }
    }
    return means;
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
