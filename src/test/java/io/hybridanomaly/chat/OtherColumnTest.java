package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hourly cpu_pct of a file that has mem_pct and queue_len as well. */
class OtherColumnTest {

  private static String ask(String column, String question, String... others) {
    Subject subject =
        TestSubjects.beside(TestSubjects.of("", column, ""), "server_metrics.csv", others);
    return OfflineExplainer.answer(question, Optional.of(subject));
  }

  private static String ask(String question) {
    return ask("cpu_pct", question, "mem_pct", "queue_len", "responseTime");
  }

  @Test
  void anAnswerIsNotAboutAnotherColumn() {
    assertThat(ask("What was the maximum of mem_pct?"))
        .isEqualTo(
            "The answers are about **cpu_pct**. “mem_pct” is another column of the file. To ask"
                + " about it, choose it as the value column and press Detect, or detect in all.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is the queue abnormal? | “queue_len” is another column of the file",
        "What was the average MEM_PCT in October 2014? | “mem_pct” is another column of the file",
        "How much memory was used on average? | “mem_pct” is another column of the file",
        "Why are the queues so long? | “queue_len” is another column of the file",
        "What was the mean response time? | “responseTime” is another column of the file",
        "Is cpu_pct correlated with mem_pct? | “mem_pct” is another column of the file",
        "Compare mem and queue | “mem_pct”, “queue_len” are other columns of the file"
      })
  void aWordOfItsNameIsEnough(String question, String part) {
    assertThat(ask(question)).startsWith("The answers are about **cpu_pct**. ").contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What was the maximum?",
        "What was the maximum of cpu_pct?",
        "What was the maximum cpu pct?",
        "What was the mean on 27 October 2014?",
        "When was the highest value, and at what time?",
        "How many values are above 16,000?",
        "Why was anomaly 1 flagged?"
      })
  void aQuestionAboutTheShownColumnIsAnswered(String question) {
    assertThat(ask(question)).doesNotContain("other column", "I can't", "Not taken into account");
  }

  @ParameterizedTest
  @CsvSource({
    "price, What was the maximum of the net price?, net price",
    "net price, What was the maximum of price?, price",
    "x, What was the maximum of y?, y",
    "visitors, Which week had the highest sales?, sales",
    "Zulauf, What was the sum of Ablauf?, Ablauf"
  })
  void namesWithinNamesAreToldApart(String column, String question, String other) {
    assertThat(ask(column, question, other))
        .startsWith(
            "The answers are about **%s**. “%s” is another column".formatted(column, other));
  }

  @ParameterizedTest
  @CsvSource({
    "net price, What was the maximum of the net price?, price",
    "sales, What was the highest value?, value",
    "sales, At what time was the maximum?, time",
    "sales, Which month has the highest mean?, month",
    "sales, How many values are above 16000 y?, y",
    "load, Why was anomaly 1 flagged?, 1",
    "load_kw, How many kw at most?, cost_kw"
  })
  void aWordOfTheQuestionIsNoColumn(String column, String question, String other) {
    assertThat(ask(column, question, other)).doesNotContain("other column");
  }

  @Test
  void aWordThatCanBeBothIsAnsweredAndSaid() {
    assertThat(ask("tax", "What is the total?", "total"))
        .startsWith("The sum of the whole series is")
        .endsWith("This is about **tax**. “total” is another column of the file.");
  }
}
