package io.hybridanomaly.export;

import io.hybridanomaly.importing.OriginalRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All columns of a file beside those of an annotated CSV. A cell that a spreadsheet could take for
 * a formula gets an apostrophe in front; negative numbers stay as they are.
 *
 * @param rows the rows of the file, one for each point, cells as in the file
 * @param ahead whether they stand before the annotated columns; otherwise behind those, and a
 *     column with a name that the annotated ones have too gets another one
 */
public record KeptColumns(OriginalRows rows, boolean ahead) {

  private static final String OF_FILE = "file.";

  /** The columns of the file, then the annotated ones. */
  public static KeptColumns before(OriginalRows rows) {
    return new KeptColumns(rows, true);
  }

  /** The annotated columns, then those of the file. */
  public static KeptColumns behind(OriginalRows rows) {
    return new KeptColumns(rows, false);
  }

  /**
   * The names as they stand in the header.
   *
   * @param taken the names of the annotated columns
   */
  List<String> names(List<String> taken) {
    if (ahead) {
      return rows.columns();
    }
    List<String> used = new ArrayList<>(taken);
    used.addAll(rows.columns());
    List<String> names = new ArrayList<>();
    for (String column : rows.columns()) {
      String name = column;
      if (holds(taken, name)) {
        do {
          name = OF_FILE + name;
        } while (holds(used, name));
      }
      used.add(name);
      names.add(name);
    }
    return names;
  }

  private static boolean holds(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** What stands in a line before the annotated columns. */
  String head(List<String> cells, CsvDialect dialect) {
    return ahead
        ? cells.stream()
            .map(cell -> dialect.cell(cell) + dialect.separator())
            .collect(Collectors.joining())
        : "";
  }

  /** What stands in a line behind the annotated columns. */
  String tail(List<String> cells, CsvDialect dialect) {
    return ahead
        ? ""
        : cells.stream()
            .map(cell -> dialect.separator() + dialect.cell(cell))
            .collect(Collectors.joining());
  }
}
