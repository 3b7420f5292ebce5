package io.hybridanomaly.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides where results go, and writes them whole or not at all. */
final class OutputFiles {

  /** Writes the content of one file. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private OutputFiles() {}

  /**
   * The file for each input: inside a folder if {@code name} is one or there are several inputs,
   * otherwise the file of that name itself.
   *
   * @throws UsageException if two inputs would share an output or an input would be overwritten
   */
  static Map<Path, Path> targets(InputFiles inputs, String name) throws UsageException {
    Path output = Path.of(name);
    boolean folder = inputs.several() || Files.isDirectory(output) || name.endsWith("/");
    Map<Path, Path> targets = new HashMap<>();
    Map<Path, Path> owners = new HashMap<>();
    for (Path input : inputs.files()) {
      Path target = folder ? output.resolve(textName(new FileSource(input).name())) : output;
      Path other = owners.put(target, input);
      if (other != null && !other.equals(input)) {
        throw new UsageException(
            "%s and %s have the same file name and would share one output: run them one by one."
                .formatted(other, input));
      }
      targets.put(input, target);
    }
    refuseOverwriting(inputs.files(), targets.values());
    return targets;
  }

  /** The name of a file without what says that it is no plain text. */
  static String textName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : List.of(".gz", ".xlsx", ".zip", ".jsonl", ".ndjson", ".json")) {
      if (lower.endsWith(ending) && name.length() > ending.length()) {
        String stem = name.substring(0, name.length() - ending.length());
        return stem.toLowerCase(Locale.ROOT).endsWith(".csv") ? stem : textName(stem) + ".csv";
      }
    }
    return name;
  }

  /**
   * A file for each series beside the one that a single series would have; a name without an ending
   * gets that of a CSV file.
   */
  static Map<String, Path> perSeries(Path target, List<String> names) {
    String file = String.valueOf(target.getFileName());
    int point = file.lastIndexOf('.');
    String stem = point > 0 ? file.substring(0, point) : file;
    String ending = point > 0 ? file.substring(point) : ".csv";
    Map<String, Path> outputs = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (String name : names) {
      String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
      String unique = plain;
      for (int copy = 2; !used.add(unique.toLowerCase(Locale.ROOT)); copy++) {
        unique = plain + "-" + copy;
      }
      outputs.put(name, target.resolveSibling(stem + "-" + unique + ending));
    }
    return outputs;
  }

  /** Refuses any of the targets that is one of the inputs, by whatever path it is named. */
  static void refuseOverwriting(List<Path> inputs, Iterable<Path> targets) throws UsageException {
    Set<Path> real = new HashSet<>();
    for (Path input : inputs) {
      real.add(realPath(input));
    }
    for (Path target : targets) {
      if (real.contains(realPath(target))) {
        throw new UsageException(
            target + ": this output would overwrite an input; choose another folder or name.");
      }
    }
  }

  /**
   * Makes sure before any work that a file can be written: what is there of its path are folders,
   * and the last of them lets files be made.
   *
   * @throws UsageException if not
   */
  static void requirePossible(Path target) throws UsageException {
    if (Files.isDirectory(target)) {
      throw new UsageException(target + ": this is a folder; name a file to write.");
    }
    if (Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      // A link, a device or a pipe takes the text as it comes.
      return;
    }
    Path folder = target.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UsageException(
          "%s: the result cannot be written (%s is no folder); choose another place."
              .formatted(target, folder));
    }
    if (folder == null || !Files.isWritable(folder)) {
      throw new UsageException(
          "%s: the result cannot be written (no permission); choose another place."
              .formatted(target));
    }
  }

  /** Whether a file is one of others, by whatever path it is named. */
  static boolean isAmong(Path file, Collection<Path> others) {
    Path real = realPath(file);
    return others.stream().anyMatch(other -> realPath(other).equals(real));
  }

  /** Writes a file in UTF-8 beside its final place first, so that no half of it is ever seen. */
  static void write(Path target, Content content) throws UsageException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new UsageException(target + ": this is a folder; name a file to write.");
    }
    try {
      Files.createDirectories(folder);
      boolean ordinary = Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
      if (!ordinary && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        // A link, a device or a pipe takes the text as it comes; it must not be replaced by a file.
        writeText(target, content);
        return;
      }
      Path draft = folder.resolve("." + UUID.randomUUID() + ".part");
      try {
        writeText(draft, content);
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UsageException(
          "%s: the result cannot be written (%s); choose another place."
              .formatted(target, reason(e)),
          e);
    }
  }

  /**
   * Makes sure that everything printed has arrived.
   *
   * @throws UsageException if the standard output is closed or full
   */
  static void requireWritten(PrintStream out) throws UsageException {
    if (out.checkError()) {
      throw new UsageException(
          "standard output: not everything could be written; it is closed or its disk is full.");
    }
  }

  private static void writeText(Path file, Content content) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      content.writeTo(out);
    }
  }

  /** The cause in two or three words. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException ignored -> "no such file";
      case AccessDeniedException ignored -> "no permission";
      case FileAlreadyExistsException ignored -> "a file is in the way";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  /** One path for all names of a file, which need not be there yet, nor its folder. */
  private static Path realPath(Path path) {
    Path absolute = path.toAbsolutePath();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path folder = absolute.getParent();
      if (folder == null) {
        return absolute;
      }
      return realPath(folder).resolve(linkedName(absolute)).normalize();
    }
  }

  /** What is behind a link to a file that is not there yet; otherwise the name itself. */
  private static Path linkedName(Path path) {
    try {
      return Files.readSymbolicLink(path);
    } catch (IOException | UnsupportedOperationException e) {
      return path.getName(path.getNameCount() - 1);
    }
  }
}
