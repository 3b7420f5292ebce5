package io.hybridanomaly.chat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a question is not in English, by a few words that English does not have. */
final class OtherLanguage {

  /** What is said then. */
  static String notice(Subject subject) {
    Examples examples = new Examples(subject);
    return "Without a Gemini key questions are understood in English only, for example “%s” or “%s”."
        .formatted(examples.mean(), examples.why());
  }

  /** Words that English has as well, in a place that no English question begins with. */
  private static final Pattern BEGIN =
      Pattern.compile("^\\W*(?:was (?:war|hat|hatte|geschah|macht|heißt|passiert) |gab es |gibt )");

  private static final Set<String> SIGNS =
      QuestionWords.words(
          """
          wie warum wann welche welcher welches welchen welchem wieso weshalb wieviel wieviele
          viele ist sind gibt zeige vergleiche erkläre mittelwert durchschnitt woche
          monat jahr nicht wurde wurden waren märz januar februar juni juli oktober dezember
          und weihnachten ostern gab geschah passiert passierte hatte hatten auffällig
          auffälligkeiten ausreißer anomalie anomalien größte größter größten höchste höchster
          höchsten niedrigste niedrigster niedrigsten kleinste schlimmste schlimmsten stärkste
          zeig erklär bitte montag dienstag mittwoch donnerstag freitag samstag sonntag tage
          werte summe besucher umsatz
          quel quelle quels quelles pourquoi combien quand sont moyenne où montre mois août
          qué cuál cual cuáles cuándo cuando cuánto cuántos cuántas cuantos cuantas cómo dónde
          porqué muestra días enero marzo
          perché quale quali quanti quante quando qual quantos quantas
          """);

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private OtherLanguage() {}

  /**
   * Whether it is another language.
   *
   * @param words the question in lower case
   * @param column name of the series, in lower case; its words are no sign
   */
  static boolean isIn(String words, String column) {
    Set<String> own = NO_LETTERS.splitAsStream(column).collect(Collectors.toSet());
    return words.startsWith("¿")
        || BEGIN.matcher(words).find()
        || NO_LETTERS
            .splitAsStream(words)
            .anyMatch(word -> SIGNS.contains(word) && !own.contains(word));
  }
}
