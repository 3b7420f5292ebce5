package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions as newcomers asked them, of an hourly week, monthly sales and daily visits. */
class EverydayQuestionsTest {

  private static final int WORST = 40;

  private static String ask(String question) {
    return OfflineExplainer.answer(question, Optional.of(TestSubjects.of("load.csv", "load", "")));
  }

  /** Sales that grow from January 2020 on, but for May 2023. */
  private static String ofSales(String question) {
    double[] values = IntStream.range(0, 72).mapToDouble(i -> 40_000 + 100 * i).toArray();
    values[WORST] = 31_652;
    return OfflineExplainer.answer(
        question,
        Optional.of(
            TestSubjects.quiet(
                "sales", LocalDate.of(2020, 1, 1).atStartOfDay(), Period.ofMonths(1), values)));
  }

  private static String ofVisits(String question) {
    double[] values = IntStream.range(0, 730).mapToDouble(i -> 1_000 + i % 7).toArray();
    return OfflineExplainer.answer(
        question,
        Optional.of(
            TestSubjects.quiet(
                "visits", LocalDate.of(2023, 1, 1).atStartOfDay(), Period.ofDays(1), values)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Which month had the lowest sales?", "Which was the worst month?"})
  void theLowestMonthIsASingleOne(String question) {
    assertThat(ofSales(question))
        .startsWith("The month with the lowest value of the whole series is **May 2023**: 31,652.")
        .contains("The month of the year with the lowest mean of the whole series is **");
  }

  @Test
  void ofDailyValuesItIsTheMonthsMean() {
    assertThat(ofVisits("Which month had the most visits?"))
        .startsWith("The month with the highest mean of the whole series is **")
        .containsPattern("\\*\\* ?: ?[\\d,.]+ over (28|29|30|31) values");
  }

  @Test
  void monthsOfTheYearAreAskedForByTheirName() {
    assertThat(ofSales("Which month of the year had the lowest sales?"))
        .startsWith("The month of the year with the lowest mean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Are there duplicates?",
        "Any duplicate rows in this?",
        "Was anything paid twice?",
        "Are there exact copies in the file?"
      })
  void duplicatesAreInTheLedgerView(String question) {
    // All but peak and dip come again every 24 hours.
    assertThat(ask(question))
        .startsWith("**166 of 168 values** occur more than once, and 1 point has the time")
        .contains("**Open the ledger view** below the data");
  }

  @Test
  void roundAmountsToo() {
    assertThat(ask("Are there suspicious round amounts?")).contains("“Round amounts”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Which is the worst?", "which one was the worst", "What is the worst?"})
  void theWorstIsTheMostSevereAnomaly(String question) {
    assertThat(ask(question)).contains("anomaly 1 of 2", "39,197 instead of 15,000");
  }

  @Test
  void whyThereIsNothingIsAskedOfATime() {
    assertThat(ofVisits("Why is there nothing in March 2024?"))
        .startsWith("Nothing is flagged from 2024-03-01 to 2024-03-31");
    assertThat(ofVisits("Why is there nothing in March?")).startsWith("Nothing is flagged from");
  }

  @Test
  void whatWasLostIsAddedUp() {
    // Of the three hours of the dip only one is off; the peak is above what was expected.
    assertThat(ask("How much load was lost?"))
        .startsWith(
            "Added up over the points of the anomaly with less than expected, the values of **load**"
                + " are **17,499** below what was expected:")
        .contains("- anomaly 2, ");
    assertThat(ask("How much was lost in anomaly 1?")).startsWith("Nothing: not even the one");
    assertThat(ask("How much was lost on 27 October 2014?")).startsWith("Nothing is flagged there");
    assertThat(ofVisits("How many visits were lost?")).startsWith("Nothing is flagged there");
  }

  @ParameterizedTest
  @CsvSource({
    "What happened at Christmas 2023?, 3 values from 2023-12-24 to 2023-12-26",
    "What was the mean over Christmas 2023?, The mean from 2023-12-24 to 2023-12-26",
    "How many visits on Christmas Day 2023?, 2023-12-25"
  })
  void christmasIsThreeDays(String question, String part) {
    assertThat(ofVisits(question)).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Was war Weihnachten 2023 los?",
        "Was hat sich im Mai getan?",
        "Gab es Ausreißer?",
        "Zeig mir die Anomalien"
      })
  void germanGetsTheSentenceAboutEnglish(String question) {
    assertThat(ask(question)).contains("understood in English only", "October 2014");
  }

  @Test
  void examplesAreAboutTheDataAtHand() {
    assertThat(ask("Will it rain?"))
        .contains("“What was the mean in October 2014?”", "“Why was anomaly 1 flagged?”");
    assertThat(ofSales("Will it rain?"))
        .contains("“What was the mean in January 2023?”", "“Why is nothing flagged?”")
        .doesNotContain("weekday");
    assertThat(ofSales("What was the mean in January 2023?")).contains("43,600");
  }

  @Test
  void whichOfSeveralSeriesIsForTheOverview() {
    Subject several =
        TestSubjects.beside(
            TestSubjects.of("s.csv", "sensor_01", ""), "s.csv", "sensor_02", "sensor_03");
    assertThat(OfflineExplainer.answer("Which sensors are abnormal?", Optional.of(several)))
        .isEqualTo(
            "The answers are about **sensor_01** alone: 2 anomalies. The file has 2 other value"
                + " columns. Press “Detect in all …” below **Detect**: the overview then has a row"
                + " for each, the worst first.");
    assertThat(OfflineExplainer.answer("Which anomalies are unusual?", Optional.of(several)))
        .doesNotContain("overview");
  }

  @Test
  void theNotationIsTheVisitors() {
    Subject german = TestSubjects.in(Locale.GERMANY);
    assertThat(OfflineExplainer.answer("How much was lost?", Optional.of(german)))
        .contains("**17.499**");
  }
}
