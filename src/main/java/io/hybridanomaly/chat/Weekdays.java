package io.hybridanomaly.chat;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of the week that a question names together.
 *
 * @param name in words: {@code Mondays}
 */
record Weekdays(String name, Set<DayOfWeek> days) {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static final String NAME =
      "((?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|weekends?|weekdays|work(?:ing )?days)\\b";

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?<!\\b(?:which|what|by|per) )(?:(?:only|on|at|in|for|of|during|all|every|each|the|a|an) ){0,3}+%s(?: (?:and|&)(?= (?:on )?%s))?"
              .formatted(NAME, NAME));

  Weekdays {
    days = Set.copyOf(days);
  }

  /**
   * Those in a question, in its order.
   *
   * @param words in lower case
   */
  static List<Weekdays> in(String words) {
    List<Weekdays> found = new ArrayList<>();
    Matcher named = NAMED.matcher(words);
    while (named.find()) {
      found.add(of(named.group(1)));
    }
    return found;
  }

  /** A question without them. */
  static String removedFrom(String words) {
    return NAMED.matcher(words).replaceAll(" ");
  }

  private static Weekdays of(String word) {
    if (word.startsWith("weekend")) {
      return new Weekdays("Saturdays and Sundays", WEEKEND);
    }
    if (word.startsWith("work") || word.startsWith("weekday")) {
      return new Weekdays("Mondays to Fridays", EnumSet.complementOf(EnumSet.copyOf(WEEKEND)));
    }
    String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    DayOfWeek day = DayOfWeek.valueOf(singular.toUpperCase(Locale.ROOT));
    return new Weekdays(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s", Set.of(day));
  }
}
