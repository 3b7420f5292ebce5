package io.hybridanomaly.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a header or of a file name: {@code queue} and {@code len} of {@code queue_len}.
 *
 * @param words in lower case
 * @param stems of those that are long enough to have one
 */
record NameWords(Set<String> words, Set<String> stems) {

  /** Shorter ones, such as {@code in} and {@code kw}, are too common to name something. */
  private static final int SHORTEST = 3;

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\d]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** What a word may end in and still be the same: visits and visitors, sale and sales. */
  private static final List<String> ENDINGS =
      List.of("ing", "ors", "ers", "or", "er", "ed", "es", "s", "e", "");

  /**
   * A word of a question.
   *
   * @param text in lower case
   * @param stem what is left of it without its ending
   */
  record Word(String text, String stem) {

    static Word of(String text) {
      return new Word(text, NameWords.stem(text));
    }
  }

  NameWords {
    words = Set.copyOf(words);
    stems = Set.copyOf(stems);
  }

  static NameWords of(String... names) {
    Set<String> words =
        Arrays.stream(names)
            .flatMap(BETWEEN_WORDS::splitAsStream)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
    Set<String> stems =
        words.stream()
            .filter(word -> word.length() >= SHORTEST)
            .map(NameWords::stem)
            .collect(Collectors.toSet());
    return new NameWords(words, stems);
  }

  /**
   * A whole name in a question in lower case, whatever stands between its words: "double payments"
   * for {@code double_payment}. A name without words is nowhere.
   */
  static Pattern whole(String name) {
    String words =
        BETWEEN_WORDS
            .splitAsStream(name)
            .filter(word -> !word.isEmpty())
            .map(word -> Pattern.quote(word.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining("[^\\p{L}\\d]*"));
    return Pattern.compile(
        words.isEmpty() ? "(?!)" : "(?<![\\p{L}\\d])%s(?:e?s)?(?![\\p{L}\\d])".formatted(words));
  }

  /**
   * Whether a word of a question is one of them, another form of one, or what one is short for.
   *
   * @param word in lower case
   */
  boolean have(String word) {
    return have(Word.of(word));
  }

  /** The same for a word whose stem is known: many names are compared with one question. */
  boolean have(Word word) {
    return words.contains(word.text)
        || (word.text.length() >= SHORTEST
            && (stems.contains(word.stem)
                || words.stream().anyMatch(own -> isShortFor(own, word.text))));
  }

  /** {@code temp} stands for {@code temperature}; {@code count} does not for {@code country}. */
  private static boolean isShortFor(String own, String word) {
    return own.length() >= SHORTEST && word.length() >= 2 * own.length() && word.startsWith(own);
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
