package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.export.CsvDialect;
import io.hybridanomaly.export.RunReport;
import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.NumberText;
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
 * what the report and the overview say of it, so that a folder needs no more memory than the few
 * files that are judged at the same time.
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
  private final @Nullable OverviewFile overview;
  private final Extent extent;
  private final boolean several;
  private final boolean keepsColumns;
  private final CsvDialect dialect;
  private final RunReport report;
  private final BatchProgress progress = new BatchProgress(System::nanoTime);
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
    extent = input.extent(files, output.overview().isPresent());
    several = input.several(files, extent);
    report = new RunReport(several);
    keepsColumns = output.keepsColumns();
    dialect = output.csvDialect();
    settings = input.settings();
    targets = output.targets(files);
    reportFile = output.report().orElse(null);
    overview = output.overview().map(file -> new OverviewFile(file, files.files())).orElse(null);
  }

  /**
   * Judges every input; a bad one is reported and the others still run.
   *
   * @return exit status
   * @throws DetectionException if the machine allows no detection, whatever the input
   */
  int run(Reading reading, Use use) throws UsageException, DetectionException, IOException {
    boolean allWell = files.problems().isEmpty();
    for (InputFiles.Problem problem : files.problems()) {
      CommandLineTool.complain(err, problem.toString());
      if (overview != null) {
        overview.addFailure(problem.folder().toString(), problem.sentence());
      }
    }
    try (Shutdown shutdown = new Shutdown();
        Judge judge = Judge.of(input, err);
        RunsAhead runs = new RunsAhead(shutdown.cancellation(), judge)) {
      List<Prepared> prepared = files.files().stream().map(this::prepare).toList();
      if (extent == Extent.ONE) {
        prepared.forEach(each -> each.parts().forEach(part -> add(each, part, reading, runs)));
      }
      for (Prepared each : prepared) {
        allWell &= judge(each, reading, use, runs);
      }
    }
    if (reportFile != null && (several || allWell)) {
      OutputFiles.write(reportFile, text -> text.write(report.json()));
    }
    if (overview != null) {
      overview.write();
    }
    if (allWell) {
      notes.forEach(err::println);
    }
    return allWell ? CommandLineTool.OK : CommandLineTool.WRONG_INPUT;
  }

  /** A table of an input, and its part of the progress. */
  private record Part(TableSource table, BatchProgress.Share share) {}

  /** The tables of an input, or why there are none. */
  private record Prepared(
      Path file, @Nullable InputTables tables, List<Part> parts, @Nullable UsageException bad) {

    InputTables orThrow() throws UsageException {
      if (tables == null) {
        throw Objects.requireNonNull(bad);
      }
      return tables;
    }
  }

  private Prepared prepare(Path file) {
    try {
      FileSource.requireReadable(file);
      InputTables tables =
          InputTables.of(
              file.toString(), new FileSource(file), Containers.DEFAULT_MOST_BYTES, input.sheet());
      if (tables.chosen().size() > 1 && !several) {
        throw new UsageException(
            file + ": it holds several tables; name one with --sheet, or take --sheet all.");
      }
      long bytes = file.toFile().length() / Math.max(1, tables.chosen().size());
      return new Prepared(
          file,
          tables,
          tables.chosen().stream().map(table -> new Part(table, progress.add(bytes))).toList(),
          null);
    } catch (UsageException e) {
      return new Prepared(file, null, List.of(), e);
    }
  }

  private void add(Prepared input, Part part, Reading reading, RunsAhead runs) {
    String path = Objects.requireNonNull(input.tables()).path(part.table());
    runs.add(
        input.file(),
        (stop, turn) ->
            judged(
                runs.judge(),
                read(path, part.table(), reading, runs.judge()).getFirst(),
                part.share(),
                0,
                stop,
                turn));
  }

  /** Whether all went well. */
  private boolean judge(Prepared prepared, Reading reading, Use use, RunsAhead runs)
      throws DetectionException, IOException {
    try {
      InputTables tables = prepared.orThrow();
      Map<TableSource, Path> outputs = tables.outputs(targets.get(prepared.file()));
      boolean allWell = true;
      for (Part part : prepared.parts()) {
        Path target = outputs.get(part.table());
        allWell &=
            extent == Extent.ONE
                ? judgeNext(tables.path(part.table()), part, 0, target, use, runs)
                : judgeAll(
                    prepared.file(), tables.path(part.table()), part, target, reading, use, runs);
      }
      if (allWell) {
        tables.note().ifPresent(notes::add);
      }
      return allWell;
    } catch (UsageException e) {
      fail(prepared.file().toString(), e);
      return false;
    }
  }

  private boolean judgeAll(
      Path file,
      String path,
      Part part,
      @Nullable Path target,
      Reading reading,
      Use use,
      RunsAhead runs)
      throws DetectionException, IOException {
    List<SeriesRun> all;
    try {
      all = read(path, part.table(), reading, runs.judge());
    } catch (UsageException e) {
      fail(path, e);
      return false;
    }
    part.share().holds(all.size());
    List<String> names = all.stream().flatMap(run -> run.name().stream()).toList();
    Map<String, Path> outputs =
        names.isEmpty() || target == null ? Map.of() : OutputFiles.perSeries(target, names);
    for (int i = 0; i < all.size(); i++) {
      SeriesRun run = all.get(i);
      int place = i;
      runs.add(file, (stop, turn) -> judged(runs.judge(), run, part.share(), place, stop, turn));
    }
    boolean allWell = true;
    for (int i = 0; i < all.size(); i++) {
      SeriesRun run = all.get(i);
      Path output = run.name().map(outputs::get).orElse(target);
      allWell &= judgeNext(run.path(), part, i, output, use, runs);
    }
    return allWell;
  }

  /** Takes the next run; one that went wrong is reported. */
  private boolean judgeNext(
      String path, Part part, int place, @Nullable Path target, Use use, RunsAhead runs)
      throws DetectionException, IOException {
    try {
      Analysis run = runs.next();
      judge(run, part.table(), target, use);
      if (input.showProgress() && target != null) {
        TerminalProgress.tell(err, "%s: %s".formatted(path, found(run.result())));
      }
      return true;
    } catch (UsageException e) {
      fail(path, e);
      return false;
    } finally {
      part.share().update(place, 1);
    }
  }

  private static String found(DetectionResult result) {
    int anomalies = result.anomalies().size();
    return anomalies == 0 ? "nothing abnormal" : NumberText.count(anomalies, "anomaly");
  }

  private List<SeriesRun> read(String path, TableSource table, Reading reading, Judge judge)
      throws UsageException, IOException {
    return judge.worksHere()
        ? SeriesRun.of(path, table, reading.of(path, table), extent)
        : SeriesRun.read(path, table, reading.of(path, table), extent);
  }

  private Analysis judged(
      Judge judge,
      SeriesRun run,
      BatchProgress.Share share,
      int place,
      Cancellation cancellation,
      BooleanSupplier isItsTurn)
      throws UsageException, DetectionException {
    if (!input.showProgress()) {
      return run.judge(judge.detection(), settings, cancellation, ProgressListener.NONE);
    }
    TerminalProgress terminal =
        new TerminalProgress(
            err, run.title(), isItsTurn, progress, done -> share.update(place, done));
    try {
      return run.judge(judge.detection(), settings, cancellation, terminal);
    } finally {
      terminal.end();
    }
  }

  private void fail(String path, UsageException problem) {
    String message = String.valueOf(problem.getMessage());
    CommandLineTool.complain(err, problem);
    report.addFailure(path, message);
    if (overview != null) {
      overview.addFailure(path, message);
    }
  }

  private void judge(Analysis run, CsvSource table, @Nullable Path target, Use use)
      throws UsageException, IOException {
    Optional<OriginalRows> kept =
        keepsColumns
            ? Optional.of(SeriesRun.rows(run.file().name(), table, run.dataset().options()))
            : Optional.empty();
    if (target != null) {
      OutputFiles.write(target, text -> SeriesRun.writeCsv(run, kept, dialect, text));
    }
    use.accept(run, kept);
    if (reportFile != null) {
      report.add(run);
    }
    if (overview != null) {
      overview.add(run, target);
    }
    whatIsLeftOut(run).ifPresent(notes::add);
    notes.addAll(Notices.of(run, table));
    for (Doubt doubt : run.dataset().summary().doubts()) {
      if (doubt.remedy() == Doubt.Remedy.MEND_ROWS) {
        continue; // It has its own line.
      }
      notes.add("%s: %s%s".formatted(run.file().name(), doubt.sentence(), options(doubt)));
    }
  }

  /** The options that are the remedy. */
  private static String options(Doubt doubt) {
    return switch (doubt.remedy()) {
      case CHOOSE_SERIES -> " --series NAME takes another, --series all each of them.";
      case TAKE_DIFFERENCES -> " --differences counter takes it.";
      case NAME_CODES -> " --missing names such numbers.";
      case CHOOSE_DATE_ORDER -> " --date-order settles it.";
      case CHOOSE_DECIMAL -> " --decimal settles it.";
      case MEND_ROWS, NONE -> "";
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
