package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The values are {@code rint(15000 + 5000 sin(2πi/24))} at hour i from Monday 2014-10-27, but
 * 39,197 at 84 and 2,500 at 30. Sums were counted with Python from that formula.
 */
class ComputedAnswersTest {

  private static String ask(String question) {
    return OfflineExplainer.answer(question, Optional.of(TestSubjects.of("load.csv", "load", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What was the value at 2014-10-30 12:00? | 2014-10-30 12:00 is **39,197**",
        "What was the mean on 27 October 2014? | is **15,000**",
        "the average on October 27th | is **15,000**",
        "What is the sum on 2014-10-27? | is **360,000**",
        "What was the minimum on 28 Oct? | **2,500**, at 2014-10-28 06:00",
        "What is the maximum? | **39,197**, at 2014-10-30 12:00",
        "What is the highest value in October 2014? | **39,197**",
        "How many values are there on 28 October 2014? | There are **24 values**",
        "Count from 2014-10-27 to 2014-10-28 | There are **48 values**",
        "How many points between 27 October and 29 October 2014? | There are **72 values**",
        "Which was the highest day? | **2014-10-30**: 16,008 over 24 values",
        "What is flagged in October? | 2 anomalies from",
        "Which month has the most anomalies? | The month with the most anomalies of the whole series: **October** (2 anomalies)",
        "Anomalies per weekday | - Tuesday: 1 anomaly",
        "How many outliers are there by hour? | - 10:00: 1 anomaly",
        "Which weekday has the fewest anomalies? | The weekdays with the fewest anomalies of the whole series: **Monday**, **Wednesday**",
        "What is the mean on Mondays? | The mean of Mondays of the whole series is **15,000**, over 24 values",
        "What is flagged on 29 October 2014? | Nothing is flagged",
        "Was it higher than usual on 30 October 2014? | is **16,008**, 1,008.2 (7 %) above the 15,000 expected there",
        "Compare 27 October with 30 October 2014 | mean **16,008**",
        "What happened on 30 October 2014? | anomaly 1, 2014-10-30 10:00",
        "What happened on 5 April 2020? | There is no value for",
        "What was the mean on 27.10.2014? | from 2014-10-27 00:00 to 2014-10-27 23:00 is **15,000**",
        "And on 31 April 2014? | There is no value for “31 april 2014”",
        "Will it rain in Lima? | I can't answer that from the data"
      })
  void whatCanBeCountedIsCounted(String question, String part) {
    assertThat(ask(question)).contains(part);
  }

  @Test
  void twoRangesAreComparedByTheirMeans() {
    assertThat(ask("Compare 27 October with 30 October 2014"))
        .contains("mean **15,000**")
        .contains("The second mean is 1,008.2 (7 %) above the first.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What was the value at 30.10.2014 12:00? | at 30.10.2014 12:00 is **39.197**; expected was 15.000",
        "What was the value at 2014-10-30 12:00? | at 30.10.2014 12:00 is **39.197**",
        "What was the mean on 27.10.2014? | from 27.10.2014 00:00 to 27.10.2014 23:00 is **15.000**",
        "Which was the highest day? | **30.10.2014**: 16.008 over 24 values",
        "How many values are above 19.000,5? | **35 of 168 hours** of the whole series have a value above 19.000,5",
        "How many values are above 39196.5? | **1 of 168 hours** of the whole series has a value above 39.196,5",
        "Was it higher than usual on 30 October 2014? | is **16.008**, 1.008,2 (7 %) above the 15.000 expected",
        "Which weekday is the strongest? | Thursday: mean 16.008 over 24 values",
        "What happened on 05.04.2020? | “05.04.2020”: the series runs from 27.10.2014 00:00",
        "And on 31.4.2014? | There is no value for “2014-04-31”: there is no such date",
        "Why was anomaly 1 flagged? | 30.10.2014 10:00 to 30.10.2014 14:00, 5 points",
        "Why was anomaly 1 flagged? | 39.197 instead of 15.000",
        "Overview of all anomalies | anomaly 2, 28.10.2014 05:00 to 28.10.2014 07:00: 2.500 at the peak",
        "What does the score mean? | accepts about 2 false alarms per 10.000 points",
        "What does the score mean? | here 3,50, form anomalies",
        "Does Benford's law apply? | There are only 168 values",
        "Why is nothing else flagged? | reaches the threshold of 3,50"
      })
  void inTheNotationOfTheVisitor(String question, String part) {
    assertThat(OfflineExplainer.answer(question, Optional.of(TestSubjects.in(Locale.GERMANY))))
        .contains(part);
  }

  @Test
  void answersInGermanNotationHoldNoNumberInEnglish() {
    for (String question :
        List.of(
            "Explain the most severe anomaly",
            "Overview of all anomalies",
            "Does Benford's law apply?",
            "What does the score mean?",
            "What is flagged on 30.10.2014?",
            "Compare 27.10.2014 with 30.10.2014")) {
      String answer =
          OfflineExplainer.answer(question, Optional.of(TestSubjects.in(Locale.GERMANY)));
      assertThat(answer).doesNotContain("39,197", "15,000", "24,197", "10,000", "3.50", "9.25");
      assertThat(answer).doesNotContainPattern("\\d{4}-\\d\\d");
    }
  }
}
