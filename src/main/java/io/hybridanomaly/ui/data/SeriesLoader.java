package io.hybridanomaly.ui.data;

import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.analysis.TableLimits;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.export.ReportException;
import io.hybridanomaly.export.ReportReader;
import io.hybridanomaly.export.RestoredSource;
import io.hybridanomaly.export.SeriesFile;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.export.SessionFile;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.LabelColumn;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.store.ResultLinks;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files of one visitor in the background; of several in a row only the last one counts. */
public final class SeriesLoader {

  private static final Logger LOG = LoggerFactory.getLogger(SeriesLoader.class);

  /** A report says in its first lines that it is one. */
  private static final int HEAD = 200;

  private final Executor executor;
  private final TableLimits limits;
  private final AtomicLong latest = new AtomicLong();

  /** What came of a file. */
  sealed interface Outcome {

    /** It is ready. */
    record Loaded(LoadedSeries series) implements Outcome {}

    /** It was a report, and the session in it goes on. */
    record Restored(LoadedSeries series, Session session) implements Outcome {}

    /**
     * It is the series of a job that runs or has run.
     *
     * @param kept whether the job goes on without a visitor
     */
    record Resumed(LoadedSeries series, String job, boolean kept) implements Outcome {}

    /**
     * It cannot be used.
     *
     * @param message why, in one plain sentence
     */
    record Refused(String fileName, String message) implements Outcome {}
  }

