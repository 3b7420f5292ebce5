package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.export.RunReport;
import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.importing.options.ImportOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges inputs on all cores and writes their files in order. Of a run nothing stays in memory but
 * what the report says of it, so that a folder needs no more memory than the few files that are
 * judged at the same time.
 */
final class Batch {

  /** How a file is to be read. */
  @FunctionalInterface
  interface Reading {
    ImportOptions of(Path file) throws UsageException;
  }

  /** What a subcommand does with a run. */
  @FunctionalInterface
  interface Use {
    void accept(Analysis run) throws UsageException, IOException;
  }

  private final InputFiles files;
  private final InputOptions input;
  private final DetectionSettings settings;
  private final Map<Path, Path> targets;
  private final @Nullable Path reportFile;
  private final RunReport report;
  private final List<String> notes = new ArrayList<>();
  private final PrintStream err;

  /**
   * @param err hears of problems, then of what was assumed, left out or passed over
   * @throws UsageException if the options do not fit together or do not fit the inputs
   */
  Batch(InputFiles files, InputOptions input, OutputOptions output, PrintStream err)
      throws UsageException {
    this.files = files;
    this.input = input;
    this.err = err;
    report = new RunReport(files.several() || input.allSeries());
    settings = input.settings();
    targets = output.targets(files);
    reportFile = output.report().orElse(null);
  }

  /**
   * Judges every input; a bad one is reported and the others still run.
   *
   * @return exit status
   * @throws DetectionException if the machine allows no detection, whatever the input
   */
  int run(Reading reading, Use use) throws UsageException, DetectionException, IOException {
    boolean allWell = files.problems().isEmpty();
    files.problems().forEach(problem -> CommandLineTool.complain(err, problem));
    try (Shutdown shutdown = new Shutdown();
        RunsAhead runs = new RunsAhead(shutdown.cancellation())) {
      if (!input.allSeries()) {
        for (Path file : files.files()) {
          runs.add(file, (stop, turn) -> judged(read(file, reading).getFirst(), stop, turn));
        }
      }
      for (Path file : files.files()) {
        try {
          if (input.allSeries()) {
            judgeAllSeries(file, reading, use, runs);
          } else {
            judge(runs.next(), targets.get(file), use);
          }
        } catch (UsageException e) {
          CommandLineTool.complain(err, e);
          report.addFailure(file.toString(), String.valueOf(e.getMessage()));
          allWell = false;
        }
      }
    }
    if (reportFile != null && (files.several() || allWell)) {
      OutputFiles.write(reportFile, text -> text.write(report.json()));
    }
    if (allWell) {
      notes.forEach(err::println);
    }
    return allWell ? CommandLineTool.OK : CommandLineTool.WRONG_INPUT;
  }

  private void judgeAllSeries(Path file, Reading reading, Use use, RunsAhead runs)
      throws UsageException, DetectionException, IOException {
    List<SeriesRun> all = read(file, reading);
    Path target = targets.get(file);
    List<String> names = all.stream().flatMap(run -> run.name().stream()).toList();
    Map<String, Path> outputs =
        names.isEmpty() || target == null ? Map.of() : OutputFiles.perSeries(target, names);
    all.forEach(run -> runs.add(file, (stop, turn) -> judged(run, stop, turn)));
    UsageException bad = null;
    for (SeriesRun run : all) {
      try {
        judge(runs.next(), run.name().map(outputs::get).orElse(target), use);
      } catch (UsageException e) {
        bad = complainOfFirst(bad, e);
      }
    }
    if (bad != null) {
      throw bad;
    }
  }

  private List<SeriesRun> read(Path file, Reading reading) throws UsageException, IOException {
    FileSource.requireReadable(file);
    return SeriesRun.of(file, reading.of(file), input.allSeries());
  }

  private Analysis judged(SeriesRun run, Cancellation cancellation, BooleanSupplier isItsTurn)
      throws UsageException, DetectionException {
    return run.judge(settings, cancellation, input.showProgress(), isItsTurn, err);
  }

  /** The last bad series is for the caller to name; those before it are named here. */
  private UsageException complainOfFirst(@Nullable UsageException before, UsageException now) {
    if (before != null) {
      CommandLineTool.complain(err, before);
      report.addFailure("", String.valueOf(before.getMessage()));
    }
    return now;
  }

  private void judge(Analysis run, @Nullable Path target, Use use)
      throws UsageException, IOException {
    if (target != null) {
      OutputFiles.write(target, text -> AnnotatedCsv.write(run.series(), run.result(), text));
    }
    use.accept(run);
    if (reportFile != null) {
      report.add(run);
    }
    whatIsLeftOut(run).ifPresent(notes::add);
    for (Doubt doubt : run.dataset().summary().doubts()) {
      notes.add("%s: %s%s".formatted(run.file().name(), doubt.sentence(), options(doubt)));
    }
  }

  /** The options that are the remedy. */
  private static String options(Doubt doubt) {
    return switch (doubt.remedy()) {
      case CHOOSE_SERIES -> " --series NAME takes another, --series all each of them.";
      case NAME_CODES -> " --missing names such numbers.";
      case CHOOSE_DATE_ORDER -> " --date-order settles it.";
      case CHOOSE_DECIMAL -> " --decimal settles it.";
      case NONE -> "";
    };
  }

  /**
   * A line if rows were left out: the output has fewer rows than the file. It is for calls that
   * went well; where an input is bad, standard error names the problems and nothing else, and the
   * report has the counts.
   */
  private static Optional<String> whatIsLeftOut(Analysis run) {
    DataSummary summary = run.dataset().summary();
    if (summary.rowsDropped() == 0) {
      return Optional.empty();
    }
    String reasons =
        summary.dropped().stream()
            .map(
                rows ->
                    "%d with %s (first on line %d)"
                        .formatted(rows.count(), rows.reason(), rows.firstLines().getFirst()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        "%s: of %d rows %d are left out: %s."
            .formatted(run.file().name(), summary.rowsRead(), summary.rowsDropped(), reasons));
  }
}
