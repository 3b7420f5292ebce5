package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Daily values: 5, 1000, 1001, 12, 5,000,001, 0, −2 and 6e9. */
class LimitAnswersTest {

  private static String ask(String question) {
    return OfflineExplainer.answer(
        question,
        Optional.of(
            TestSubjects.quiet(
                "visits",
                LocalDate.of(2023, 1, 1).atStartOfDay(),
                Period.ofDays(1),
                5,
                1_000,
                1_001,
                12,
                5_000_001,
                0,
                -2,
                6e9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many values don't exceed 12?",
        "How many values don’t exceed 12?",
        "How many values dont exceed 12?",
        "How many values do not exceed 12?",
        "How many days never exceed 12?",
        "When doesn't it exceed 12?",
        "When did it never exceed 12?",
        "How many values can't be above 12?",
        "How many values cannot be above 12?",
        "On which days was no value above 12?",
        "How many values are there without those above 12?",
        "How many values other than those above 12 are there?",
        "How many values aren't negative or positive?",
        "Which days were never negative?",
        "Which day had the most values above 10?",
        "Which week had the fewest values below 10?"
      })
  void aConditionTurnedRoundIsNotAnswered(String question) {
    assertThat(ask(question)).startsWith("I can't answer that from the data.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many values exceed 10%?",
        "How many values exceed 10 %?",
        "How many values exceed 10 percent?",
        "How many values are above 12kw?",
        "How many values are above 5m?",
        "How many values are above 5 trillion?",
        "How many values are above 2 dozen?",
        "How many values are above 1 000 000?",
        "How many values are above 1'000?",
        "How many values are above 1_000?",
        "How many values are above 12,5?",
        "How many values are above 1.000.000?",
        "How many values are above 10^3?",
        "How many values are above 5 x 10?",
        "How many values are above 5/2?",
        "How many values are above 1e?",
        "How many values are above 1e3x?",
        "How many values are between 1 and 20%?",
        "How many values are between 1 and 2 million billion?"
      })
  void aNumberThatIsNotReadToItsEndIsNoLimit(String question) {
    assertThat(ask(question)).startsWith("I can't answer that from the data.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many values are above 1e3? | **3 of 8 days** of the whole series have a value above 1e3.",
        "How many values are above 1.5e+3? | **2 of 8 days**",
        "How many values are above 5 million? | **2 of 8 days** of the whole series have a value above 5 million.",
        "How many values are above 5 billion? | **1 of 8 days**",
        "How many values are above 5 thousand? | **2 of 8 days**",
        "How many values are above 1k? | **3 of 8 days**",
        "How many values are above 1,000, please? | **3 of 8 days**",
        "How many values are above 1000. | **3 of 8 days**",
        "How many values are above 12 °C? | **4 of 8 days**",
        "How many values are no more than 12? | **4 of 8 days** of the whole series have a value of at most 12.",
        "How many values are not less than 1000? | **4 of 8 days**",
        "How many values aren't negative? | **7 of 8 days**",
        "How many values are between 1 and 1e3? | **3 of 8 days**"
      })
  void whatIsReadIsCounted(String question, String part) {
    assertThat(ask(question)).contains(part);
  }

  @Test
  void aPowerStaysAsItIsInAnotherNotation() {
    assertThat(
            OfflineExplainer.answer(
                "How many values are above 1e3?", Optional.of(TestSubjects.in(Locale.GERMANY))))
        .contains("above 1e3");
  }
}
