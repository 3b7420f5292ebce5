package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeaksTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "50, 1", "200, 7", "333, 40", "100, 1000"})
  void agreesWithTheHighestPointTakenAgainAndAgain(int n, int distance) {
    Random random = new Random(n);
    // Few different heights, below and above 0, so that many are equal.
    double[] score = random.ints(n, -6, 7).mapToDouble(i -> i / 2.0).toArray();
    boolean[] taken = new boolean[n];
    int[] twin = new int[n];
    int count = 0;
    for (int best = highest(score, taken); best >= 0; best = highest(score, taken)) {
      twin[count++] = best;
      for (int i = 0; i < n; i++) {
        taken[i] |= Math.abs(i - best) <= distance;
      }
    }
    assertThat(Peaks.of(score, distance))
        .containsExactly(IntStream.of(twin).limit(count).toArray());
  }

  @Test
  void bothZerosAreEqual() {
    assertThat(Peaks.of(new double[] {-0.0, -1, 0.0}, 1)).containsExactly(0, 2);
  }

  private static int highest(double[] score, boolean[] taken) {
    int best = -1;
    for (int i = 0; i < score.length; i++) {
      if (!taken[i] && (best < 0 || score[i] > score[best])) {
        best = i;
      }
    }
    return best;
  }
}
