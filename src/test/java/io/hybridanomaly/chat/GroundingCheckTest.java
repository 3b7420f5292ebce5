package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against the facts of {@link TestSubjects}: 39,197 at the peak where 15,000 was expected (161.3 %
 * above, ratio 2.613), score 9.25, threshold 3.5, 168 hourly points, 2 anomalies of 3 and 5 points.
 */
class GroundingCheckTest {

  private static GroundedFigures known() {
    GroundedFigures figures = new GroundedFigures();
    figures.addAll(PromptContext.of(Optional.of(TestSubjects.selected()), Detail.VALUES).facts());
    return figures;
  }

  private static List<String> marked(String answer) {
    return GroundingCheck.check(answer, known()).stream()
        .map(GroundingCheck.Mismatch::figure)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At its peak on 30 October 2014 at 12:00 the value reached 39,197, where 15,000 was expected.",
        "The value was 39197.0, about 161 % above the expected 15000.",
        "That is roughly 2.6 times the expected value, i.e. +24,197.",
        "It exceeded the forecast by 24.2k (161.3%).",
        "Der Wert 39.197 lag um 161,3 % über den erwarteten 15.000.",
        "The score of 9.25 is well above the threshold of 3.5, with a severity of 68 out of 100.",
        "About 39,000 passengers, nearly 160 % more than expected.",
        "75 % of the score comes from the LSTM, 25 percent from Benford's law.",
        "Anomaly 2 of 2 lasted 5 points (4 hours), from 2014-10-30T10:00:00 to 2014-10-30T14:00:00.",
        "1. First, the series has 168 points.\n2. Second, it repeats every 24 hours, 7 days a week.",
        "In 2014, COVID-19 was unknown; on Nov 2–3, 2014 clocks changed at 2 am on the 1st Sunday.",
        "Digit 9 leads more often than digits 1, 2 and 3; Benford's law expects 30.1 % of 1s.",
        "Between 09:30 and 14:15 on 10/30/2014, the curve rose in 3 steps.",
        "The window is 24 points, sensitivity 5, and 2 anomalies were found.",
        "**Confidence:** 80 %, and p < 0.05 would be needed for more.",
        "The peak of 39,197 minus the expected 15,000 leaves 24,197.",
        "The dip of 2,500 and the peak of 39,197 are 36,697 apart.",
        "The peak of 39.2 kW, or 0.0392 MWh, was 15.0 kW/h above.",
        "It reached 39,197,000 mV, or 39.2 k€, and 39.2 thousand, or 39.20 Thousand, in all.",
        "A load of 39197 MW, where 15000 MW was expected, in 5 minutes of 3.5 m.",
        "It reached 39.2k, which is 39.2 kB.",
        "The LSTM has a share of 0.75, Benford's law 0.25 of the score, 75 per cent and 25 %.",
        "One in 10,000 points is accepted as a false alarm per 10000 points of normal data.",
      })
  void whatIsInTheDataIsNotMarked(String sentence) {
    assertThat(marked("## From your data\n\n" + sentence)).isEmpty();
  }

  @Test
  void whatIsNotInTheDataIsMarkedWhereItStands() {
    String answer = "## From your data\nThe value was 38,197, not 15,000; that is 43 % more.";
    List<GroundingCheck.Mismatch> found = GroundingCheck.check(answer, known());
    assertThat(found).extracting(GroundingCheck.Mismatch::figure).containsExactly("38,197", "43 %");
    assertThat(answer.substring(found.getFirst().start(), found.getFirst().end()))
        .isEqualTo("38,197");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The value was 39,297.",
        "It rose by 161.9 %.",
        "The score is 9.52.",
        "There are 9 anomalies.",
        "The dip lasted 17 hours.",
        "About 52,000 passengers.",
        "The mean was 12.345678.",
        "An increase of 2 million.",
        "The peak was 39.3 kW.",
        "The peak was 38.2 kW.",
        "The peak was 39.2 MW.",
        "The peak was 39.2 GW.",
        "The peak was 39.2 mW.",
        "The peak was 39.2 µV.",
        "The peak was 39.2 km².",
        "The peak was 39.2 meters.",
        "The peak was 39.2 kittens.",
        "The peak was 39.2 million W.",
        "The peak was 39.3 thousand.",
        "The peak was 39.2 billion.",
        "The LSTM has a share of 0.74.",
        "The LSTM has a score of 0.75.",
        "A fraction of 0.39 is abnormal.",
        "It was 77 per cent above."
      })
  void wrongFiguresAreMarked(String sentence) {
    assertThat(marked("## From your data\n" + sentence)).hasSize(1);
  }

  @Test
  void onlyWhatClaimsToBeFromTheDataIsChecked() {
    String answer =
        """
        ## From your data
        The peak is 39,197.

        ## From the web
        The marathon had 50,530 runners and 1,000,000 spectators.

        ## Conclusion
        **Most likely cause:** the marathon with its 50,530 runners.
        """;
    assertThat(marked(answer)).isEmpty();
    assertThat(marked(answer.replace("39,197", "31,000"))).containsExactly("31,000");
    assertThat(marked("It rose to 31,111.\n\n## From the web\n77,777 people."))
        .containsExactly("31,111");
    assertThat(marked("**From your data**\nIt rose to 31,111.\n\n**From the web:** 77,777 people."))
        .containsExactly("31,111");
  }

  @Test
  void valuesAtTimesThatAreNamedCount() {
    GroundedFigures figures = new GroundedFigures();
    String answer = "On 2014-10-27T03:00:00 it was 18,536, on 2014-10-27T04:00:00 still 18,536.";
    figures.addValuesAt(answer, TestSubjects.selected());
    // 15000 + 5000·sin(2π·3/24) = 18535.5 → 18536; at 4: 19330
    assertThat(GroundingCheck.check(answer, figures)).isEmpty();
    assertThat(GroundingCheck.check(answer.replace("still 18,536", "17,000"), figures)).hasSize(1);
  }

  @Test
  void theExplanationsWithoutAModelPassTheCheck() {
    Optional<Subject> subject = Optional.of(TestSubjects.selected());
    for (String question :
        List.of("Why?", "List all anomalies", "Benford?", "Compare 1st and 2nd", "The score?")) {
      assertThat(marked(OfflineExplainer.answer(question, subject))).as(question).isEmpty();
    }
  }

  /** No number, and thousands of them. */
  @Test
  void figuresOfAnyLengthAreRead() {
    assertThatCode(() -> marked("It is 7e99999999999.")).doesNotThrowAnyException();
    assertThatCode(() -> marked("They are 7" + ",125".repeat(50_000) + "."))
        .doesNotThrowAnyException();
  }
}
