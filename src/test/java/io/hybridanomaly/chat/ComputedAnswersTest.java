package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

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
        "What is flagged on 29 October 2014? | Nothing is flagged",
        "Was it higher than usual on 30 October 2014? | is 1,008.2 (7 %) more than the 15,000 that was expected",
        "Compare 27 October with 30 October 2014 | mean **16,008**",
        "What happened on 30 October 2014? | anomaly 1, 2014-10-30 10:00",
        "What happened on 5 April 2020? | There is no value for",
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
        .contains("The second mean is 1,008.2 (7 %) more than the first.");
  }
}
