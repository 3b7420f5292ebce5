package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherLanguageTest {

  private static final String ENGLISH_ONLY = "understood in English only";

  private static String ask(String file, String column, String question, String... others) {
    Subject subject = TestSubjects.beside(TestSubjects.of("", column, ""), file, others);
    return OfflineExplainer.answer(question, Optional.of(subject));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What about umsatz?",
        "What was the maximum of Umsatz?",
        "Compare umsatz and tage",
        "What was the sum of umsatzNetto?"
      })
  void anotherColumnIsNoOtherLanguage(String question) {
    assertThat(ask("shop.csv", "kosten", question, "Umsatz", "Tage", "UmsatzNetto"))
        .startsWith("The answers are about **kosten**. ")
        .contains("Umsatz");
  }

  @ParameterizedTest
  @CsvSource({
    "besucher.csv, value, What was the mean of besucher?",
    "data.csv, BesucherProTag, What was the mean of besucher?",
    "werte und summe.csv, value, Mean of werte und summe",
    "data.csv, Ist-Werte, What is the mean of the ist werte?"
  })
  void norIsTheNameOfTheSeriesOrOfTheFile(String file, String column, String question) {
    assertThat(ask(file, column, question)).startsWith("The mean of the whole series is");
  }

  @Test
  void aSingleNounIsNone() {
    assertThat(ask("data.csv", "value", "What was the mean of umsatz?"))
        .startsWith("The mean of the whole series is")
        .contains("Not taken into account: “umsatz”");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mittelwert der Besucher",
        "Umsatz im Mai",
        "Mittelwert März 2022",
        "Wie hoch ist der Umsatz?",
        "Was war der Umsatz?",
        "moyenne des mois"
      })
  void twoSignsAreOneBesideSuchNames(String question) {
    assertThat(ask("data.csv", "value", question)).contains(ENGLISH_ONLY);
  }

  @Test
  void aQuestionInAnotherLanguageForAColumnIsOne() {
    assertThat(ask("shop.csv", "kosten", "Wie hoch war der Umsatz?", "Umsatz"))
        .contains(ENGLISH_ONLY);
  }
}
