package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.export.RunReport;
import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    /**
     * The options for one table.
     *
     * @param name the path, for messages
     */
    ImportOptions of(String name, CsvSource source) throws UsageException;
  }

  /** What a subcommand does with a run. */
  @FunctionalInterface
  interface Use {
    /**
     * Takes a run.
     *
     * @param kept all columns of its rows, if they are wanted
     */
    void accept(Analysis run, Optional<OriginalRows> kept) throws UsageException, IOException;
  }

  private final InputFiles files;
  private final InputOptions input;
  private final DetectionSettings settings;
  private final Map<Path, Path> targets;
  private final @Nullable Path reportFile;
  private final boolean several;
  private final boolean keepsColumns;
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
    several = input.several(files);
    report = new RunReport(several);
    keepsColumns = output.keepsColumns();
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
      List<Prepared> prepared = files.files().stream().map(this::prepare).toList();
      if (!input.allSeries()) {
        prepared.forEach(each -> each.chosen().forEach(table -> add(each, table, reading, runs)));
      }
      for (Prepared each : prepared) {
        try {
          judge(each.orThrow(), reading, use, runs);
        } catch (UsageException e) {
          CommandLineTool.complain(err, e);
          report.addFailure(each.file().toString(), String.valueOf(e.getMessage()));
          allWell = false;
        }
      }
    }
    if (reportFile != null && (several || allWell)) {
      OutputFiles.write(reportFile, text -> text.write(report.json()));
    }
    if (allWell) {
      notes.forEach(err::println);
    }
    return allWell ? CommandLineTool.OK : CommandLineTool.WRONG_INPUT;
  }

  /** The tables of an input, or why there are none. */
  private record Prepared(Path file, @Nullable InputTables tables, @Nullable UsageException bad) {

    List<TableSource> chosen() {
      return tables == null ? List.of() : tables.chosen();
    }

    InputTables orThrow() throws UsageException {
      if (tables == null) {
        throw Objects.requireNonNull(bad);
      }
      return tables;
    }
  }

  private Prepared prepare(Path file) {
    try {
      InputTables tables = InputTables.of(file, input.sheet());
      if (tables.chosen().size() > 1 && !several) {
        throw new UsageException(
            file + ": it holds several tables; name one with --sheet, or take --sheet all.");
      }
      return new Prepared(file, tables, null);
    } catch (UsageException e) {
      return new Prepared(file, null, e);
    }
  }

  private void add(Prepared input, TableSource table, Reading reading, RunsAhead runs) {
    String path = Objects.requireNonNull(input.tables()).path(table);
    runs.add(
        input.file(), (stop, turn) -> judged(read(path, table, reading).getFirst(), stop, turn));
  }

  private void judge(InputTables tables, Reading reading, Use use, RunsAhead runs)
      throws UsageException, DetectionException, IOException {
    Map<TableSource, Path> outputs = tables.outputs(targets.get(tables.file()));
    UsageException bad = null;
    for (TableSource table : tables.chosen()) {
      try {
        if (input.allSeries()) {
          judgeAllSeries(tables, table, outputs.get(table), reading, use, runs);
        } else {
          judge(runs.next(), table, outputs.get(table), use);
        }
      } catch (UsageException e) {
        bad = complainOfFirst(bad, e);
      }
    }
    if (bad != null) {
      throw bad;
    }
    tables.note().ifPresent(notes::add);
  }

  private void judgeAllSeries(
      InputTables tables,
      TableSource table,
      @Nullable Path target,
      Reading reading,
      Use use,
      RunsAhead runs)
      throws UsageException, DetectionException, IOException {
    List<SeriesRun> all = read(tables.path(table), table, reading);
    List<String> names = all.stream().flatMap(run -> run.name().stream()).toList();
    Map<String, Path> outputs =
        names.isEmpty() || target == null ? Map.of() : OutputFiles.perSeries(target, names);
    all.forEach(run -> runs.add(tables.file(), (stop, turn) -> judged(run, stop, turn)));
    UsageException bad = null;
    for (SeriesRun run : all) {
      try {
        judge(runs.next(), table, run.name().map(outputs::get).orElse(target), use);
      } catch (UsageException e) {
        bad = complainOfFirst(bad, e);
      }
    }
    if (bad != null) {
      throw bad;
    }
  }

  private List<SeriesRun> read(String path, TableSource table, Reading reading)
      throws UsageException, IOException {
    return SeriesRun.of(path, table, reading.of(path, table), input.allSeries());
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

  private void judge(Analysis run, CsvSource table, @Nullable Path target, Use use)
      throws UsageException, IOException {
    Optional<OriginalRows> kept =
        keepsColumns
            ? Optional.of(SeriesRun.rows(run.file().name(), table, run.dataset().options()))
            : Optional.empty();
    if (target != null) {
      OutputFiles.write(
          target,
          text -> AnnotatedCsv.write(run.series(), run.result(), Annotations.NONE, kept, text));
    }
    use.accept(run, kept);
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
