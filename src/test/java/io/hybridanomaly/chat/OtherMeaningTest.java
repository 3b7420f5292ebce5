package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that ask for losses or copies in some questions, and mean the values in others. */
class OtherMeaningTest {

  private static final String LOST = "below what was expected";
  private static final String COPIES = "occur more than once";

  private static String ask(String column, String question) {
    return OfflineExplainer.answer(question, Optional.of(TestSubjects.of("data.csv", column, "")));
  }

  /** Monthly values from January 2020 on. */
  private static String ofMonths(String column, String question) {
    double[] values = IntStream.range(0, 72).mapToDouble(i -> 40_000 + 100 * i).toArray();
    return OfflineExplainer.answer(
        question,
        Optional.of(
            TestSubjects.quiet(
                column, LocalDate.of(2020, 1, 1).atStartOfDay(), Period.ofMonths(1), values)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loss | What is the mean loss? | The mean of the whole series is **",
        "loss | What was the maximum loss in 2022? | The highest value from 2022-01-01",
        "loss | What was the loss in May 2023? | 44,000",
        "loss | How much loss was there in May 2023? | 44,000",
        "Loss_EUR | What was the sum of the losses in 2022? | The sum from 2022-01-01",
        "bags_lost | How many bags were lost in total? | The sum of the whole series is **",
        "sales | What was the maximum loss in 2022? | The highest value from 2022-01-01"
      })
  void aLossCanBeAValue(String column, String question, String part) {
    assertThat(ofMonths(column, question))
        .contains(part)
        .doesNotContain(LOST, "Nothing is flagged there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How much was lost?",
        "How many passengers did we lose in October 2014?",
        "What is the loss over the anomalies?",
        "What was the loss in October 2014?",
        "How big was the shortfall?",
        "Loss in anomaly 2"
      })
  void aLossIsWhatWasExpectedLessTheValues(String question) {
    assertThat(ask("passengers", question)).contains("**17,499** " + LOST);
  }

  @Test
  void copiesCanBeSold() {
    for (String column : new String[] {"copies", "sales"}) {
      assertThat(ofMonths(column, "How many copies were sold in May 2023?"))
          .doesNotContain(COPIES, "ledger");
    }
    assertThat(ofMonths("copies", "How many copies in May 2023?"))
        .contains("44,000")
        .doesNotContain(COPIES);
  }

  @ParameterizedTest
  @CsvSource({
    "duplicates, What was the mean of the duplicates in 2022?",
    "double_payments, What was the mean of the double payments in 2022?",
    "round amount, What was the mean round amount in 2022?"
  })
  void theNameOfTheSeriesIsNoQuestionForRows(String column, String question) {
    assertThat(ofMonths(column, question)).startsWith("The mean from 2022-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "copies, Are there exact copies?",
    "amount, Are there double amounts?",
    "payments, Are there identical payments?",
    "duplicates, Was anything entered twice?"
  })
  void theQuestionForRowsIsUnderstoodBesideTheName(String column, String question) {
    assertThat(ask(column, question)).contains(COPIES).doesNotContain("whole file");
  }

  @Test
  void roundAmountsAreAskedForBesideTheName() {
    assertThat(ask("amount", "Are there round amounts?"))
        .contains("“Round amounts”")
        .doesNotContain("whole file");
  }

  @ParameterizedTest
  @CsvSource({
    "Which invoices were entered twice in March 2021?, “march 2021”",
    "Are there duplicates in May 2021 or June 2022?, “may 2021” and “june 2022”",
    "Are there round amounts in 2021?, “2021”"
  })
  void aTimeIsNotTakenIntoAccountForRows(String question, String times) {
    assertThat(ofMonths("amount", question))
        .endsWith("\n\nThis is about the whole file, not only about " + times + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Are there duplicates on Mondays?",
        "Are there duplicates before anomaly 1?",
        "Which invoices were entered twice last week?"
      })
  void norIsAnythingElse(String question) {
    assertThat(ask("amount", question))
        .contains(COPIES)
        .contains("This is about the whole file")
        .doesNotContain("\n\n\n");
  }
}
