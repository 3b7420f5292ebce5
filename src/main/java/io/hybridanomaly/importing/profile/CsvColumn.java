package io.hybridanomaly.importing.profile;

import java.util.List;

/**
 * A column of a file.
 *
 * @param number its place, from 1
 * @param name its header, made unique; {@code column N} where the file has none
 * @param kind what its cells look like in the first rows
 * @param examples its first cells that are not empty, as written, shortened; at most 3
 */
public record CsvColumn(int number, String name, ColumnKind kind, List<String> examples) {

  public CsvColumn {
    examples = List.copyOf(examples);
  }

  /** Whether its cells are numbers of accounts, customers and such, by its name and looks. */
  boolean numbersThings() {
    return ColumnNames.soundsLikeNumbered(name)
        && examples.stream().allMatch(cell -> cell.strip().matches("\\d+"));
  }
}
