package io.hybridanomaly.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files that the arguments name, folders expanded.
 *
 * @param files in the order of the arguments, those of a folder in name order
 * @param several whether results go to a folder: more than one file, or a folder was named
 */
record InputFiles(List<Path> files, boolean several) {

  /**
   * Expands folders to their own files ending in {@code .csv} (any case), not their subfolders. A
   * file named outright is taken whatever its ending.
   */
  static InputFiles of(List<Path> arguments) throws UsageException {
    List<Path> files = new ArrayList<>();
    boolean folder = false;
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        folder = true;
        files.addAll(csvFilesIn(argument));
      } else {
        files.add(argument);
      }
    }
    return new InputFiles(List.copyOf(files), folder || files.size() > 1);
  }

  private static List<Path> csvFilesIn(Path folder) throws UsageException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found =
          entries
              .filter(Files::isRegularFile)
              .filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new UsageException(
            folder + ": the folder has no file that ends in .csv; name the files outright.");
      }
      return found;
    } catch (IOException e) {
      throw new UsageException(folder + ": the folder cannot be read; check its permissions.", e);
    }
  }
}
