package io.hybridanomaly.importing.time;

import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words inside dates: months, days of the week, halves of the day, and words without a meaning for
 * the date. The names are those of the platform's locale data (CLDR).
 */
final class DateWords {

  /** Where two languages give one word two meanings, the first one wins. */
  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.UK,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.of("es"),
          Locale.of("pt"),
          Locale.of("nl"),
          Locale.of("sv"),
          Locale.of("da"),
          Locale.of("nb"),
          Locale.of("pl"),
          Locale.of("ru"),
          Locale.of("fi"),
          Locale.of("cs"),
          Locale.of("sk"),
          Locale.of("sl"),
          Locale.of("hu"),
          Locale.of("ro"),
          Locale.of("uk"),
          Locale.of("bg"),
          Locale.of("el"),
          Locale.of("tr"),
          Locale.of("et"),
          Locale.of("lv"),
          Locale.of("lt"),
          Locale.of("hr"),
          Locale.of("ca"),
          Locale.of("nn"),
          Locale.CANADA,
          Locale.CANADA_FRENCH,
          Locale.of("de", "AT"),
          Locale.of("pt", "PT"),
          Locale.of("es", "MX"),
          Locale.of("en", "AU"));

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

  /** The fewest letters of a month's name that stand for the whole, as in {@code juill}. */
  private static final int SHORTEST_PREFIX = 3;

  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, Set<Integer>> MEANINGS = meanings();
  private static final Set<String> WEEKDAYS = weekdays();
  private static final Set<String> IGNORED =
      Set.of(
          "t", "at", "um", "uhr", "de", "den", "of", "the", "st", "nd", "rd", "th", "le", "kl",
          "del", "klo", "o", "g", "г", "года", "год", "р", "року", "в");
  private static final Map<String, Boolean> HALF_DAYS = halfDays();
  private static final Set<String> WEEKS = weeks();

  private DateWords() {}

  /** Number of a month from 1, or 0 if the word is none. */
  static int month(String lowerCase) {
    return MONTHS.getOrDefault(lowerCase, 0);
  }

  /** The months that a word names in one language or another; empty if it is none. */
  static Set<Integer> meanings(String lowerCase) {
    return MEANINGS.getOrDefault(lowerCase, Set.of());
  }

  /** Whether a word names a day of the week; some name a month too, such as {@code mar}. */
  static boolean isWeekday(String lowerCase) {
    return WEEKDAYS.contains(lowerCase);
  }

  /** Small words without a meaning. */
  static boolean isIgnored(String lowerCase) {
    return IGNORED.contains(lowerCase);
  }

  /** Whether a word stands before or behind the number of a week. */
  static boolean isWeek(String lowerCase) {
    return WEEKS.contains(lowerCase);
  }

  /**
   * Whether letters, without points and blanks, mean the afternoon; null if they mean neither half
   * of the day.
   */
  static @Nullable Boolean afternoon(String letters) {
    return HALF_DAYS.get(letters);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> names = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = word(month.getDisplayName(style, language));
          if (isLetters(name)) {
            names.putIfAbsent(name, month.getValue());
            names.putIfAbsent(plain(name), month.getValue());
          }
        }
      }
    }
    names.put("sept", 9);
    names.put("mrz", 3);
    addPrefixes(names);
    return Map.copyOf(names);
  }

  private static Map<String, Set<Integer>> meanings() {
    Map<String, Set<Integer>> meanings = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = word(month.getDisplayName(style, language));
          if (isLetters(name)) {
            meanings.computeIfAbsent(name, n -> new HashSet<>()).add(month.getValue());
          }
        }
      }
    }
    return meanings;
  }

  /** Adds the beginnings of names that only one month of their language has. */
  private static void addPrefixes(Map<String, Integer> names) {
    Set<String> exact = Set.copyOf(names.keySet());
    for (Locale language : LANGUAGES) {
      Map<String, Integer> prefixes = new HashMap<>();
      for (Month month : Month.values()) {
        String name = word(month.getDisplayName(TextStyle.FULL, language));
        for (int length = SHORTEST_PREFIX; isLetters(name) && length < name.length(); length++) {
          prefixes.merge(
              name.substring(0, length), month.getValue(), (a, b) -> a.equals(b) ? a : 0);
        }
      }
      prefixes.forEach(
          (prefix, month) -> {
            if (month > 0 && !exact.contains(prefix)) {
              names.putIfAbsent(prefix, month);
              names.putIfAbsent(plain(prefix), month);
            }
          });
    }
  }

  private static Set<String> weekdays() {
    Set<String> words = new HashSet<>();
    for (Locale language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : STYLES) {
          String name = word(day.getDisplayName(style, language));
          words.add(name);
          words.add(plain(name));
        }
      }
    }
    words.addAll(List.of("tues", "thur", "thurs", "weds"));
    return Set.copyOf(words);
  }

  private static Map<String, Boolean> halfDays() {
    Map<String, Boolean> words = new HashMap<>();
    for (Locale language : LANGUAGES) {
      String[] names = DateFormatSymbols.getInstance(language).getAmPmStrings();
      for (int i = 0; i < names.length; i++) {
        words.putIfAbsent(letters(names[i]), i == 1);
      }
    }
    // Local standard or daylight-saving time in the hour that clocks repeat: "1:30 AD", "1:30 AS".
    words.putAll(Map.of("a", false, "p", true, "ad", false, "as", false, "pd", true, "ps", true));
    words.keySet().removeAll(List.of("de", "du"));
    return Map.copyOf(words);
  }

  private static Set<String> weeks() {
    Set<String> words = new HashSet<>(List.of("w", "wk", "kw", "cw", "sem"));
    for (Locale language : LANGUAGES) {
      words.add(word(IsoFields.WEEK_OF_WEEK_BASED_YEAR.getDisplayName(language)));
    }
    return Set.copyOf(words);
  }

  /** The letters alone, in small ones. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "");
  }

  private static boolean isLetters(String name) {
    return name.chars().allMatch(Character::isLetter);
  }

  /** The word without accents, as some programs write it. */
  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  private static String word(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
