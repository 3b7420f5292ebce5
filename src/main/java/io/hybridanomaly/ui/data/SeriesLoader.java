package io.hybridanomaly.ui.data;

import io.hybridanomaly.detection.Detector;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.CsvSource;
import io.hybridanomaly.importing.ImportException;
import io.hybridanomaly.importing.ImportOptions;
import io.hybridanomaly.importing.ImportedSeries;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files of one visitor in the background; of several in a row only the last one counts. */
public final class SeriesLoader {

  private static final Logger LOG = LoggerFactory.getLogger(SeriesLoader.class);

  private final Executor executor;
  private final AtomicLong latest = new AtomicLong();

  /** What came of a file. */
  sealed interface Outcome {

    /** It is ready. */
    record Loaded(LoadedSeries series) implements Outcome {}

    /**
     * It cannot be used.
     *
     * @param message why, in one plain sentence
     */
    record Refused(String fileName, String message) implements Outcome {}
  }

  /**
   * @param executor runs the imports of all visitors
   */
  public SeriesLoader(Executor executor) {
    this.executor = executor;
  }

  /**
   * Reads a file.
   *
   * @param whenDone hears the outcome on a background thread, unless a later call has taken over
   */
  void load(CsvSource source, ImportOptions options, Consumer<Outcome> whenDone) {
    long turn = latest.incrementAndGet();
    try {
      executor.execute(
          () -> {
            Outcome outcome = read(source, options);
            if (latest.get() == turn) {
              whenDone.accept(outcome);
            }
          });
    } catch (RejectedExecutionException e) {
      whenDone.accept(
          new Outcome.Refused(
              source.name(), "The server is busy with other files. Please try again in a minute."));
    }
  }

  private static Outcome read(CsvSource source, ImportOptions options) {
    try {
      ImportedSeries imported = CsvImporter.read(source, options);
      int window = Detector.autoWindow(imported.series().values());
      return new Outcome.Loaded(new LoadedSeries(source, options, imported, window));
    } catch (ImportException e) {
      return new Outcome.Refused(source.name(), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      LOG.error("Out of memory while reading a file", e);
      return new Outcome.Refused(
          source.name(), "The file is too large for the memory of this server: shorten it.");
    } catch (RuntimeException e) {
      LOG.error("A file could not be read", e);
      return new Outcome.Refused(
          source.name(),
          "The file could not be read through no fault of yours. Please tell the operator of this"
              + " server, who finds the cause in its log.");
    }
  }
}
