package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.DataSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a question names a column of the file that is not the one that is shown. An answer about
 * the one that is shown would then be wrong.
 */
final class OtherColumn {

  private static final int MOST_NAMED = 3;

  /** Numbers as headers, such as years, would be found in any question with a number. */
  private static final Pattern HAS_LETTER = Pattern.compile("\\p{L}");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");

  /** Shorter words, such as units, name no column. */
  private static final int SHORTEST = 3;

  /** What a question is about stands behind one of these. */
  private static final Set<String> BEFORE_AN_OBJECT =
      QuestionWords.words(
          """
          the of and or vs versus compare with between is was are were much mean average median
          sum total maximum minimum max min highest lowest largest smallest
          """);

  private final Subject subject;
  private final NameWords shown;

  /** The name of the column that is shown, in lower case. */
  private final String own;

  /** In lower case. */
  private final String question;

  /** The question without the name of the column that is shown. */
  private final String asked;

  /** The words of that, in their order. */
  private final List<NameWords.Word> words;

  /** The places of the words that can name another column. */
  private final List<Integer> telling;

  private OtherColumn(String question, Subject subject) {
    this.subject = subject;
    this.shown =
        NameWords.of(
            subject.series().name(),
            subject.file(),
            subject.analysis().dataset().summary().part().map(DataSummary.Part::series).orElse(""));
    this.own = name(subject.series().name());
    this.question = question.toLowerCase(Locale.ROOT);
    this.asked = whole(own).matcher(this.question).replaceAll(" ");
    this.words =
        NO_WORD
            .splitAsStream(asked)
            .filter(word -> !word.isEmpty())
            .map(NameWords.Word::of)
            .toList();
    this.telling =
        IntStream.range(0, words.size()).filter(i -> isTelling(words.get(i))).boxed().toList();
  }

  private boolean isTelling(NameWords.Word word) {
    return word.text().length() >= SHORTEST
        && !KnownWords.areGrammar(word.text())
        && !shown.have(word);
  }

  /**
   * What is said instead of an answer.
   *
   * @param question as the visitor wrote it
   * @return empty if it names no other column
   */
  static Optional<String> answer(String question, Subject subject) {
    OtherColumn other = new OtherColumn(question, subject);
    List<String> named = other.columns().stream().filter(other::isMeant).toList();
    return named.isEmpty() ? Optional.empty() : Optional.of(other.text(named));
  }

  /**
   * A sentence behind an answer to a question in which a word can be meant as itself or as the name
   * of another column: "the total" beside a column {@code total}.
   *
   * @return empty if there is no such word
   */
  static String note(String question, Subject subject) {
    OtherColumn other = new OtherColumn(question, subject);
    List<String> named = other.columns().stream().filter(other::canBeMeant).toList();
    return named.isEmpty()
        ? ""
        : "\n\nThis is about **%s**. %s."
            .formatted(label(subject.series().name()), other.what(named));
  }

  private List<String> columns() {
    return subject.analysis().dataset().summary().otherColumns().stream()
        .filter(column -> !name(column).equals(own))
        .toList();
  }

  /** By its whole name, or by a word of it that means nothing else and is what is asked about. */
  private boolean isMeant(String column) {
    if (names(column)) {
      return !KnownWords.areGrammar(name(column));
    }
    NameWords name = NameWords.of(column);
    return places(name).anyMatch(place -> isObject(place, name));
  }

  private boolean canBeMeant(String column) {
    return names(column)
        ? !KnownWords.isCommon(name(column))
        : places(NameWords.of(column)).findAny().isPresent();
  }

  /** Where words of a name stand that mean nothing else. */
  private IntStream places(NameWords name) {
    return telling.stream().mapToInt(Integer::intValue).filter(i -> name.have(words.get(i)));
  }

  /** "The queue" is what is asked about, "new" in "the new anomalies" says which of them. */
  private boolean isObject(int place, NameWords name) {
    boolean follows = place == 0 || BEFORE_AN_OBJECT.contains(words.get(place - 1).text());
    boolean describes =
        place + 1 < words.size()
            && KnownWords.isThing(words.get(place + 1).text())
            && !name.have(words.get(place + 1));
    return follows && !describes;
  }

  private boolean names(String column) {
    String name = name(column);
    // "Net price" beside a column "price": the name of the one stands in that of the other.
    String text = name.contains(own) ? question : asked;
    return text.contains(name)
        && HAS_LETTER.matcher(name).find()
        && whole(name).matcher(text).find();
  }

  private String text(List<String> named) {
    return "The answers are about **%s**. %s. To ask about %s, choose %s as the value column and press Detect, or detect in all."
        .formatted(
            label(subject.series().name()),
            what(named),
            named.size() == 1 ? "it" : "one of them",
            named.size() == 1 ? "it" : "that one");
  }

  private String what(List<String> named) {
    String names =
        named.stream()
            .limit(MOST_NAMED)
            .map(OtherColumn::label)
            .map("“%s”"::formatted)
            .collect(Collectors.joining(", "));
    return named.size() == 1
        ? names + " is another column of the file"
        : "%s%s are other columns of the file"
            .formatted(names, named.size() > MOST_NAMED ? " and others" : "");
  }

  private static String label(String name) {
    return Untrusted.markdown(name);
  }

  private static String name(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /** A name that is neither part of a longer word, such as "isn't", nor the unit of a number. */
  private static Pattern whole(String name) {
    return Pattern.compile(
        "(?<![\\p{L}\\d_]|\\p{L}['’ʼ`´])(?<!\\d[ °]{0,2})"
            + Pattern.quote(name)
            + "(?![\\p{L}\\d_])");
  }
}
