package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The name of a series in a table of several: the cells that tell it apart. */
public final class KeyText {

  private static final String BETWEEN = " / ";

  private KeyText() {}

  /** The cells of some columns, with a slash between them. */
  public static String of(IntFunction<String> cells, List<Integer> columns) {
    if (columns.size() == 1) {
      return Blanks.strip(cells.apply(columns.get(0)));
    }
    return columns.stream()
        .map(column -> Blanks.strip(cells.apply(column)))
        .collect(Collectors.joining(BETWEEN));
  }

  /**
   * Whether the key cells of a row are certain texts as written, which is faster than to compare
   * names.
   *
   * @param cells the texts, one for each column
   */
  public static boolean isOf(CsvRow row, List<Integer> columns, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      int from = row.from(columns.get(i));
      int length = row.to(columns.get(i)) - from;
      if (length != cells[i].length()) {
        return false;
      }
      for (int k = 0; k < length; k++) {
        if (row.text()[from + k] != cells[i].charAt(k)) {
          return false;
        }
      }
    }
    return true;
  }
}
