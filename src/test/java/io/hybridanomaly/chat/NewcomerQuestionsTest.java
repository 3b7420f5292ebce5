package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Daily visits of 2022 and 2023, and monthly ones of 2016 to 2023. The oracles are plain loops. */
class NewcomerQuestionsTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int OUTAGE = 255;

  private static final double[] VISITS = visits();

  /** Saturdays are strongest; 13 September 2022 is an outage. */
  private static double[] visits() {
    double[] values = new double[730];
    for (int i = 0; i < values.length; i++) {
      int weekday = FIRST.plusDays(i).getDayOfWeek().getValue();
      values[i] = 1_000 + i + 10 * weekday + (weekday == 6 ? 300 : 0) + i * 37 % 11;
    }
    values[OUTAGE] = 8;
    return values;
  }

  private static String ask(String question) {
    return OfflineExplainer.answer(
        question,
        Optional.of(TestSubjects.quiet("visits", FIRST.atStartOfDay(), Period.ofDays(1), VISITS)));
  }

  private static String monthly(String question) {
    double[] values = IntStream.range(0, 96).mapToDouble(i -> 200 + i).toArray();
    return OfflineExplainer.answer(
        question,
        Optional.of(
            TestSubjects.quiet(
                "sales", LocalDate.of(2016, 1, 1).atStartOfDay(), Period.ofMonths(1), values)));
  }

  private static String mean(Predicate<LocalDate> days) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < VISITS.length; i++) {
      if (days.test(FIRST.plusDays(i))) {
        sum += VISITS[i];
        count++;
      }
    }
    return NumberText.of(sum / count);
  }

  private static String mean(String month) {
    return mean(day -> day.toString().startsWith(month));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Compare March and April 2022",
        "Compare March 2022 and April",
        "March vs April 2022",
        "In 2022, compare March with April",
        "Compare March and April of 2022"
      })
  void aYearHoldsForAllMonthsOfAList(String question) {
    assertThat(ask(question))
        .contains("2022-03-01 to 2022-03-31: 31 values, mean **%s**".formatted(mean("2022-03")))
        .contains("2022-04-01 to 2022-04-30: 30 values, mean **%s**".formatted(mean("2022-04")))
        .doesNotContain("2023");
  }

  @Test
  void aYearHoldsForBothEndsOfARange() {
    assertThat(ask("mean between March and May 2022"))
        .contains("from 2022-03-01 to 2022-05-31 is **")
        .contains(
            mean(d -> d.getYear() == 2022 && d.getMonthValue() >= 3 && d.getMonthValue() <= 5));
  }

  @Test
  void yearsAreCompared() {
    assertThat(ask("Compare 2022 and 2023")).contains(mean("2022")).contains(mean("2023"));
    assertThat(ask("Compare 2020 and 2021"))
        .contains("There is no value for “2020”: the series runs from 2022-01-01 to 2023-12-31");
    double[] values = {1, 2, 3, 4};
    int[] rows = {1, 2, 3, 4};
    assertThat(
            OfflineExplainer.answer(
                "Compare 2020 and 2021",
                Optional.of(TestSubjects.quiet(new TimeSeries("v", new RowNumbers(rows), values)))))
        .contains("the data has no dates");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many days had fewer than 1,100 visits? | -1 | 1099.5",
        "How many days had at least 1200 visits? | 1200 | 1e9",
        "How many days were above 1.5k? | 1500.5 | 1e9",
        "How many days were between 1200 and 1300? | 1200 | 1300"
      })
  void daysBelowAboveAndBetweenLimitsAreCounted(String question, double low, double high) {
    int count = 0;
    for (double value : VISITS) {
      count += value >= low && value <= high ? 1 : 0;
    }
    assertThat(ask(question)).startsWith("**%d of 730 days** of the whole series".formatted(count));
  }

  @Test
  void theStrongestWeekdayIsThatWithTheHighestMean() {
    assertThat(ask("Which weekday is the strongest?"))
        .contains("is **Saturday**: " + mean(d -> d.getDayOfWeek() == DayOfWeek.SATURDAY));
    assertThat(ask("Which month of 2022 is the weakest?"))
        .contains("lowest mean")
        .contains("is **January**: " + mean("2022-01"));
    assertThat(ask("Which hour is the busiest?")).contains("too coarse");
    assertThat(ask("What is the average on a Saturday?"))
        .contains("is **%s**, over".formatted(mean(d -> d.getDayOfWeek() == DayOfWeek.SATURDAY)));
  }

  @Test
  void withoutAnomaliesNoMonthHasMost() {
    assertThat(ask("Which month has the most anomalies?"))
        .startsWith("Nothing is flagged in the whole series.");
    assertThat(ask("Which month had the worst anomaly?")).doesNotContain("fewest", "lowest mean");
  }

  @Test
  void theLastMonthIsTheLastThatTheDataHolds() {
    double sum = 0;
    for (int i = 730 - 31; i < 730; i++) {
      sum += VISITS[i];
    }
    assertThat(ask("sum of last month"))
        .contains("from 2023-12-01 to 2023-12-31 is **%s**".formatted(NumberText.of(sum)));
    assertThat(ask("mean of the first month")).contains(mean("2022-01"));
    // 31 December 2023 is a Sunday.
    assertThat(ask("mean of last week")).contains("from 2023-12-25 to 2023-12-31");
    assertThat(ask("mean of last year")).contains(mean("2023"));
  }

  @Test
  void whyNothingElseIsFlaggedNamesTheMostUnusual() {
    assertThat(ask("Why is nothing flagged?"))
        .startsWith("Nothing is flagged at sensitivity")
        .contains("8 where about");
    assertThat(
            OfflineExplainer.answer(
                "Why is nothing else flagged?",
                Optional.of(TestSubjects.of("load.csv", "load", ""))))
        .startsWith("Nothing else is flagged");
  }

  @Test
  void whyAnOutageIsNotFlaggedSaysItsScoreAndTheSensitivity() {
    assertThat(ask("Why was the outage in September 2022 not flagged?"))
        .contains("Nothing is flagged from 2022-09-01 to 2022-09-30.")
        .contains("**8** at 2022-09-13")
        .contains("its score is 1.4", "the threshold 3.50")
        .containsPattern("It is flagged from sensitivity [\\d.]+ on|No sensitivity flags it");
  }

  @Test
  void aValueOutsideItsBandSaysSo() {
    assertThat(ask("value on 2022-09-13"))
        .contains("**8**; expected was")
        .contains("Not flagged: 8 at 2022-09-13 lies outside the expected band of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Will it rain in March 2022?",
        "How many visits will there be tomorrow?",
        "Why do people like Mondays?",
        "How many days had rain?",
        "mean of the top 10",
        "sum of the last 7 days",
        "mean in the last week of March 2022",
        "Is it correlated with sales?",
        "How many values are not above 1000?"
      })
  void whatIsNotUnderstoodIsNotAnsweredWithSomethingElse(String question) {
    assertThat(ask(question))
        .startsWith("I can't answer that from the data.")
        .contains("Which weekday is the strongest?");
  }

  @Test
  void aDayOfAMonthlySeriesGetsTheReadingOfItsMonth() {
    // May 2020 is the 53rd month.
    assertThat(monthly("value on 2020-05-17"))
        .isEqualTo(
            "The series has one value a month. The reading of that month, at 2020-05-01, is **252**.");
    assertThat(monthly("value on 2030-05-17")).contains("the series runs from 2016-01-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wie hoch war der Mittelwert im März 2022?",
        "Warum ist das so?",
        "Quelle est la moyenne ?",
        "¿Cuál es la media?",
        "Welcher Wochentag ist am stärksten?"
      })
  void otherLanguagesAreToldThatEnglishIsUnderstood(String question) {
    assertThat(ask(question)).contains("are understood in English only");
  }

  @Test
  void aMonthWithoutAYearSaysWhichWasTaken() {
    assertThat(ask("Mean of March"))
        .contains(mean("2023-03"))
        .contains("Taken for March 2023, the latest of 2; ask for “March 2022” for the other.");
    assertThat(monthly("value in March")).contains("the latest of 8");
    assertThat(ask("Mean of March 2022")).doesNotContain("latest");
  }

  @Test
  void anAnomalyThatThereIsNotIsNotExplained() {
    assertThat(ask("Explain anomaly 7")).isEqualTo("There is no anomaly 7: nothing is flagged.");
  }
}
