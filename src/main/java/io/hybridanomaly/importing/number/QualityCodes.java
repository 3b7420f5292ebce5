package io.hybridanomaly.importing.number;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells that hold a number and, behind a comma, one digit that tells its quality: {@code +0220,1},
 * as in the hourly files of NOAA's Integrated Surface Database. The signed, padded number tells
 * them from decimal commas.
 */
public final class QualityCodes {

  private static final Pattern CODED = Pattern.compile("[+-]\\d{3,6},\\d");

  private QualityCodes() {}

  /**
   * Whether all cells are so, with numbers of one width of which one is padded.
   *
   * @param cells those that are not empty
   */
  public static boolean in(List<String> cells) {
    int length = cells.isEmpty() ? 0 : cells.get(0).length();
    return length > 0
        && cells.stream().allMatch(cell -> cell.length() == length && CODED.matcher(cell).matches())
        && cells.stream().anyMatch(cell -> cell.charAt(1) == '0');
  }

  /** The number in a cell. */
  public static String without(String cell) {
    int comma = cell.indexOf(',');
    return comma < 0 ? cell : cell.substring(0, comma);
  }

  /** Where the number in a part of a text ends. */
  static int end(char[] text, int from, int to) {
    return to - from > 2 && text[to - 2] == ',' ? to - 2 : to;
  }
}
