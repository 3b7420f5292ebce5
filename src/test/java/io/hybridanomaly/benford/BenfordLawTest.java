package io.hybridanomaly.benford;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenfordLawTest {

  @Test
  void firstDigitsAsPublished() {
    // Hill 1995, Nigrini 2012 table 1.3
    assertThat(BenfordLaw.first())
        .containsExactly(
            new double[] {
              0.30103, 0.17609, 0.12494, 0.09691, 0.07918, 0.06695, 0.05799, 0.05115, 0.04576
            },
            within(5e-6));
  }

  @Test
  void secondDigitsAsPublished() {
    // Nigrini 2012 table 1.3
    assertThat(BenfordLaw.second())
        .containsExactly(
            new double[] {
              0.11968, 0.11389, 0.10882, 0.10433, 0.10031, 0.09668, 0.09337, 0.09035, 0.08757,
              0.08500
            },
            within(5e-6));
  }

  @Test
  void probabilitiesAddUpToOne() {
    for (double[] law :
        new double[][] {BenfordLaw.first(), BenfordLaw.second(), BenfordLaw.firstTwo()}) {
      assertThat(Arrays.stream(law).sum()).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void firstTwoDigitsAddUpToFirst() {
    double[] firstTwo = BenfordLaw.firstTwo();
    double[] first = BenfordLaw.first();
    for (int d = 1; d <= 9; d++) {
      double sum = Arrays.stream(firstTwo, 10 * d - 10, 10 * d).sum();
      assertThat(sum).isCloseTo(first[d - 1], within(1e-15));
    }
  }
}
