package io.hybridanomaly.importing.time;

import java.text.DateFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of time zones: the abbreviations of RFC 822 and of Europe, which have one meaning, and the
 * names that the platform's locale data gives to its zones, of which some have several.
 */
public final class ZoneNames {

  /** Minutes east of UTC. */
  private static final Map<String, Integer> CERTAIN =
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

  private ZoneNames() {}

  /** Seconds east of UTC of an abbreviation with one meaning; null for any other word. */
  static @Nullable Integer certain(String lowerCase) {
    Integer minutes = CERTAIN.get(lowerCase);
    return minutes == null ? null : minutes * 60;
  }

  /** Whether a word is an abbreviation of a zone, of whatever meaning. */
  static boolean isAbbreviation(String lowerCase) {
    return CERTAIN.containsKey(lowerCase) || Platform.ABBREVIATIONS.contains(lowerCase);
  }

  /** Seconds east of UTC of a full name such as "pacific standard time"; null if it is none. */
  static @Nullable Integer fullName(String lowerCase) {
    return Platform.FULL_NAMES.get(lowerCase);
  }

  /** Whether a text without blanks is a full name, a name of a family of zones included. */
  static boolean isGenericName(String lowerCase) {
    return Platform.GENERIC_NAMES.contains(lowerCase);
  }

  /** The zone with an IANA name, in capitals or not; null if there is none. */
  static @Nullable ZoneId region(String name) {
    String id = Platform.REGIONS.get(name.toLowerCase(Locale.ROOT));
    return id == null ? null : ZoneId.of(id);
  }

  /**
   * What abbreviations that stand in one column mean together: BST beside GMT is British summer
   * time, alone it could be the time of Bangladesh.
   *
   * @param words every abbreviation of the column, in small letters
   * @return seconds east of UTC for each; empty if they do not settle each other
   */
  public static Map<String, Integer> decide(Set<String> words) {
    if (words.size() < 2 || words.stream().allMatch(CERTAIN::containsKey)) {
      return Map.of();
    }
    Set<Map<String, Integer>> meanings = new HashSet<>();
    for (Map<String, Integer> zone : Platform.ZONES) {
      if (zone.keySet().containsAll(words)) {
        Map<String, Integer> meaning = new HashMap<>(zone);
        meaning.keySet().retainAll(words);
        meanings.add(meaning);
      }
    }
    return meanings.size() == 1 ? meanings.iterator().next() : Map.of();
  }

  /** The zones of the platform; loaded when the first unknown name is met, which takes a moment. */
  private static final class Platform {

    private static final int LONG_STANDARD = 1;
    private static final int SHORT_STANDARD = 2;
    private static final int LONG_DAYLIGHT = 3;
    private static final int SHORT_DAYLIGHT = 4;
    private static final int LONG_GENERIC = 5;
    private static final int DAYLIGHT_SAVING = 3600;

    /** Abbreviations mean what they meant then. */
    private static final Instant IN_USE = Instant.parse("2024-01-01T00:00:00Z");

    /** Abbreviations and their seconds, one map a zone. */
    static final List<Map<String, Integer>> ZONES = new ArrayList<>();

    static final Set<String> ABBREVIATIONS = new HashSet<>();
    static final Map<String, Integer> FULL_NAMES = new HashMap<>();
    static final Set<String> GENERIC_NAMES = new HashSet<>(List.of("pt", "et", "ct", "mt"));
    static final Map<String, String> REGIONS = new HashMap<>();

    static {
      for (String id : ZoneId.getAvailableZoneIds()) {
        REGIONS.put(id.toLowerCase(Locale.ROOT), id);
      }
      for (String[] names : DateFormatSymbols.getInstance(Locale.ENGLISH).getZoneStrings()) {
        if (REGIONS.containsValue(names[0]) && names[0].indexOf('/') > 0) {
          add(names);
        }
      }
    }

    private static void add(String[] names) {
      int standard = ZoneId.of(names[0]).getRules().getStandardOffset(IN_USE).getTotalSeconds();
      int daylight = standard + DAYLIGHT_SAVING;
      Map<String, Integer> own = new HashMap<>();
      put(own, names[SHORT_STANDARD], standard);
      put(own, names[SHORT_DAYLIGHT], daylight);
      if (!own.isEmpty()) {
        ZONES.add(own);
        ABBREVIATIONS.addAll(own.keySet());
      }
      FULL_NAMES.putIfAbsent(names[LONG_STANDARD].toLowerCase(Locale.ROOT), standard);
      FULL_NAMES.putIfAbsent(names[LONG_DAYLIGHT].toLowerCase(Locale.ROOT), daylight);
      GENERIC_NAMES.add(names[LONG_GENERIC].toLowerCase(Locale.ROOT));
    }

    private static void put(Map<String, Integer> own, String name, int seconds) {
      if (name.chars().allMatch(Character::isLetter)) {
        own.putIfAbsent(name.toLowerCase(Locale.ROOT), seconds);
      }
    }
  }
}
