package io.hybridanomaly.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the words of options that have a fixed set of them. */
final class Choice {

  private Choice() {}

  /**
   * A constant by its name in small letters, with hyphens.
   *
   * @throws UsageException naming the words there are
   */
  static <T extends Enum<T>> T of(String option, String word, Class<T> type) throws UsageException {
    Map<String, T> words = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(each -> words.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each));
    return of(option, word, words);
  }

  /**
   * What a word stands for.
   *
   * @throws UsageException naming the words there are
   */
  static <T> T of(String option, String word, Map<String, T> words) throws UsageException {
    T found = words.get(word.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new UsageException(
          "%s: \"%s\" is unknown; choose one of %s."
              .formatted(option, word, String.join(", ", words.keySet())));
    }
    return found;
  }
}
