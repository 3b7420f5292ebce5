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

class UnusedWordsTest {

  private static final String NOTE = "Not taken into account";

  private static String ask(String column, String question) {
    double[] values = IntStream.range(0, 730).mapToDouble(i -> 1_000 + i % 7 * 20).toArray();
    Subject subject =
        TestSubjects.quiet(
            column, LocalDate.of(2022, 1, 1).atStartOfDay(), Period.ofDays(1), values);
    return OfflineExplainer.answer(
        question, Optional.of(TestSubjects.beside(subject, "household-account.csv")));
  }

  @Test
  void whatWasNotTakenIntoAccountIsSaid() {
    assertThat(ask("Betrag", "What was the total at REWE?"))
        .startsWith("The sum of the whole series is **")
        .endsWith(
            "\n\nNot taken into account: “REWE”. The answer is about all values of **Betrag**.");
    assertThat(ask("Betrag", "What was the total at REWE in March 2022?"))
        .endsWith("“REWE”. The answer is about all values of **Betrag** in that time.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How much did I spend at REWE in total? | “spend”, “REWE”.",
        "What was the sum at Whole Foods & Co? | “Whole Foods & Co”.",
        "total salary | “salary”.",
        "average expense in March 2022 | “expense”.",
        "What was the highest value in Berlin? | “Berlin”.",
        "What was the mean in UK? | “UK”.",
        "How many days had more than 1,050 in category rent? | “category rent”.",
        "Compare March and April 2022 for groceries | “groceries”.",
        "Which weekday is the strongest for Lidl? | “Lidl”.",
        "Which week had the highest sum at Aldi? | “Aldi”.",
        "How many anomalies are there at REWE? | “REWE”.",
        "When did REWE exceed 1100? | “REWE”.",
        "Is anything missing at REWE? | “REWE”."
      })
  void wordsOfTheirOwnAreNamed(String question, String named) {
    assertThat(ask("amount", question)).contains(NOTE + ": " + named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What was the mean in March 2022?",
        "How many values are above 100?",
        "Which weekday is the strongest?",
        "How many days had fewer than 1,100 visits?",
        "Which day had the most visitors?",
        "What was the average number of visitors in 2022, please?",
        "Can you tell me what the total for the whole year 2022 was?",
        "What is the average on a Saturday?",
        "In 2022, compare March with April",
        "Which month of 2022 is the weakest?",
        "sum of last month",
        "Why is nothing flagged?",
        "Why was the outage in September 2022 not flagged?",
        "Are there gaps?",
        "Was something stuck in March 2022?",
        "Where does the value stand still?",
        "How many points are zero?",
        "When did it exceed 1,100?",
        "Which week was the best?",
        "Is anything wrong at the end?",
        "What was the household account total?",
        "What's the maximum, and when was it reached?",
        "Which month has the most anomalies?",
        "Overview of all anomalies",
        "How many anomalies are there?"
      })
  void anOrdinaryQuestionHasNoNote(String question) {
    assertThat(ask("visits", question)).doesNotContain(NOTE, "I can't answer");
  }

  @Test
  void whatIsQuotedIsCut() {
    String answer = ask("amount", "What was the total at " + "Foo ".repeat(1_000) + "?");
    assertThat(answer).contains(": “" + "Foo ".repeat(14) + "Foo…”.").hasSizeLessThan(300);
  }
}
