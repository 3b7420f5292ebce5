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

/**
 * Daily values of 2023, 10 on each day, but −3 on 2, 3 and 20 January, 0 on 1 May, and 20 from
 * Monday, 4 December, to 10 December. The hourly series is that of {@link ComputedAnswersTest}.
 */
class PlainQuestionsTest {

  private static String daily(String question) {
    double[] values = new double[365];
    IntStream.range(0, 365).forEach(i -> values[i] = i >= 337 && i < 344 ? 20 : 10);
    values[1] = -3;
    values[2] = -3;
    values[19] = -3;
    values[120] = 0;
    return OfflineExplainer.answer(
        question,
        Optional.of(
            TestSubjects.quiet(
                "visits", LocalDate.of(2023, 1, 1).atStartOfDay(), Period.ofDays(1), values)));
  }

  private static String hourly(String question) {
    return OfflineExplainer.answer(
        question, Optional.of(TestSubjects.of("load.csv", "queue_len", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many points are zero? | **1 of 365 days** of the whole series has a value of exactly 0.",
        "How many days had zero visits? | **1 of 365 days**",
        "How many values are negative? | **3 of 365 days** of the whole series have a value below 0.",
        "Are there negative values in May? | **0 of 31 days**",
        "How many values are not zero? | **364 of 365 days** of the whole series have a value other than 0.",
        "How many days are below zero? | **3 of 365 days**",
        "How many values are positive? | **361 of 365 days**",
        "Which week was the best? | is **2023-12-04 to 2023-12-10**: 20 over 7 values.",
        "Which week had the highest sum? | highest sum of the whole series is **2023-12-04 to 2023-12-10**: 140 over",
        "Which week had the fewest visitors? | is **2023-01-02 to 2023-01-08**",
        "Which week had the lowest total? | is **2023-01-01**: 10 over 1 value. It may be cut off: others have up to 7 values.",
        "Which day had the most visitors? | is **2023-12-04**: 20 over 1 value",
        "Which day had the lowest value? | The lowest value of the whole series is **-3**, at 2023-01-02",
        "What was the mean in the week of 6 December 2023? | from 2023-12-04 to 2023-12-10 is **20**",
        "Why was the week of 4 December 2023 flagged? | Nothing is flagged from 2023-12-04 to 2023-12-10.",
        "Is anything wrong at the end? | Nothing is flagged from 2023-11-26 to 2023-12-31.",
        "Is anything wrong? | Nothing is flagged at sensitivity",
        "What was the mean at the beginning? | from 2023-01-01 to 2023-02-05",
        "Average at 3 am? | too coarse to tell one hour from another"
      })
  void ofDays(String question, String part) {
    assertThat(daily(question)).contains(part);
  }

  @Test
  void whenAConditionHolds() {
    assertThat(daily("When did it exceed 12?"))
        .isEqualTo(
            """
            **7 of 365 days** of the whole series have a value above 12. In 1 place:

            - 2023-12-04 to 2023-12-10, 7 points""");
    assertThat(daily("Which days were negative?"))
        .contains("In 2 places:", "- 2023-01-02 to 2023-01-03, 2 points", "- 2023-01-20, 1 point");
    assertThat(daily("When was it above 1000?"))
        .startsWith("No value of the whole series is above 1000. The lowest value")
        .contains("is **20**, at 2023-12-04");
    assertThat(hourly("When did it exceed 19,500?"))
        .contains("In 9 places, the first 5 and the last:")
        .endsWith("- 2014-11-02 05:00 to 2014-11-02 07:00, 3 points");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Average at 3 am? | The mean from 03:00 to 03:59 of the whole series is **18,536**, over 7 values.",
        "What is the average at 15:00? | The mean from 15:00 to 15:59 of the whole series is **11,464**",
        "What is the average at 25:00? | There is no 25:00: the hours of a day run from 00:00 to 23:00.",
        "What is the average at 24:00? | There is no 24:00:",
        "What is the average at 23:00? | The mean from 23:00 to 23:59",
        "What was the level on 30.10.2014 12:00? | at 2014-10-30 12:00 is **39,197**",
        "What was the queue on 30.10.2014 at 12:00? | at 2014-10-30 12:00 is **39,197**",
        "What was the value at noon on 30 October 2014? | at 2014-10-30 12:00 is **39,197**",
        "value at 12 pm on October 30, 2014 | at 2014-10-30 12:00 is **39,197**",
        "What was the maximum between 11 am and 1 pm on 2014-10-30? | **39,197**, at 2014-10-30 12:00",
        "Why was the week of 27 October 2014 flagged? | 2 anomalies",
        "Why is the queue abnormal? | anomaly 1 of 2"
      })
  void ofHours(String question, String part) {
    assertThat(hourly(question)).contains(part).doesNotContain("Not taken into account");
  }

  @Test
  void inTheNotationOfTheVisitor() {
    assertThat(
            OfflineExplainer.answer(
                "Which week was the best?", Optional.of(TestSubjects.in(Locale.GERMANY))))
        .contains("**27.10.2014 to 02.11.2014**: 15.040 over 168 values");
  }

  @ParameterizedTest
  @CsvSource({
    "How many anomalies are negative?",
    "How many anomalies are above 100?",
    "Show the anomalies on weekends",
    "Is anything missing on weekends?",
    "Why was Monday not flagged?",
    "Which week has the most anomalies?",
    "When did the average exceed 12?",
    "Which day of the month is the best?"
  })
  void whatWouldBeAnotherQuestionIsNotAnswered(String question) {
    assertThat(daily(question)).startsWith("I can't answer that from the data.");
  }
}
