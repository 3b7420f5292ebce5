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
 */
record NameWords(Set<String> words) {

  /** Shorter ones, such as {@code in} and {@code kw}, are too common to name something. */
  private static final int SHORTEST = 3;

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\d]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** What a word may end in and still be the same: visits and visitors, sale and sales. */
  private static final List<String> ENDINGS =
      List.of("ing", "ors", "ers", "or", "er", "ed", "es", "s", "e", "");

  NameWords {
    words = Set.copyOf(words);
  }

  static NameWords of(String... names) {
    return new NameWords(
        Arrays.stream(names)
            .flatMap(BETWEEN_WORDS::splitAsStream)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet()));
  }

  /**
   * Whether a word of a question is one of them, another form of one, or what one is short for.
   *
   * @param word in lower case
   */
  boolean have(String word) {
    return words.contains(word)
        || (word.length() >= SHORTEST
            && words.stream().anyMatch(own -> own.length() >= SHORTEST && areAlike(own, word)));
  }

  /** {@code temp} stands for {@code temperature}; {@code count} does not for {@code country}. */
  private static boolean areAlike(String own, String word) {
    return stem(own).equals(stem(word))
        || (word.startsWith(own) && word.length() >= 2 * own.length());
  }

  private static String stem(String word) {
    return ENDINGS.stream()
        .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
        .map(ending -> word.substring(0, word.length() - ending.length()))
        .findFirst()
        .orElse(word);
  }
}