  /**
   * @param executor runs the imports of all visitors
   * @param limits of a file
   */
  public SeriesLoader(Executor executor, TableLimits limits) {
    this.executor = executor;
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param whenDone hears the outcome on a background thread, unless a later call has taken over
   */
  void load(CsvSource source, ImportOptions options, Consumer<Outcome> whenDone) {
    run(source.name(), () -> read(source, limits.apply(source, options)), whenDone);
  }

  /**
   * Reads a file of which nothing is known yet: a report of this application, or a file with
   * tables, of which the first with data is taken and its label column guessed.
   *
   * @param mostBytes how much may come out of an archive
   * @param whenDone as for {@link #load}
   */
  void open(CsvSource source, long mostBytes, ImportOptions options, Consumer<Outcome> whenDone) {
    run(
        source.name(),
        () -> {
          if (isReport(source)) {
            return restore(source, options.limits().maxRows());
          }
          TableSource table = Containers.unpack(source, mostBytes).first();
          return readTable(table, options);
        },
        whenDone);
  }

  /**
   * Reads another table of a file; its label column is guessed.
   *
   * @param whenDone as for {@link #load}
   */
  void open(TableSource table, ImportOptions options, Consumer<Outcome> whenDone) {
    run(table.name(), () -> readTable(table, options), whenDone);
  }

  /**
   * Reads the first usable table of files that came together.
   *
   * @param parts at least one
   * @param mostBytes how much may come out of the archives among them
   * @param whenDone as for {@link #load}
   */
  void openAll(
      List<Containers.Part> parts,
      long mostBytes,
      ImportOptions options,
      Consumer<Outcome> whenDone) {
    run(
        "%d files".formatted(parts.size()),
        () -> {
          String problem = "";
          for (TableSource table : Containers.together(parts, mostBytes)) {
            try {
              return readTable(table, options);
            } catch (ImportException e) {
              problem = problem.isEmpty() ? table.name() + ": " + e.getMessage() : problem;
            }
          }
          throw new ImportException("None of them can be used. " + problem);
        },
        whenDone);
  }

  private Outcome readTable(TableSource table, ImportOptions options)
      throws ImportException, IOException {
    if (!table.problem().isEmpty()) {
      throw new ImportException(table.problem());
    }
    return read(table, withGuessedLabel(table, limits.apply(table, options)));
  }

  /**
   * Brings back what was stored for a link.
   *
   * @param stored asks for it; empty if there is none any more
   * @param whenDone as for {@link #load}
   */
  void recall(
      Supplier<Optional<ResultLinks.Stored>> stored, int maxRows, Consumer<Outcome> whenDone) {
    run(
        "Saved result",
        () -> {
          ResultLinks.Stored found = stored.get().orElse(null);
          return found == null
              ? new Outcome.Refused(
                  "Saved result",
                  "its link has expired, was deleted or is mistyped. Ask whoever sent it for a new"
                      + " one.")
              : recalled(found, maxRows);
        },
        whenDone);
  }

  private void run(String name, Reading reading, Consumer<Outcome> whenDone) {
    long turn = latest.incrementAndGet();
    try {
      executor.execute(
          () -> {
            Outcome outcome = outcome(name, reading);
            if (latest.get() == turn) {
              whenDone.accept(outcome);
            }
          });
    } catch (RejectedExecutionException e) {
      whenDone.accept(
          new Outcome.Refused(
              name, "The server is busy with other files. Please try again in a minute."));
    }
  }

  /** What a background thread does. */
  @FunctionalInterface
  private interface Reading {
    Outcome run() throws ImportException, ReportException, IOException;
  }

  private static boolean isReport(CsvSource source) throws IOException {
    try (InputStream in = source.open()) {
      return ReportReader.isReport(in.readNBytes(HEAD));
    }
  }

  private static ImportOptions withGuessedLabel(CsvSource source, ImportOptions options)
      throws ImportException {
    return LabelColumn.guess(CsvImporter.profile(source, options))
        .map(column -> options.withLabelColumn(Integer.toString(column.number())))
        .orElse(options);
  }

  private static Outcome read(CsvSource source, ImportOptions options)
      throws ImportException, IOException {
    ImportedSeries imported = CsvImporter.read(source, options);
    Dataset dataset = Dataset.of(SourceFile.of(source.name(), source.origin()), options, imported);
    return new Outcome.Loaded(loaded(source, dataset, imported));
  }

  private static LoadedSeries loaded(CsvSource source, Dataset dataset, ImportedSeries imported) {
    return new LoadedSeries(
        source, dataset, imported, Detectors.autoWindow(dataset.series().samples()));
  }

  /** The points of the report take the way of every other file, so that all can be done again. */
  private static Outcome restore(CsvSource report, int maxRows)
      throws ImportException, ReportException, IOException {
    try (InputStream in = report.open()) {
      return restore(ReportReader.read(in, maxRows), maxRows);
    }
  }

  private static Outcome restore(Session session, int maxRows) throws ImportException {
    return new Outcome.Restored(loaded(session.analysis().dataset(), maxRows), session);
  }

  private static Outcome recalled(ResultLinks.Stored stored, int maxRows)
      throws ImportException, ReportException {
    if (stored.job().isEmpty()) {
      return restore(SessionFile.read(stored.content(), maxRows), maxRows);
    }
    Dataset saved = SeriesFile.read(stored.content(), maxRows);
    return new Outcome.Resumed(loaded(saved, maxRows), stored.job().get(), stored.kept());
  }

  private static LoadedSeries loaded(Dataset saved, int maxRows) throws ImportException {
    RestoredSource source = new RestoredSource(saved);
    ImportedSeries read = CsvImporter.read(source, source.options().withMaxRows(maxRows));
    Dataset dataset =
        new Dataset(
            saved.file(),
            source.options().withMaxRows(maxRows),
            saved.summary(),
            saved.series(),
            saved.labels());
    ImportedSeries imported =
        new ImportedSeries(
            saved.series(), saved.labels(), read.profile(), read.summary(), read.group());
    return loaded(source, dataset, imported);
  }

  private static Outcome outcome(String name, Reading reading) {
    try {
      return reading.run();
    } catch (ImportException | ReportException e) {
      return new Outcome.Refused(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.warn("A file could not be read: {}", e.toString());
      return new Outcome.Refused(name, "The file could not be read: please send it again.");
    } catch (OutOfMemoryError e) {
      LOG.error("Out of memory while reading a file", e);
      return new Outcome.Refused(
          name, "The file is too large for the memory of this server: shorten it.");
    } catch (RuntimeException e) {
      LOG.error("A file could not be read", e);
      return new Outcome.Refused(
          name,
          "The file could not be read through no fault of yours. Please tell the operator of this"
              + " server, who finds the cause in its log.");
    }
  }
}
