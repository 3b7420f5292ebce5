package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.NumberText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word beside a severity fits the number that is shown. */
class SeverityTest {

  @ParameterizedTest
  @CsvSource({"49.4, 49, MEDIUM", "49.5, 50, HIGH", "24.49, 24, LOW", "24.6, 25, MEDIUM"})
  void theWordIsThatOfTheShownNumber(double severity, String shown, Severity word) {
    assertThat(NumberText.whole(severity)).isEqualTo(shown);
    assertThat(Severity.of(severity)).isEqualTo(word);
  }
}
