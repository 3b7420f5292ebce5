package io.hybridanomaly.cli;

import io.hybridanomaly.importing.container.ContainerKind;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.container.Unpacked;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one input that are to be judged.
 *
 * @param path of the input, for messages
 * @param all its tables
 * @param chosen some of them
 * @param note what was assumed about the choice
 */
record InputTables(String path, Unpacked all, List<TableSource> chosen, Optional<String> note) {

  private static final String ALL = "all";

  /**
   * Unpacks an input.
   *
   * @param path for messages
   * @param mostBytes how much may come out of it
   * @param sheet the table that is wanted, or {@code all}; left open: of a workbook the first with
   *     data, of an archive every one
   * @throws UsageException naming the file, if it cannot be read or has no such table
   */
  static InputTables of(String path, CsvSource file, long mostBytes, Optional<String> sheet)
      throws UsageException {
    try {
      Unpacked all = Containers.unpack(file, mostBytes);
      if (sheet.isPresent() && !sheet.get().equalsIgnoreCase(ALL)) {
        return new InputTables(path, all, List.of(named(path, all, sheet.get())), Optional.empty());
      }
      boolean every = sheet.isPresent() || all.kind() == ContainerKind.ZIP;
      return every || all.tables().size() == 1
          ? new InputTables(path, all, all.tables(), Optional.empty())
          : new InputTables(
              path, all, List.of(all.first()), Optional.of(assumed(file.name(), all)));
    } catch (ImportException e) {
      throw new UsageException(path + ": " + e.getMessage(), e);
    }
  }

  private static TableSource named(String path, Unpacked all, String sheet) throws UsageException {
    return all.named(sheet)
        .orElseThrow(
            () ->
                new UsageException(
                    all.names().equals(List.of(""))
                        ? path + ": the file is one table; leave out --sheet."
                        : "%s: there is no %s \"%s\"; there is %s."
                            .formatted(path, all.kind().part(), sheet, list(all.names()))));
  }

  private static String assumed(String name, Unpacked all) {
    return "%s: of the %ss %s the %s \"%s\" is read. --sheet NAME takes another, --sheet all each of them."
        .formatted(
            name, all.kind().part(), list(all.names()), all.kind().part(), all.first().table());
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }

  /** The path of the input, with the table's name if it has several. */
  String path(TableSource table) {
    return all.tables().size() == 1 ? path : "%s (%s)".formatted(path, table.table());
  }

  /**
   * The file for each table.
   *
   * @param target that of the input; null if none is wanted
   */
  Map<TableSource, Path> outputs(@Nullable Path target) {
    Map<TableSource, Path> outputs = new HashMap<>();
    if (target != null && chosen.size() == 1) {
      outputs.put(chosen.getFirst(), target);
    } else if (target != null) {
      List<String> stems = chosen.stream().map(InputTables::stem).distinct().toList();
      boolean distinct = stems.size() == chosen.size();
      Map<String, Path> named =
          OutputFiles.perSeries(
              target, distinct ? stems : chosen.stream().map(TableSource::table).toList());
      chosen.forEach(
          table -> outputs.put(table, named.get(distinct ? stem(table) : table.table())));
    }
    return outputs;
  }

  private static String stem(TableSource table) {
    String name = OutputFiles.textName(table.table());
    return name.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? name.substring(0, name.length() - 4)
        : name;
  }
}
