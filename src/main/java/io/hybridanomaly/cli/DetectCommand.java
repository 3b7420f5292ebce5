package io.hybridanomaly.cli;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.evaluation.DetectionMetrics;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.export.RunReport;
import io.hybridanomaly.importing.ImportOptions;
import io.hybridanomaly.importing.ImportSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code detect}: annotated CSV and report for one or more files. */
@Command(
    name = "detect",
    description = "Finds what is abnormal in one or more CSV files.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
final class DetectCommand implements Callable<Integer> {

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE|DIRECTORY",
      description =
          "Annotated CSV per input; a folder if there are several inputs (one file: standard output"
              + " if left out).")
  private @Nullable String output;

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "Settings, seed, versions, data summary, timings and periods as JSON.")
  private @Nullable Path report;

  private final PrintStream out;
  private final PrintStream err;

  DetectCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UsageException, IOException {
    InputFiles files = input.files();
    DetectionSettings settings = input.settings();
    ImportOptions options = input.importOptions();
    if (files.several() && output == null && report == null) {
      throw new UsageException("Several inputs need --output FOLDER for their results.");
    }
    Map<Path, Path> targets = output == null ? Map.of() : OutputFiles.targets(files, output);
    if (report != null) {
      OutputFiles.refuseOverwriting(files.files(), List.of(report));
      if (targets.containsValue(report)) {
        throw new UsageException(
            report + ": --output and --report name the same file; choose two names.");
      }
    }
    List<RunReport.Entry> entries = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    boolean allWell = files.problems().isEmpty();
    files.problems().forEach(problem -> CommandLineTool.complain(err, problem));
    try (Shutdown shutdown = new Shutdown()) {
      for (Path file : files.files()) {
        try {
          SeriesRun run =
              SeriesRun.of(
                  file, options, settings, shutdown.cancellation(), input.showProgress(), err);
          write(run, targets.get(file), files.several());
          entries.add(Reports.entry(run));
          whatIsLeftOut(run).ifPresent(notes::add);
          printMetrics(run, files.several());
        } catch (UsageException e) {
          CommandLineTool.complain(err, e);
          entries.add(new RunReport.Failed(file.toString(), String.valueOf(e.getMessage())));
          allWell = false;
        }
      }
    }
    if (report != null && (files.several() || allWell)) {
      List<RunReport.Entry> runs = entries;
      boolean array = files.several();
      OutputFiles.write(report, text -> text.write(RunReport.json(runs, array)));
    }
    if (allWell) {
      notes.forEach(err::println);
    }
    return allWell ? CommandLineTool.OK : CommandLineTool.WRONG_INPUT;
  }

  private void write(SeriesRun run, @Nullable Path target, boolean several)
      throws UsageException, IOException {
    if (target != null) {
      OutputFiles.write(
          target, text -> AnnotatedCsv.write(run.imported().series(), run.result(), text));
    } else if (!several) {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      AnnotatedCsv.write(run.imported().series(), run.result(), text);
      text.flush();
      OutputFiles.requireWritten(out);
    }
  }

  /** A line if rows were left out: nothing is dropped silently, and the output has fewer rows. */
  private static Optional<String> whatIsLeftOut(SeriesRun run) {
    ImportSummary summary = run.imported().summary();
    if (summary.rowsDropped() == 0) {
      return Optional.empty();
    }
    String reasons =
        summary.dropped().stream()
            .map(
                rows ->
                    "%d with %s (first on line %d)"
                        .formatted(
                            rows.count(), rows.reason().text(), rows.firstLines().getFirst()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        "%s: of %d rows %d are left out: %s."
            .formatted(run.path(), summary.rowsRead(), summary.rowsDropped(), reasons));
  }

  private void printMetrics(SeriesRun run, boolean several) throws UsageException {
    if (input.labelColumn().isEmpty()) {
      return;
    }
    if (several) {
      err.println("file " + run.path());
    }
    DetectionMetrics.lines(Metrics.of(run).asMap()).forEach(err::println);
  }
}
