package io.hybridanomaly.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a question names a column of the file that is not the one that is shown. An answer about
 * the one that is shown would then be wrong.
 */
final class OtherColumn {

  private static final int MOST_NAMED = 3;

  /** Numbers as headers, such as years, would be found in any question with a number. */
  private static final Pattern HAS_LETTER = Pattern.compile("\\p{L}");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");

  private final Subject subject;
  private final NameWords shown;

  /** The name of the column that is shown, in lower case. */
  private final String own;

  /** In lower case. */
  private final String question;

  /** The question without the name of the column that is shown. */
  private final String asked;

  private OtherColumn(String question, Subject subject) {
    this.subject = subject;
    this.shown = NameWords.of(subject.series().name());
    this.own = name(subject.series().name());
    this.question = question.toLowerCase(Locale.ROOT);
    this.asked = whole(own).matcher(this.question).replaceAll(" ");
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
    List<String> named =
        other.columns().stream()
            .filter(column -> other.names(column) && !KnownWords.isCommon(name(column)))
            .toList();
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

  /** By its whole name, or by a word of it that means nothing else. */
  private boolean isMeant(String column) {
    if (names(column)) {
      return !KnownWords.areGrammar(name(column));
    }
    NameWords words = NameWords.of(column);
    return NO_WORD
        .splitAsStream(asked)
        .anyMatch(
            word ->
                word.length() >= 3
                    && !KnownWords.areGrammar(word)
                    && !shown.have(word)
                    && words.have(word));
  }

  private boolean names(String column) {
    String name = name(column);
    // "Net price" beside a column "price": the name of the one stands in that of the other.
    String text = name.contains(own) ? question : asked;
    return HAS_LETTER.matcher(name).find() && whole(name).matcher(text).find();
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
    return Untrusted.label(name);
  }

  private static String name(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /** A name that is neither part of a longer word nor the unit of a number. */
  private static Pattern whole(String name) {
    return Pattern.compile(
        "(?<![\\p{L}\\d_])(?<!\\d[ °]{0,2})" + Pattern.quote(name) + "(?![\\p{L}\\d_])");
  }
}
