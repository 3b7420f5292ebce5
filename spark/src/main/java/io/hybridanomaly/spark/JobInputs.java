package io.hybridanomaly.spark;

import io.hybridanomaly.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * The inputs that the arguments name, folders of CSV files expanded.
 *
 * @param csv files for the importer, of whatever kind it reads
 * @param parquet files and folders for Spark
 * @param alone whether there is one file and no folder was named
 */
record JobInputs(List<Place> csv, List<Place> parquet, boolean alone) {

  private static final String CSV = ".csv";
  private static final String PARQUET = ".parquet";

  /**
   * Where something is.
   *
   * @param shown as it was named
   * @param address an absolute path of a disk that all machines see, or an address with a scheme
   */
  record Place(String shown, String address) {}

  /**
   * Looks for the inputs.
   *
   * @param configuration of Hadoop's file systems
   * @throws UsageException if one is missing or a folder holds nothing to read: better known now
   *     than after hours
   */
  static JobInputs of(List<String> named, Configuration configuration)
      throws UsageException, IOException {
    List<Place> csv = new ArrayList<>();
    List<Place> parquet = new ArrayList<>();
    boolean folders = false;
    for (String input : named.stream().distinct().toList()) {
      boolean folder =
          RemoteFile.hasScheme(input)
              ? addRemote(input, configuration, csv, parquet)
              : addLocal(input, csv, parquet);
      folders |= folder;
    }
    return new JobInputs(
        csv.stream().distinct().toList(),
        parquet.stream().distinct().toList(),
        !folders && csv.size() == 1 && parquet.isEmpty());
  }

  private static boolean addLocal(String input, List<Place> csv, List<Place> parquet)
      throws UsageException, IOException {
    Path path = Path.of(input);
    if (!Files.isReadable(path)) {
      throw new UsageException(
          Files.exists(path)
              ? input + ": it may not be read; check its permissions."
              : input + ": there is no such file; check the path.");
    }
    if (!Files.isDirectory(path)) {
      (endsWith(input, PARQUET) ? parquet : csv).add(local(input, path));
      return false;
    }
    List<Path> inside;
    try (Stream<Path> entries = Files.list(path)) {
      inside = entries.sorted().toList();
    }
    List<Path> tables =
        inside.stream()
            .filter(file -> endsWith(file.toString(), CSV) && !Files.isDirectory(file))
            .toList();
    if (holdsParquet(path)) {
      parquet.add(local(input, path));
    } else if (tables.isEmpty()) {
      throw nothingIn(input);
    }
    tables.forEach(file -> csv.add(local(file.toString(), file)));
    return true;
  }

  private static boolean holdsParquet(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(file -> endsWith(file.toString(), PARQUET));
    }
  }

  private static boolean addRemote(
      String input, Configuration configuration, List<Place> csv, List<Place> parquet)
      throws UsageException, IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(input);
    FileSystem files = RemoteFile.store(input, path, configuration);
    if (!files.exists(path)) {
      throw new UsageException(input + ": there is no such file; check the address.");
    }
    if (!files.getFileStatus(path).isDirectory()) {
      (endsWith(input, PARQUET) ? parquet : csv).add(new Place(input, input));
      return false;
    }
    List<Place> tables = new ArrayList<>();
    for (FileStatus file : files.listStatus(path)) {
      String name = file.getPath().toString();
      if (!file.isDirectory() && endsWith(name, CSV)) {
        tables.add(new Place(name, name));
      }
    }
    if (tables.isEmpty()) {
      // Its parts may lie in folders of their own; Spark says if there are none.
      parquet.add(new Place(input, input));
    }
    csv.addAll(tables);
    return true;
  }

  private static UsageException nothingIn(String folder) {
    return new UsageException(
        folder
            + ": the folder has no file that ends in .csv or .parquet; name the files outright.");
  }

  private static Place local(String shown, Path path) {
    return new Place(shown, path.toAbsolutePath().normalize().toString());
  }

  private static boolean endsWith(String name, String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
