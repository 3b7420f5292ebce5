package io.hybridanomaly.chat;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions of the greatest length, made to take long. */
class HostileQuestionTest {

  private static final int LONGEST = 4_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "may ",
        "may\n",
        "in may ",
        "march 2014 ",
        "march 1 to ",
        "1 to ",
        "1 ",
        " ",
        "between ",
        "between 1 and ",
        "2014 ",
        "2014-10-28 ",
        "2014-10-28 to ",
        "1,",
        "1,000",
        "-1",
        "1e",
        "not ",
        "n't ",
        "why ",
        "why not flagged ",
        "mean",
        "mean ",
        "on monday ",
        "the week of ",
        "monday of each ",
        "how many ",
        "which day highest ",
        "anomaly 1 ",
        "compare ",
        "a1.",
        "..",
        "A ",
        "Foo ",
        "Foo-",
        "1 °",
        "x_",
        "last week ",
        "from 14:00 to ",
        "at 3 pm ",
        "zero ",
        "\t",
        "1.",
        "1e3 million ",
        "at ",
        "in ",
        "had the most ",
        "of the ",
        "do",
        "nt",
        "'",
        "“",
        "aaaa",
        "1:00 ",
        "st",
        "week of the monday, "
      })
  void areAnsweredSoon(String part) {
    String text = part.repeat(LONGEST / part.length());
    Subject subject =
        TestSubjects.beside(TestSubjects.of("", "load", ""), "a.csv", "x", "1", "foo bar");
    Subject german =
        new Subject(subject.analysis(), subject.selected(), subject.context(), Locale.GERMANY);
    String word = part.strip() + " ";
    for (String question :
        new String[] {
          text,
          "What was the mean " + text,
          text + " mean",
          "How many values are above 5 " + text,
          word.repeat(900) + "why?"
        }) {
      // The first run loads classes.
      OfflineExplainer.answer(question, Optional.of(german));
      assertTimeout(
          Duration.ofSeconds(1), () -> OfflineExplainer.answer(question, Optional.of(subject)));
    }
  }

  @Test
  void aLongRunOfDotsIsReadOnce() {
    Subject subject = TestSubjects.of("", "load", "");
    assertTimeout(
        Duration.ofSeconds(1),
        () ->
            OfflineExplainer.answer(
                "What was the mean x" + ".".repeat(LONGEST) + "x", Optional.of(subject)));
  }
}
