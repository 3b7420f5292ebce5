package io.hybridanomaly.windowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailSurpriseTest {

  /**
   * Oracle: scores that are the quantiles of a stretched exponential themselves, s = x^θ with x
   * exponential. The surprise −ln P(S > s) is then x, whatever the stretch θ.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 1, 2, 5})
  void findsTheSurpriseOfAStretchedExponential(double stretch) {
    double[] exponential = exponential();
    double[] scores = Arrays.stream(exponential).map(x -> Math.pow(x, stretch)).toArray();
    double[] surprise = TailSurprise.logOf(scores);
    for (int i = 0; i < scores.length; i++) {
      assertThat(surprise[i]).isCloseTo(Math.log(1 + exponential[i]), within(1e-9));
    }
  }

  @Test
  void scoresThatHardlyDifferSurpriseAsThoseOfStretch03() {
    double[] exponential = exponential();
    double[] scores = Arrays.stream(exponential).map(x -> Math.pow(x, 0.01)).toArray();
    double[] surprise = TailSurprise.logOf(scores);
    for (int i = 0; i < scores.length; i++) {
      double expected = Math.log(10) * Math.pow(scores[i] / scores[900], 1 / 0.3);
      assertThat(surprise[i]).isCloseTo(Math.log(1 + expected), within(1e-9));
    }
  }

  @Test
  void aScoreThatIsMostlyZeroSurprisesLittle() {
    double[] scores = new double[101];
    Arrays.fill(scores, 80, 101, 2);
    scores[100] = 2_000;
    double[] surprise = TailSurprise.logOf(scores);
    assertThat(surprise[0]).isZero();
    assertThat(surprise[80]).isCloseTo(Math.log(1 + Math.log(10)), within(1e-12));
    // The cube root of a thousand is 10.
    assertThat(surprise[100]).isCloseTo(Math.log(1 + 10 * Math.log(10)), within(1e-9));
    scores = new double[101];
    scores[3] = 7;
    assertThat(TailSurprise.logOf(scores)).containsOnly(0);
  }

  @Test
  void staysFiniteAndInOrder() {
    double[] scores = exponential();
    scores[998] = 1e200;
    scores[999] = Double.MAX_VALUE;
    scores[1_000] = Double.POSITIVE_INFINITY;
    double[] surprise = TailSurprise.logOf(scores);
    assertThat(surprise).isSorted();
    assertThat(surprise[1_000]).isFinite();
    assertThat(TailSurprise.logOf(new double[] {4})).hasSize(1);
    assertThat(TailSurprise.logOf(new double[] {4})[0]).isFinite();
  }

  /** Quantiles of the exponential distribution at 0, 0.001, …; the last one is 20. */
  private static double[] exponential() {
    double[] scores = new double[1_001];
    Arrays.setAll(scores, i -> -Math.log(1 - i / 1_000.0));
    scores[1_000] = 20;
    return scores;
  }
}
