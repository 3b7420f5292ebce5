package io.hybridanomaly.importing.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words inside dates: months, zones, and words without a meaning for the date. */
final class DateWords {

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
          Locale.of("pl"));

  private static final Map<String, Integer> MONTHS = months();

  private static final Set<String> IGNORED = ignored();

  /** The zone names of RFC 822 and those of Europe, in minutes east of UTC. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("wet", 0),
          Map.entry("west", 60),
          Map.entry("cet", 60),
          Map.entry("cest", 120),
          Map.entry("mez", 60),
          Map.entry("mesz", 120),
          Map.entry("eet", 120),
          Map.entry("eest", 180),
          Map.entry("est", -300),
          Map.entry("edt", -240),
          Map.entry("cst", -360),
          Map.entry("cdt", -300),
          Map.entry("mst", -420),
          Map.entry("mdt", -360),
          Map.entry("pst", -480),
          Map.entry("pdt", -420));

  private DateWords() {}

  /** Number of a month from 1, or 0 if the word is none. */
  static int month(String lowerCase) {
    return MONTHS.getOrDefault(lowerCase, 0);
  }

  static boolean isZone(String lowerCase) {
    return ZONES.containsKey(lowerCase);
  }

  /** Seconds east of UTC. */
  static int zoneSeconds(String lowerCase) {
    return ZONES.getOrDefault(lowerCase, 0) * 60;
  }

  /** Weekdays and small words. */
  static boolean isIgnored(String lowerCase) {
    return IGNORED.contains(lowerCase);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> names = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.SHORT,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT_STANDALONE)) {
          String name = word(month.getDisplayName(style, language));
          if (name.chars().allMatch(Character::isLetter)) {
            names.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    names.put("sept", 9);
    names.put("mrz", 3);
    return Map.copyOf(names);
  }

  private static Set<String> ignored() {
    Set<String> words =
        new HashSet<>(
            List.of(
                "t", "at", "um", "uhr", "de", "den", "of", "the", "st", "nd", "rd", "th", "le"));
    for (Locale language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        words.add(word(day.getDisplayName(TextStyle.FULL, language)));
        words.add(word(day.getDisplayName(TextStyle.SHORT, language)));
      }
    }
    words.removeAll(MONTHS.keySet());
    return Set.copyOf(words);
  }

  private static String word(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
