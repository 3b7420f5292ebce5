package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hourly; the most severe anomaly is on Thursday, 2014-10-30, the other on 2014-10-28. */
class PeriodRankTest {

  private static String ask(String question) {
    return OfflineExplainer.answer(question, Optional.of(TestSubjects.of("load.csv", "load", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which day had the biggest drop?",
        "Which day had the largest spike?",
        "Which week had the biggest jump?",
        "Which day had the biggest increase?",
        "Which day was the most volatile?",
        "Which day had the highest median?",
        "Which day had the lowest maximum?",
        "Which day had the maximum mean of the lowest values?",
        "Which month had the highest median?",
        "Which month had the highest sum?",
        "Which weekday has the biggest drop?",
        "Which weekday is the most unusual?",
        "Which hour of the day is the most suspicious?",
        "Which day was the least unusual?",
        "Which was the second busiest day?",
        "Which day had the most values?",
        "What was the second highest value?",
        "What is the highest severity in October 2014 on average?",
        "What was the largest jump?",
        "What is the mean number of anomalies on Mondays?",
        "How many values are anomalous?",
        "Which day had the most flagged values?",
        "How many big anomalies are there?"
      })
  void anotherQuestionIsNotAnswered(String question) {
    assertThat(ask(question)).startsWith("I can't answer that from the data.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which day was the most unusual?",
        "Which day was the most suspicious?",
        "Which week was the most abnormal?",
        "What was the most unusual day?",
        "Which month was the most unusual?",
        "Which day had the highest severity?"
      })
  void theMostUnusualIsTheMostSevere(String question) {
    assertThat(ask(question))
        .startsWith("The most severe anomaly of the whole series:")
        .contains("2014-10-30 10:00 to 2014-10-30 14:00", "anomaly 1 of 2");
  }

  @Test
  void ofAStretchItIsTheMostSevereThere() {
    assertThat(ask("Which was the most unusual hour on 28 October 2014?"))
        .startsWith("The most severe anomaly from 2014-10-28 00:00")
        .contains("anomaly 2 of 2");
    assertThat(ask("Which was the most unusual hour on 1 November 2014?"))
        .startsWith("Nothing is flagged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Which day had the most passengers? | **2014-10-30**",
        "Of the whole series, which day was the busiest? | **2014-10-30**",
        "On which day were there the most passengers? | **2014-10-30**",
        "What was the peak day? | **2014-10-30**: 16,008",
        "Which day had the highest value? | **39,197**, at 2014-10-30 12:00",
        "Which month had the highest value? | **39,197**, at 2014-10-30 12:00",
        "Which month had the maximum? | **39,197**, at 2014-10-30 12:00",
        "Which weekday has the lowest mean? | is **Tuesday**",
        "Please tell me which day was the quietest in October 2014 | **2014-10-28**"
      })
  void theHighestAndTheLowestAreNamed(String question, String part) {
    assertThat(ask(question)).contains(part);
  }
}
