package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingChiSquareTest {

  @ParameterizedTest
  @CsvSource({"20000, 60, 9", "20000, 240, 90", "500, 500, 9", "300, 1, 9", "9000, 30, 2"})
  void agreesWithItsSlowTwin(int n, int window, int kinds) {
    Random random = new Random(n + window);
    double[] probabilities = random.doubles(kinds, 0.001, 1).toArray();
    double total = 0;
    for (double p : probabilities) {
      total += p;
    }
    byte[] categories = new byte[n];
    for (int i = 0; i < n; i++) {
      boolean without = random.nextInt(10) == 0 || (i > 5000 && i < 5300);
      categories[i] = (byte) (without ? Digits.NONE : random.nextInt(kinds));
    }
    for (int k = 0; k < kinds; k++) {
      probabilities[k] /= total;
    }
    double[] scores =
        SlidingChiSquare.scores(categories, probabilities, window, (chiSquare, size) -> chiSquare);
    assertThat(scores).hasSize(n - window + 1);
    for (int start = 0; start < scores.length; start++) {
      double expected = slowTwin(categories, start, window, probabilities);
      // S/n and n cancel where the deviation is close to 0: there the error is relative to n.
      double tolerance = 1e-9 * expected + 1e-12 * window;
      if (Math.abs(scores[start] - expected) > tolerance) {
        assertThat(scores[start]).as("window " + start).isCloseTo(expected, within(tolerance));
      }
    }
  }

  @Test
  void anEmptyWindowHasNoDeviation() {
    SlidingChiSquare sliding = new SlidingChiSquare(new double[] {0.5, 0.5});
    assertThat(sliding.statistic()).isZero();
    sliding.add(1);
    assertThat(sliding.statistic()).isEqualTo(1);
    sliding.remove(1);
    assertThat(sliding.size()).isZero();
    assertThat(sliding.statistic()).isZero();
  }

  private static double slowTwin(byte[] categories, int start, int window, double[] p) {
    int[] counts = new int[p.length];
    int n = 0;
    for (int i = start; i < start + window; i++) {
      if (categories[i] >= 0) {
        counts[categories[i]]++;
        n++;
      }
    }
    double chiSquare = 0;
    for (int k = 0; k < p.length && n > 0; k++) {
      chiSquare += Math.pow(counts[k] - n * p[k], 2) / (n * p[k]);
    }
    return chiSquare;
  }
}
