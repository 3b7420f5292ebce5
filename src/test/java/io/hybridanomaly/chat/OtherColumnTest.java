package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t | Why isn't anything flagged?",
        "t | What's the mean? I don’t know it",
        "d | What's the mean? I'd like to know",
        "s | What's the mean?"
      })
  void whatFollowsAnApostropheIsNoColumn(String other, String question) {
    assertThat(ask("load", question, other)).doesNotContain("other column", "I can't");
  }

  @Test
  void aQuotedNameIsAColumn() {
    assertThat(ask("What was the mean of 'mem_pct'?")).startsWith("The answers are about");
  }

  @ParameterizedTest
  @CsvSource({
    "new_cases, How many new anomalies are there?",
    "new_cases, List the new anomalies",
    "active_users, How many active anomalies are there?",
    "active_users, What was the active mean in October 2014?"
  })
  void aWordThatDescribesIsAnsweredAndSaid(String other, String question) {
    assertThat(ask("load", question, other))
        .doesNotContain("The answers are about", "I can't")
        .contains("This is about **load**. “%s” is another column".formatted(other));
  }

  @Test
  void theFileNameIsThatOfTheShownColumn() {
    Subject subject =
        TestSubjects.beside(TestSubjects.of("", "value", ""), "load.csv", "load_factor");
    assertThat(OfflineExplainer.answer("mean load", Optional.of(subject)))
        .startsWith("The mean of the whole series is")
        .doesNotContain("load_factor");
  }

  @Test
  void manyColumnsAndWordsAreComparedInTime() {
    String[] others =
        IntStream.range(0, 200)
            .mapToObj("sensor%d_reading_kitchen_total"::formatted)
            .toArray(String[]::new);
    String question =
        IntStream.range(0, 1_000).mapToObj("word%d"::formatted).collect(Collectors.joining(" "));
    ask("load", question, others);
    assertTimeout(Duration.ofSeconds(1), () -> ask("load", question, others));
  }

  @Test
  void aHostileNameIsText() {
    String hostile = "**bold** [x](http://evil) <b> `c` _u_ &lt; a_b \\ ![i](j)";
    String answer = ask(hostile, "What was the maximum of other_*name*?", "other_*name*");
    Node document = Parser.builder().build().parse(answer);
    assertThat(TextContentRenderer.builder().build().render(document))
        .startsWith("The answers are about " + hostile + ". “other_*name*” is another column");
    assertThat(ask(hostile, "What was the mean of Berlin?"))
        .contains("all values of **\\*\\*bold\\*\\* \\[x\\](http://evil) \\<b\\>");
  }
}
