package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.windowing.RobustLog;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenfordScoreTest {

  /** A verdict by which steps do not count. */
  private static final Applicability DIGITS_ONLY =
      Applicability.judge(1000, Signs.POSITIVE, 1, 2, 0.1, 0.01, Double.POSITIVE_INFINITY);

  @Test
  void agreesWithTheFormulaPointByPoint() {
    Random random = new Random(11);
    double[] values = series(1100, i -> Math.exp(2 * random.nextGaussian()));
    assertThat(pointScores(values)).containsExactly(slowTwin(values), within(1e-9));
  }

  @Test
  void isHighestWhereDigitsAreInvented() {
    Random random = new Random(12);
    double[] values = series(4000, i -> Math.exp(2 * random.nextGaussian()));
    for (int i = 2000; i < 2200; i++) {
      double decade = Math.floor(Math.log10(values[i]));
      values[i] = (1 + 9 * random.nextDouble()) * Math.pow(10, decade);
    }
    double[] scores = pointScores(values);
    int peak = 0;
    for (int i = 0; i < scores.length; i++) {
      peak = scores[i] > scores[peak] ? i : peak;
    }
    assertThat(peak).isBetween(1950, 2250);
  }

  @Test
  void fewDigitsAreNotAbnormalMerelyForBeingFew() {
    Random random = new Random(13);
    double[] values = series(6000, i -> Math.exp(2 * random.nextGaussian()));
    for (int i = 3000; i < 3400; i++) {
      values[i] = i % 20 == 0 ? values[i] : 0;
    }
    double[] scores = pointScores(values);
    double inside = Arrays.stream(scores, 3000, 3400).max().orElseThrow();
    double elsewhere = Arrays.stream(scores).max().orElseThrow();
    assertThat(inside).isLessThan(elsewhere).isLessThan(2.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 31, 60, 300, 2000})
  void isFiniteForAnySeries(int n) {
    Random random = new Random(n);
    assertFinite(series(n, i -> 5));
    assertFinite(series(n, i -> 0));
    assertFinite(series(n, i -> -i));
    assertFinite(series(n, i -> random.nextGaussian()));
    assertFinite(series(n, i -> Math.pow(10, random.nextInt(600) - 300)));
    assertFinite(series(n, i -> i == n / 2 ? 1e300 : 0));
    assertFinite(series(n, i -> i % 50 == 0 ? Double.MIN_VALUE : -Double.MAX_VALUE));
  }

  @Test
  void isZeroWithoutAnyDifference() {
    assertThat(pointScores(series(1000, i -> 42))).containsOnly(0);
    assertThat(pointScores(series(1000, i -> 0))).containsOnly(0);
    assertThat(pointScores(series(1000, i -> -1 - i))).containsOnly(0);
  }

  @Test
  void windowsFitTheSeries() {
    assertThat(BenfordScore.windows(4000)).containsExactly(60, 120, 240);
    assertThat(BenfordScore.windows(600)).containsExactly(60, 120, 150);
    assertThat(BenfordScore.windows(100)).containsExactly(25);
    assertThat(BenfordScore.windows(9)).containsExactly(8);
    assertThat(BenfordScore.windows(3)).containsExactly(3);
  }

  private static void assertFinite(double[] values) {
    double[] scores = pointScores(values);
    assertThat(scores).hasSameSizeAs(values);
    assertThat(Arrays.stream(scores).allMatch(Double::isFinite)).isTrue();
  }

  private static double[] series(int n, IntToDoubleFunction value) {
    double[] values = new double[n];
    Arrays.setAll(values, value);
    return values;
  }

  /** The definition with all loops, for positive values only. */
  private static double[] slowTwin(double[] values) {
    int n = values.length;
    double[] scores = new double[n];
    for (int lowest : new int[] {1, 10}) {
      int kinds = 9 * lowest;
      double[] q = new double[kinds];
      for (int k = 0; k < kinds; k++) {
        int digits = lowest + k;
        long count = Arrays.stream(values).filter(v -> digitsOf(v, lowest) == digits).count();
        q[k] = (count + kinds * Math.log10(1 + 1.0 / digits) / 2) / (n + kinds / 2.0);
      }
      for (int window : new int[] {60, 120, 240}) {
        double[] sums = new double[n];
        int[] covering = new int[n];
        for (int start = 0; start + window <= n; start++) {
          double[] counts = new double[kinds];
          for (int i = start; i < start + window; i++) {
            counts[digitsOf(values[i], lowest) - lowest]++;
          }
          double t = 0;
          for (int k = 0; k < kinds; k++) {
            t += Math.pow(counts[k] - window * q[k], 2) / (window * q[k]);
          }
          for (int i = start; i < start + window; i++) {
            sums[i] += t;
            covering[i]++;
          }
        }
        Arrays.setAll(sums, i -> sums[i] / covering[i]);
        double[] calibrated = RobustLog.of(sums);
        Arrays.setAll(scores, i -> scores[i] + calibrated[i] / 6);
      }
    }
    return scores;
  }

  private static int digitsOf(double value, int lowest) {
    return lowest == 1 ? LeadingDigits.first(value) : LeadingDigits.firstTwo(value);
  }

  @Test
  void canBeEndedMeanwhile() {
    assertThatThrownBy(
            () ->
                BenfordScore.pointScores(
                    series(1000, i -> 1 + i),
                    DIGITS_ONLY,
                    () -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  private static double[] pointScores(double[] values) {
    return BenfordScore.pointScores(values, DIGITS_ONLY, () -> {});
  }

  @Test
  void addsWhatStepsSayBeyondChance() {
    double[] values = wave(2000, 2);
    Applicability both = Applicability.of(values);
    assertThat(both.level()).isEqualTo(Applicability.Level.APPLIES);
    assertThat(both.stepsApply()).isTrue();
    double[] digits = pointScores(values);
    double[] steps = steps(values);
    double[] expected = series(values.length, i -> digits[i] + Math.max(0, steps[i] - 2));
    assertThat(BenfordScore.pointScores(values, both, () -> {}))
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void countsTheStepsAloneWhereTheSpreadHardlySufficesForDigits() {
    double[] values = wave(2000, 0.9);
    Applicability verdict =
        Applicability.judge(
            values.length,
            Signs.POSITIVE,
            1,
            0.9,
            0.04,
            0.02,
            Applicability.of(values).medianStep());
    assertThat(verdict.stepsApply()).isTrue();
    double[] steps = steps(values);
    assertThat(BenfordScore.pointScores(values, verdict, () -> {}))
        .containsExactly(series(values.length, i -> Math.max(0, steps[i] - 2)), within(1e-12));
  }

  private static double[] steps(double[] values) {
    StepEvidence evidence = StepEvidence.of(values);
    double[] mean = new double[values.length];
    for (int window : BenfordScore.windows(values.length)) {
      double[] points = evidence.pointScores(window);
      Arrays.setAll(mean, i -> mean[i] + points[i] / BenfordScore.windows(values.length).length);
    }
    return mean;
  }

  /** A noisy wave through some orders of magnitude. */
  private static double[] wave(int n, double decades) {
    Random random = new Random(4);
    return series(
        n, i -> Math.pow(10, 2 + decades / 2 * Math.sin(i / 40.0) + 0.02 * random.nextGaussian()));
  }
}
