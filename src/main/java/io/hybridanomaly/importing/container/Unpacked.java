package io.hybridanomaly.importing.container;

import java.util.List;
import java.util.Optional;

/**
 * The tables of a file.
 *
 * @param kind in what form the file holds them
 * @param tables at least one, in the order of the file
 * @param first the one to begin with: the first that has rows enough for a series
 */
public record Unpacked(ContainerKind kind, List<TableSource> tables, TableSource first) {

  public Unpacked {
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("no table");
    }
    for (TableSource table : tables) {
      table.join(tables);
    }
  }

  static Unpacked of(ContainerKind kind, List<TableSource> tables) {
    return new Unpacked(kind, tables, tables.getFirst());
  }

  /** The table of a name; upper and lower case do not matter. */
  public Optional<TableSource> named(String table) {
    return tables.stream().filter(each -> each.table().equalsIgnoreCase(table)).findFirst();
  }

  /** The names of the tables. */
  public List<String> names() {
    return tables.stream().map(TableSource::table).toList();
  }
}
