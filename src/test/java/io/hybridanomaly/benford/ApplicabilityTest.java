package io.hybridanomaly.benford;

import static io.hybridanomaly.benford.Applicability.Level.APPLIES;
import static io.hybridanomaly.benford.Applicability.Level.DOES_NOT_APPLY;
import static io.hybridanomaly.benford.Applicability.Level.WEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    Applicability verdict = Applicability.judge(n, positive, decades, phi, 0.02);
    assertThat(verdict.level()).isEqualTo(level);
    assertThat(verdict.weight()).isEqualTo(level == APPLIES ? 1 : 0);
    assertThat(String.join(" ", verdict.reasons())).contains(reason);
    assertThat(verdict.reasons().isEmpty()).isEqualTo(level == APPLIES);
  }

  @Test
  void measuresTheFacts() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> i < 20 ? -1 : Math.pow(10, (i - 20) * 3.0 / 979));
    Applicability verdict = Applicability.of(values);
    assertThat(verdict.level()).isEqualTo(APPLIES);
    assertThat(verdict.n()).isEqualTo(1000);
    assertThat(verdict.sharePositive()).isEqualTo(0.98);
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
    Applicability verdict = Applicability.judge(5000, 1, 0.9, 0.1, 0.02);
    assertThat(verdict.level()).isEqualTo(WEAK);
    assertThat(verdict.summary()).contains("does not count").contains("0.900 orders");
  }
}
