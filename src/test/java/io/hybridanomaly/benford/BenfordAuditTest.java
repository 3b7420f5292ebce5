package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BenfordAuditTest {

  @Test
  void bundlesWhatEachPartSaysAboutTheStretch() {
    double[] values = ledger(3_000);
    for (int i = 1_000; i < 1_200; i++) {
      values[i] = 400 + i % 100;
    }
    values[1_050] = 0;
    values[1_051] = -12;
    BenfordAudit audit = BenfordAudit.of(values, 1_000, 1_200, Signs.POSITIVE);
    DigitStatistics first = audit.statistics(Digits.FIRST);
    assertThat(first.n()).isEqualTo(198);
    assertThat(first.zeros()).isEqualTo(1);
    assertThat(first.opposites()).isEqualTo(1);
    assertThat(BenfordAudit.of(values, 1_000, 1_200, Signs.NEGATIVE).statistics(Digits.FIRST).n())
        .isEqualTo(1);
    for (Digits digits : Digits.values()) {
      assertThat(audit.statistics(digits).digits()).isEqualTo(digits);
      assertThat(audit.statistics(digits).counts())
          .isEqualTo(DigitStatistics.of(digits, values, 1_000, 1_200).counts());
    }
    double[] stretch = Arrays.copyOfRange(values, 1_000, 1_200);
    assertThat(audit.mantissaArc()).isEqualTo(MantissaArc.of(stretch));
    assertThat(audit.sumInvariance().statistic()).isEqualTo(SumInvariance.of(stretch).statistic());
    assertThat(audit.duplication()).isEqualTo(NumberDuplication.of(stretch, 10));
    assertThat(audit.simulated().orElseThrow().chiSquare()).isEqualTo(0.001);
    assertThat(audit.amongOthers().orElseThrow()).isLessThan(0.001);
    assertThat(audit.isTooSmall()).isFalse();
  }

  @Test
  void cleanDigitsAreNotSignificant() {
    BenfordAudit audit = BenfordAudit.of(ledger(3_000), 500, 700, Signs.ALL);
    assertThat(audit.simulated().orElseThrow().chiSquare()).isGreaterThan(0.01);
    assertThat(audit.amongOthers().orElseThrow()).isGreaterThan(0.01);
  }

  @Test
  void saysWhatCannotBeSaid() {
    BenfordAudit none = BenfordAudit.of(new double[] {-1, 0, -3}, 0, 3, Signs.POSITIVE);
    assertThat(none.simulated()).isEmpty();
    assertThat(none.amongOthers()).isEmpty();
    assertThat(none.isTooSmall()).isTrue();
    assertThat(
            BenfordAudit.of(new double[] {-1, 0, -3}, 0, 3, Signs.NEGATIVE)
                .statistics(Digits.FIRST)
                .n())
        .isEqualTo(2);
    assertThat(BenfordAudit.of(ledger(20_001), 0, 20_001, Signs.POSITIVE).simulated()).isEmpty();
    assertThat(BenfordAudit.of(new double[0], 0, 0, Signs.ALL).statistics(Digits.FIRST).n())
        .isZero();
    assertThatThrownBy(() -> BenfordAudit.of(new double[3], 1, 4, Signs.ALL))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void signsAreCountedTogetherOrApart() {
    double[] values = ledger(3_000);
    double[] signed = values.clone();
    for (int i = 0; i < signed.length; i += 3) {
      signed[i] = -signed[i];
    }
    BenfordAudit all = BenfordAudit.of(signed, 0, 3_000, Signs.ALL);
    assertThat(all.statistics(Digits.FIRST_TWO).counts())
        .isEqualTo(
            BenfordAudit.of(values, 0, 3_000, Signs.POSITIVE)
                .statistics(Digits.FIRST_TWO)
                .counts());
    assertThat(BenfordAudit.of(signed, 0, 3_000, Signs.NEGATIVE).statistics(Digits.FIRST).n())
        .isEqualTo(1_000);
    assertThat(BenfordAudit.of(signed, 0, 3_000, Signs.POSITIVE).statistics(Digits.FIRST).n())
        .isEqualTo(2_000);
  }

  private static double[] ledger(int n) {
    Random random = new Random(5);
    double[] values = new double[n];
    Arrays.setAll(values, i -> Math.rint(100 * Math.exp(5 + 2 * random.nextGaussian())) / 100);
    return values;
  }
}
