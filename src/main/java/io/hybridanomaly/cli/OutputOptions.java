package io.hybridanomaly.cli;

import io.hybridanomaly.export.CsvDialect;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where {@code detect} and {@code evaluate} write files to. Filled in by picocli. */
final class OutputOptions {

  @Option(
      names = "--output",
      paramLabel = "FILE|DIRECTORY",
      description =
          "Annotated CSV per input; a folder if there are several inputs (left out: detect prints"
              + " that of one file on standard output, evaluate none).")
  private @Nullable String output;

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "Settings, seed, versions, data summary, timings and anomalies as JSON.")
  private @Nullable Path report;

  @Option(
      names = "--overview",
      paramLabel = "FILE.html",
      description =
          "One page over all inputs, series or columns, the worst first; of a single file over all"
              + " its value columns or series.")
  private @Nullable Path overview;

  @Option(
      names = "--keep-columns",
      description = "All columns of the input before the annotated ones.")
  private boolean keepColumns;

  @Option(
      names = "--csv-format",
      paramLabel = "comma|semicolon",
      defaultValue = "comma",
      description =
          "Annotated CSV with commas and decimal points (default), or with semicolons and decimal"
              + " commas, as spreadsheets of most of Europe expect.")
  private String csvFormat = "comma";

  /**
   * How the annotated CSV separates cells and decimals.
   *
   * @throws UsageException naming the choices, if it is none of them
   */
  CsvDialect csvDialect() throws UsageException {
    return Choice.of("--csv-format", csvFormat, CsvDialect.class);
  }

  /** Whether the annotated CSV begins with all columns of the input. */
  boolean keepsColumns() {
    return keepColumns;
  }

  /** Whether annotated CSV goes to files. */
  boolean writesFiles() {
    return output != null;
  }

  /** Whether anything goes to a file. */
  boolean writesSomething() {
    return output != null || report != null || overview != null;
  }

  Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  Optional<Path> overview() {
    return Optional.ofNullable(overview);
  }

  /**
   * The file for the annotated CSV of each input; empty without {@code --output}.
   *
   * @throws UsageException if an input would be overwritten, two outputs are the same file, or one
   *     cannot be written
   */
  Map<Path, Path> targets(InputFiles files) throws UsageException {
    Map<Path, Path> targets = output == null ? Map.of() : OutputFiles.targets(files, output);
    requireOwn(report, "--report", files, targets.values(), "--output");
    requireOwn(overview, "--overview", files, targets.values(), "--output");
    if (overview != null && report != null) {
      requireOwn(overview, "--overview", files, List.of(report), "--report");
    }
    for (Path target : targets.values()) {
      OutputFiles.requirePossible(target);
    }
    return targets;
  }

  /** Refuses a file that is an input or that another option names, or that cannot be written. */
  private static void requireOwn(
      @Nullable Path file,
      String option,
      InputFiles files,
      Collection<Path> others,
      String otherOption)
      throws UsageException {
    if (file == null) {
      return;
    }
    OutputFiles.refuseOverwriting(files.files(), List.of(file));
    if (OutputFiles.isAmong(file, others)) {
      throw new UsageException(
          "%s: %s and %s name the same file; choose two names."
              .formatted(file, otherOption, option));
    }
    OutputFiles.requirePossible(file);
  }
}
