package io.hybridanomaly.cli;

import java.nio.file.Path;
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
      names = "--keep-columns",
      description = "All columns of the input before the annotated ones.")
  private boolean keepColumns;

  /** Whether the annotated CSV begins with all columns of the input. */
  boolean keepsColumns() {
    return keepColumns;
  }

  /** Whether annotated CSV goes to files. */
  boolean writesFiles() {
    return output != null;
  }

  Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  /**
   * The file for the annotated CSV of each input; empty without {@code --output}.
   *
   * @throws UsageException if an input would be overwritten, two outputs are the same file, or one
   *     cannot be written
   */
  Map<Path, Path> targets(InputFiles files) throws UsageException {
    Map<Path, Path> targets = output == null ? Map.of() : OutputFiles.targets(files, output);
    if (report != null) {
      OutputFiles.refuseOverwriting(files.files(), List.of(report));
      if (OutputFiles.isAmong(report, targets.values())) {
        throw new UsageException(
            report + ": --output and --report name the same file; choose two names.");
      }
    }
    for (Path target : targets.values()) {
      OutputFiles.requirePossible(target);
    }
    if (report != null) {
      OutputFiles.requirePossible(report);
    }
    return targets;
  }
}
