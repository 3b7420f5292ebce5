package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A series of an input, read as {@code detect} reads it, for a program that judges it elsewhere.
 *
 * @param table the path of its file, with the table's name in it if the file holds several
 * @param name what tells it apart from the others of its table; the file's name without its ending
 *     if it is the only one
 * @param dataset the series; null if it does not allow a detection
 * @param group the group of like series that it is of; null if it is of none, or nobody asked
 * @param problem why not, in a sentence that begins with the path; null if it does
 */
public record NamedSeries(
    String table,
    String name,
    @Nullable Dataset dataset,
    @Nullable String group,
    @Nullable String problem) {

  /**
   * Reads an input.
   *
   * @param path of it, for messages
   * @param alone whether it is the only input, and no folder: then a table of one series gives all
   *     its value columns
   * @param group the column with the group of a series, by header or number from 1
   * @return at least one; what cannot be read is one with its problem
   * @throws UsageException if the options contradict each other
   * @throws IOException if the file cannot be read a second time, for its hash
   */
  public static List<NamedSeries> read(
      String path, CsvSource file, InputOptions options, boolean alone, Optional<String> group)
      throws UsageException, IOException {
    Extent extent = options.extentOfMany(alone);
    ImportOptions chosen = options.importOptions();
    ImportOptions reading = group.map(chosen::withGroupColumn).orElse(chosen);
    List<NamedSeries> all = new ArrayList<>();
    try {
      InputTables tables =
          InputTables.of(path, file, Containers.DEFAULT_MOST_BYTES, options.sheet());
      for (TableSource table : tables.chosen()) {
        addAll(tables.path(table), table, reading, extent, all);
      }
    } catch (UsageException e) {
      all.add(bad(path, stem(file.name()), e));
    }
    return all;
  }

  /**
   * Reads a table that holds one series.
   *
   * @param table what it is called, for messages
   * @param name what tells the series apart from others
   * @param options how it is read
   */
  public static NamedSeries one(String table, String name, CsvSource text, ImportOptions options)
      throws IOException {
    try {
      return of(table, name, SeriesRun.read(table, text, options, Extent.ONE).getFirst());
    } catch (UsageException e) {
      return bad(table, name, e);
    }
  }

  private static void addAll(
      String path, TableSource table, ImportOptions options, Extent extent, List<NamedSeries> all)
      throws IOException {
    String stem = stem(table.name());
    try {
      for (SeriesRun run : SeriesRun.read(path, table, options, extent)) {
        String name = run.name().orElse(stem);
        try {
          all.add(of(path, name, run));
        } catch (UsageException e) {
          all.add(bad(path, name, e));
        }
      }
    } catch (UsageException e) {
      all.add(bad(path, stem, e));
    }
  }

  private static NamedSeries of(String table, String name, SeriesRun run) throws UsageException {
    ImportedSeries imported = run.imported();
    return new NamedSeries(table, name, run.dataset(imported), imported.group().orElse(null), null);
  }

  private static NamedSeries bad(String table, String name, UsageException problem) {
    return new NamedSeries(table, name, null, null, String.valueOf(problem.getMessage()));
  }

  private static String stem(String file) {
    String text = OutputFiles.textName(file);
    int point = text.lastIndexOf('.');
    return point > 0 ? text.substring(0, point) : text;
  }
}
