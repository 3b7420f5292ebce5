package io.hybridanomaly.importing.number;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.MissingTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units behind the numbers of a column: {@code 12.51 °C}, {@code 4.3mmol/L}. */
public final class Units {

  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "[+\\-\u2212]?[\\d.,]*\\d(?:[eE][+\\-]?\\d+)?\\s*"
              + "([\\p{L}°µΩ‰′″][\\p{L}\\d°µΩ%/·*^²³⁻¹.()\\-]{0,11}(?: [\\p{L}°]{1,4})?)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** More different letters behind numbers are names, not units. */
  private static final int MOST_UNITS = 6;

  private Units() {}

  /**
   * The units of a column.
   *
   * @param counts how often each stands, in the order of the file
   * @param cells the cells that are not empty
   */
  public record Found(Map<String, Integer> counts, int cells) {

    /** The unit if practically all cells with a unit share one, and most have it; else empty. */
    public String single() {
      for (Map.Entry<String, Integer> unit : counts.entrySet()) {
        if (unit.getValue() * 20 >= total() * 19 && unit.getValue() * 2 > cells) {
          return unit.getKey();
        }
      }
      return "";
    }

    /** Whether nearly every cell is a number with a unit, and there is more than one unit. */
    public boolean mixed() {
      boolean several = counts.size() > 1 && counts.size() <= MOST_UNITS;
      return several && single().isEmpty() && total() * 10 >= cells * 8;
    }

    private int total() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Looks at the units of the cells of a column. */
  public static Found in(List<String> cells) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int filled = 0;
    for (String cell : cells) {
      String text = Blanks.strip(cell);
      if (MissingTokens.isMissing(text)) {
        continue;
      }
      filled++;
      Matcher unit = WITH_UNIT.matcher(text);
      if (text.length() <= 40 && unit.matches()) {
        counts.merge(unit.group(1), 1, Integer::sum);
      }
    }
    return new Found(counts, filled);
  }

  /** A cell without its unit. */
  public static String without(String cell, String unit) {
    String text = Blanks.strip(cell);
    return text.endsWith(unit)
        ? Blanks.strip(text.substring(0, text.length() - unit.length()))
        : text;
  }
}
