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
  void theSelectedAnomalyIsExplainedWhatWhenHowFarAndWhichDigits() {
    assertThat(ask("Why was this flagged?"))
        .contains("2014-10-30 10:00 to 2014-10-30 14:00, 5 points, anomaly 1 of 2")
        .contains("single values are far above what was expected")
        .contains("39,197 instead of 15,000, 24,197 more")
        .contains("The score peaks at 9.25; the threshold is 3.50")
        .contains("The values account for 75 % of the score, the digits for 25 %")
        .contains("**Digits:** The settings let the digits count although")
        .contains("Severity 68");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Explain anomaly 1 (2014-10-28 05:00 to 2014-10-28 07:00): what happened? | anomaly 1 of 2",
        "What about the 1st? | anomaly 1 of 2",
        "tell me about the last anomaly | anomaly 1 of 2",
        "What is the most severe one? | anomaly 1 of 2",
        "List the anomalies | 2 anomalies in 168 points",
        "How many are there? | 2 anomalies",
        "Does Benford's law apply here? | Benford's law does not apply",
        "What does the score mean? | says how rare it is",
        "What does the severity mean? | how far the highest score of an anomaly is above the threshold of the default",
        "Compare anomaly 1 and anomaly 2 | anomaly 1 of 2",
        "Compare anomaly 2 with anomaly 1 | anomaly 1 of 2",
        "Hello! | You can ask"
      })
  void questionsAreUnderstoodByTheirWords(String question, String part) {
    assertThat(ask(question)).contains(part);
  }

  @Test
  void itSaysHowItAnswersAndHowToAddAKey() {
    assertThat(OfflineExplainer.notice(Audience.OPERATOR))
        .contains("from the data alone")
        .contains("GEMINI_API_KEY");
    assertThat(OfflineExplainer.notice(Audience.GUEST))
        .contains("from the data alone")
        .doesNotContain("GEMINI_API_KEY");
    assertThat(ask("Why?")).doesNotContain("GEMINI_API_KEY");
  }

  @Test
  void withoutASelectionItIsAboutTheMostSevere() {
    Subject subject = TestSubjects.of("a.csv", "v", "");
    assertThat(OfflineExplainer.answer("Why?", Optional.of(subject)))
        .startsWith("No anomaly is selected")
        .contains("anomaly 1 of 2");
  }

  @Test
  void beforeAResultItSaysWhatToDoFirst() {
    assertThat(OfflineExplainer.answer("Why?", Optional.empty())).contains("press Detect");
  }
}
