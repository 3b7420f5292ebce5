package io.hybridanomaly.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a call of the job has left in its output folder. */
final class Written {

  private Written() {}

  /** The names of a table's columns as CSV. */
  static String header(Path output, String table) throws IOException {
    return Files.readAllLines(files(output.resolve(table), ".csv").getFirst()).getFirst();
  }

  /** The rows of a table as CSV, without its header, in the order of its files. */
  static List<String> rows(Path output, String table) throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path part : files(output.resolve(table), ".csv")) {
      List<String> lines = Files.readAllLines(part);
      rows.addAll(lines.subList(1, lines.size()));
    }
    return rows;
  }

  /** The files with judged series. */
  static List<Path> kept(Path output) throws IOException {
    return files(output.resolve("_judged"), ".parquet");
  }

  /** The names of the networks of groups. */
  static List<String> networks(Path output) throws IOException {
    return files(output.resolve("_networks"), "").stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> !name.startsWith("."))
        .toList();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
