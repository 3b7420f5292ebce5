package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineExplainerTest {

  private static String ask(String question) {
    return OfflineExplainer.answer(question, Optional.of(TestSubjects.selected()));
  }

  @Test
  void theSelectedPeriodIsExplainedWhatWhenHowFarAndWhichDigits() {
    assertThat(ask("Why was this flagged?"))
        .contains("2014-10-30 10:00 to 2014-10-30 14:00, 5 points, period 2 of 2")
        .contains("single values are far above what was expected")
        .contains("39,197 instead of 15,000, 24,197 more")
        .contains("The score peaks at 9.25, the threshold is 3.50")
        .contains("75 % of it come from the network, 25 % from the digits")
        .contains("**Digits:** Benford's law does not hold")
        .contains("Severity 68.4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Explain period 1 (2014-10-28 05:00 to 2014-10-28 07:00): what happened? | period 1 of 2",
        "What about the 1st? | period 1 of 2",
        "tell me about the last anomaly | period 2 of 2",
        "What is the most severe one? | period 2 of 2",
        "List the periods | 2 abnormal periods in 168 points",
        "How many are there? | 2 abnormal periods",
        "Does Benford's law apply here? | Benford's law does not apply",
        "What does the score mean? | how badly the LSTM autoencoder reconstructs",
        "Compare period 1 and period 2 | period 1 of 2",
        "Compare period 2 with period 1 | period 1 of 2",
        "Hello! | You can ask"
      })
  void questionsAreUnderstoodByTheirWords(String question, String part) {
    assertThat(ask(question)).contains(part);
  }

  @Test
  void itSaysHowItAnswersAndHowToAddAKey() {
    assertThat(ask("Why?")).contains("from the data alone").contains("GEMINI_API_KEY");
  }

  @Test
  void withoutASelectionItIsAboutTheMostSevere() {
    Subject subject = TestSubjects.of("a.csv", "v", "");
    assertThat(OfflineExplainer.answer("Why?", Optional.of(subject)))
        .startsWith("No period is selected")
        .contains("period 2 of 2");
  }

  @Test
  void beforeAResultItSaysWhatToDoFirst() {
    assertThat(OfflineExplainer.answer("Why?", Optional.empty())).contains("press Detect");
  }
}
