package io.hybridanomaly.benford;

import static io.hybridanomaly.benford.Applicability.Level.APPLIES;
import static io.hybridanomaly.benford.Applicability.Level.DOES_NOT_APPLY;
import static io.hybridanomaly.benford.Applicability.Level.WEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicabilityTest {

  @ParameterizedTest
  @CsvSource({
    "500, 0.95, 1.0, 0.15, APPLIES, ''",
    "499, 0.95, 1.0, 0.15, WEAK, only 499 values",
    "300, 0.95, 1.0, 0.15, WEAK, only 300 values",
    "299, 0.95, 1.0, 0.15, DOES_NOT_APPLY, only 299 values",
    "500, 0.949, 1.0, 0.15, DOES_NOT_APPLY, 94.9 % of the values are positive",
    "500, 0.95, 0.99, 0.15, WEAK, span only 0.990 orders",
    "500, 0.95, 0.84, 0.15, DOES_NOT_APPLY, span only 0.840 orders",
    "500, 0.95, 1.0, 0.16, WEAK, χ²/n is 0.160",
    "500, 0.95, 1.0, 0.26, DOES_NOT_APPLY, χ²/n is 0.260",
    "400, 0.95, 0.9, 0.2, WEAK, only 400 values",
    "299, 0.95, 0.9, 0.2, DOES_NOT_APPLY, span only 0.900"
  })
  void limits(
      int n,
      double positive,
      double decades,
      double phi,
      Applicability.Level level,
      String reason) {
    Applicability verdict = Applicability.judge(n, Signs.POSITIVE, positive, decades, phi, 0.02, 1);
    assertThat(verdict.level()).isEqualTo(level);
    assertThat(verdict.weight()).isEqualTo(level == APPLIES ? 1 : 0);
    assertThat(String.join(" ", verdict.reasons(Locale.ROOT))).contains(reason);
    assertThat(verdict.reasons(Locale.ROOT).isEmpty()).isEqualTo(level == APPLIES);
  }

  @Test
  void measuresTheFacts() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> i < 20 ? -1 : Math.pow(10, (i - 20) * 3.0 / 979));
    Applicability verdict = Applicability.of(values);
    assertThat(verdict.level()).isEqualTo(APPLIES);
    assertThat(verdict.n()).isEqualTo(1000);
    assertThat(verdict.share()).isEqualTo(0.98);
    // log10 of the values is even from 0 to 3
    assertThat(verdict.decades()).isCloseTo(2.4, within(1e-4));
    assertThat(verdict.phi()).isLessThan(0.001);
    assertThat(verdict.mad()).isLessThan(0.001);
    assertThat(verdict.summary())
        .startsWith("Benford's law applies: 1000 values, 98.0 % positive, 2.40 orders");
  }

  @Test
  void isDefinedForAnySeries() {
    assertThat(Applicability.of(new double[0]).level()).isEqualTo(DOES_NOT_APPLY);
    assertThat(Applicability.of(new double[600]).level()).isEqualTo(DOES_NOT_APPLY);
    double[] extremes = new double[600];
    Arrays.setAll(extremes, i -> i % 2 == 0 ? Double.MIN_VALUE : Double.MAX_VALUE);
    Applicability verdict = Applicability.of(extremes);
    assertThat(verdict.decades()).isFinite();
    assertThat(verdict.phi()).isFinite();
    assertThat(verdict.summary()).startsWith("Benford's law does not apply: ");
  }

  @Test
  void summaryOfAWeakVerdictSaysThatItDoesNotCount() {
    Applicability verdict = Applicability.judge(5000, Signs.POSITIVE, 1, 0.9, 0.1, 0.02, 1);
    assertThat(verdict.level()).isEqualTo(WEAK);
    assertThat(verdict.summary()).contains("does not count").contains("0.900 orders");
  }

  @ParameterizedTest
  @CsvSource({
    "500, 0.95, 1.0, 0.15, 0.301, true",
    "499, 0.95, 1.0, 0.15, 0.301, false",
    "500, 0.949, 1.0, 0.15, 0.301, false",
    "500, 0.95, 1.0, 0.151, 0.301, false",
    "500, 0.95, 1.0, 0.15, 0.302, false",
    "500, 0.95, 0.99, 0.06, 0.301, false",
    "500, 0.95, 0.99, 0.05, 0.301, true",
    "500, 0.95, 0.7, 0.05, 0.301, true"
  })
  void limitsForSteps(
      int n, double positive, double decades, double phi, double step, boolean apply) {
    Applicability verdict =
        Applicability.judge(n, Signs.POSITIVE, positive, decades, phi, 0.02, step);
    assertThat(verdict.stepsApply()).isEqualTo(apply);
    if (decades < 1) {
      assertThat(verdict.weight()).isEqualTo(apply ? 1 : 0);
    }
  }

  @Test
  void summarySaysWhetherStepsCount() {
    assertThat(Applicability.judge(5000, Signs.POSITIVE, 1, 2, 0.1, 0.02, 0.1).summary())
        .startsWith("Benford's law applies: ")
        .endsWith("so the steps between its values are judged as well.");
    assertThat(Applicability.judge(5000, Signs.POSITIVE, 1, 0.9, 0.05, 0.02, 0.1).summary())
        .contains("so the steps between its values count: ")
        .contains("0.900 orders");
  }

  @Test
  void numbersAreAsInTheReadersLanguage() {
    Applicability law = Applicability.judge(12_345, Signs.POSITIVE, 0.9876, 2, 0.1, 0.0123, 1);
    assertThat(law.summary(Locale.GERMANY))
        .isEqualTo(
            "Benford's law applies: 12.345 values, 98,8 % positive, 2,00 orders of magnitude (10th"
                + " to 90th percentile), χ²/n 0,100, MAD 0,0123.");
    assertThat(law.summary()).contains("12345 values, 98.8 % positive", "MAD 0.0123");
    Applicability none = Applicability.judge(400, Signs.POSITIVE, 0.5, 0.9, 0.3, 0.02, 1);
    assertThat(none.summary(Locale.GERMANY))
        .contains("Only 50,0 %", "only 0,900 orders", "at least 1,0", "is 0,300, at most 0,15");
  }

  @Test
  void measuresTheMedianStep() {
    // Each value is ten times the one before; the zero and the value after it are no step.
    double[] values = {1, 10, 100, 0, 5, 50};
    assertThat(Applicability.of(values).medianStep()).isCloseTo(1, within(1e-12));
    assertThat(Applicability.of(new double[] {-1, 0, 3}).medianStep())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** Magnitudes over four orders, log-uniform, each sign drawn with a share of negative ones. */
  private static double[] ledger(double negative) {
    Random random = new Random(7);
    double[] values = new double[1000];
    Arrays.setAll(
        values,
        i -> Math.pow(10, 4 * random.nextDouble()) * (random.nextDouble() < negative ? -1 : 1));
    return values;
  }

  @Test
  void paymentsInAndOutAreJudgedByTheirMagnitude() {
    for (double negative : new double[] {0.1, 0.5, 0.8}) {
      Applicability verdict = Applicability.of(ledger(negative));
      assertThat(verdict.signs()).isEqualTo(Signs.ALL);
      assertThat(verdict.level()).isEqualTo(APPLIES);
      assertThat(verdict.stepsApply()).isFalse();
      assertThat(verdict.summary()).contains("with signs that alternate");
    }
  }

  @Test
  void aSeriesOfOneSignIsJudgedAsItsMirrorImage() {
    double[] values = ledger(0);
    Applicability mirrored = Applicability.of(Arrays.stream(values).map(v -> -v).toArray());
    Applicability verdict = Applicability.of(values);
    assertThat(mirrored.signs()).isEqualTo(Signs.NEGATIVE);
    assertThat(mirrored.level()).isEqualTo(APPLIES);
    assertThat(mirrored.phi()).isEqualTo(verdict.phi());
    assertThat(mirrored.decades()).isEqualTo(verdict.decades());
  }

  @Test
  void curvesAndNoiseAroundZeroAreNoLedger() {
    Random random = new Random(7);
    double[] curve = new double[1000];
    Arrays.setAll(curve, i -> 100 * Math.pow(Math.sin(i / 20.0), 5) + 0.001);
    assertThat(Applicability.of(curve).signs()).isEqualTo(Signs.POSITIVE);
    assertThat(Applicability.of(curve).level()).isEqualTo(DOES_NOT_APPLY);
    double[] normal = random.doubles(1000).map(u -> random.nextGaussian()).toArray();
    assertThat(Applicability.of(normal).signs()).isEqualTo(Signs.ALL);
    assertThat(Applicability.of(normal).weight()).isZero();
    double[] laplace =
        random.doubles(1000).map(u -> Math.log(u) * (random.nextBoolean() ? 1 : -1)).toArray();
    assertThat(Applicability.of(laplace).weight()).isZero();
  }
}
