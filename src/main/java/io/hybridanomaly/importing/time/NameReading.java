package io.hybridanomaly.importing.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a whole column has settled about names and marks that a single cell leaves open.
 *
 * @param zones seconds east of UTC of abbreviations of zones with several meanings, in small
 *     letters
 * @param dashEnds whether {@code 07:00-07:30} behind a date is an interval and not a zone
 * @param months the number of each month whose name means another one in another language, in small
 *     letters
 * @param openMonths such names that the column does not settle
 */
public record NameReading(
    Map<String, Integer> zones,
    boolean dashEnds,
    Map<String, Integer> months,
    Set<String> openMonths) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /** Nothing settled. */
  public static final NameReading USUAL = new NameReading(Map.of(), false, Map.of(), Set.of());

  public NameReading {
    zones = Map.copyOf(zones);
    months = Map.copyOf(months);
    openMonths = Set.copyOf(openMonths);
  }

  /** The same with settled zones. */
  public NameReading withZones(Map<String, Integer> settled) {
    return new NameReading(settled, dashEnds, months, openMonths);
  }

  /** The same with intervals in place of zones. */
  public NameReading withDashEnds() {
    return new NameReading(zones, true, months, openMonths);
  }

  /**
   * The same with what the other names of a column say about names of several months: {@code
   * listopad} is October in Croatian, where November is {@code studeni}, and November in Czech,
   * where October is {@code říjen}.
   *
   * @param cells of the column
   */
  public NameReading withMonthsOf(List<String> cells) {
    Set<String> several = new TreeSet<>();
    Set<Integer> known = new HashSet<>();
    for (String cell : cells) {
      Matcher words = WORD.matcher(cell.toLowerCase(Locale.ROOT));
      while (words.find()) {
        String word = words.group();
        int month = DateWords.month(word);
        if (DateWords.meanings(word).size() > 1) {
          several.add(word);
        } else if (month > 0) {
          known.add(month);
        }
      }
    }
    Map<String, Integer> settled = new HashMap<>();
    Set<String> open = new TreeSet<>();
    for (String word : several) {
      Set<Integer> left = new TreeSet<>(DateWords.meanings(word));
      left.removeAll(known);
      if (left.size() == 1) {
        settled.put(word, left.iterator().next());
      } else {
        open.add(word);
      }
    }
    return new NameReading(zones, dashEnds, settled, open);
  }
}
