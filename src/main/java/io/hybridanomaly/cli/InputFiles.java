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
 * @param problems one sentence for each folder without a CSV file
 * @param several whether results go to a folder: more than one file, or a folder was named
 */
record InputFiles(List<Path> files, List<Problem> problems, boolean several) {

  /** A folder that cannot be used, and why, in a sentence. */
  record Problem(Path folder, String sentence) {

    @Override
    public String toString() {
      return folder + ": " + sentence;
    }
  }

  /**
   * Expands folders to their own files ending in {@code .csv} (any case), not their subfolders. A
   * file named outright is taken whatever its ending.
   */
  static InputFiles of(List<Path> arguments) {
    List<Path> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    boolean folder = false;
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        folder = true;
        addCsvFilesIn(argument, files, problems);
      } else {
        files.add(argument);
      }
    }
    return new InputFiles(List.copyOf(files), List.copyOf(problems), folder || files.size() > 1);
  }

  /** Whether one of them is a ZIP archive by its name, which may hold several tables. */
  boolean hasArchive() {
    return files.stream().anyMatch(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".zip"));
  }

  private static void addCsvFilesIn(Path folder, List<Path> files, List<Problem> problems) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found =
          entries
              .filter(file -> !Files.isDirectory(file))
              .filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
              .sorted()
              .toList();
      files.addAll(found);
      if (found.isEmpty()) {
        problems.add(
            new Problem(
                folder, "the folder has no file that ends in .csv; name the files outright."));
      }
    } catch (IOException e) {
      problems.add(
          new Problem(
              folder,
              "the folder cannot be read (%s); check its permissions."
                  .formatted(OutputFiles.reason(e))));
    }
  }
}
