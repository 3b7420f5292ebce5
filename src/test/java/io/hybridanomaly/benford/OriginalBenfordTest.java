package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OriginalBenfordTest {

  @Test
  void agreesWithTheFormulaWindowByWindow() {
    Random random = new Random(3);
    double[] values = new double[500];
    Arrays.setAll(values, i -> Math.exp(4 * random.nextGaussian()) - (i % 7 == 0 ? 1e9 : 0));
    double[] scores = OriginalBenford.score(values, 30);
    assertThat(scores).hasSize(471);
    for (int start = 0; start < scores.length; start++) {
      assertThat(scores[start]).isCloseTo(slowTwin(values, start, 30), within(1e-9));
    }
  }

  @Test
  void isZeroBelowTenPositiveValues() {
    double[] values = new double[40];
    Arrays.fill(values, -1);
    Arrays.fill(values, 0, 9, 5);
    assertThat(OriginalBenford.score(values, 20)).containsOnly(0);
    values[9] = 5;
    // ten times the digit 5: 10·(1/p₅ − 1) with p₅ = log10(6/5)
    assertThat(OriginalBenford.score(values, 20)[0])
        .isCloseTo(10 * (1 / Math.log10(1.2) - 1), within(1e-9));
  }

  @Test
  void rejectsAWindowLongerThanTheSeries() {
    assertThatThrownBy(() -> OriginalBenford.score(new double[5], 6))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double slowTwin(double[] values, int start, int window) {
    double[] positive =
        Arrays.stream(values, start, start + window).filter(value -> value > 0).toArray();
    double sum = 0;
    for (int d = 1; d <= 9 && positive.length >= 10; d++) {
      int digit = d;
      double observed =
          Arrays.stream(positive).filter(v -> LeadingDigits.first(v) == digit).count();
      double expected = positive.length * Math.log10(1 + 1.0 / d);
      sum += (observed - expected) * (observed - expected) / expected;
    }
    return sum;
  }
}
