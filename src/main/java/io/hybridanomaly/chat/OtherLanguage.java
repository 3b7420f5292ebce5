package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.DataSummary;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** One of them is enough. */
  private static final Set<String> SIGNS =
      QuestionWords.words(
          """
          wie warum wann welche welcher welches welchen welchem wieso weshalb wieviel wieviele
          viele ist sind gibt zeige vergleiche erkläre nicht wurde wurden waren
          und gab geschah passiert passierte hatte hatten auffällig
          größte größter größten höchste höchster
          höchsten niedrigste niedrigster niedrigsten kleinste schlimmste schlimmsten stärkste
          zeig erklär bitte
          quel quelle quels quelles pourquoi combien quand sont où montre
          qué cuál cual cuáles cuándo cuando cuánto cuántos cuántas cuantos cuantas cómo dónde
          porqué muestra
          perché quale quali quanti quante quando qual quantos quantas
          """);

  /** An English question can have one as the name of something: it takes two of them. */
  private static final Set<String> NOUNS =
      QuestionWords.words(
          """
          mittelwert durchschnitt woche monat jahr märz januar februar juni juli oktober dezember
          weihnachten ostern auffälligkeiten ausreißer anomalie anomalien montag dienstag
          mittwoch donnerstag freitag samstag sonntag tage werte summe besucher umsatz
          moyenne mois août días enero marzo
          """);

  /** Beside a noun they are the second sign; by themselves they are none. */
  private static final Set<String> BESIDE_NOUNS =
      QuestionWords.words("der das dem des den im vom zum mit für von les");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private OtherLanguage() {}

  /**
   * Whether it is another language.
   *
   * @param words the question in lower case
   * @param subject whose names are no sign
   */
  static boolean isIn(String words, Subject subject) {
    NameWords known = known(subject);
    Set<String> asked =
        NO_LETTERS
            .splitAsStream(words)
            .filter(word -> !isKnown(word, known))
            .collect(Collectors.toSet());
    return words.startsWith("¿")
        || BEGIN.matcher(words).find()
        || asked.stream().anyMatch(SIGNS::contains)
        || areTwo(asked);
  }

  /** Whether there is a noun and another sign. */
  private static boolean areTwo(Set<String> asked) {
    long nouns = asked.stream().filter(NOUNS::contains).count();
    return nouns > 1 || (nouns == 1 && asked.stream().anyMatch(BESIDE_NOUNS::contains));
  }

  /** Other forms of a name are asked of signs only: the question may be long. */
  private static boolean isKnown(String word, NameWords known) {
    return (SIGNS.contains(word) || NOUNS.contains(word)) && known.have(word);
  }

  /** The names of the file, its columns and its series. */
  private static NameWords known(Subject subject) {
    DataSummary summary = subject.analysis().dataset().summary();
    return NameWords.of(
        Stream.of(
                Stream.of(subject.series().name(), subject.file(), summary.valueColumn()),
                summary.part().map(DataSummary.Part::series).stream(),
                summary.dateColumns().stream(),
                summary.otherColumns().stream())
            .flatMap(Function.identity())
            .toArray(String[]::new));
  }
}
