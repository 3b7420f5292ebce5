package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.text.Blanks;
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
}
