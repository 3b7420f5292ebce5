package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.detection.StageClock;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.export.CsvDialect;
import io.hybridanomaly.export.KeptColumns;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.SeriesReading;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.jobs.Detection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges one series of a file that was read. */
final class SeriesRun {

  private final SourceFile file;
  private final CsvSource source;
  private final SeriesReading reading;
  private final double secondsRead;

  private SeriesRun(SourceFile file, CsvSource source, SeriesReading reading, double secondsRead) {
    this.file = file;
    this.source = source;
    this.reading = reading;
    this.secondsRead = secondsRead;
  }

  /**
   * The rows behind the points of a series, with all their columns.
   *
   * @throws UsageException naming the file, if the options change the points
   */
  static OriginalRows rows(String path, CsvSource source, ImportOptions options)
      throws UsageException {
    try {
      return CsvImporter.rows(source, options);
    } catch (ImportException e) {
      throw new UsageException(path + ": --keep-columns: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the annotated CSV of a detection.
   *
   * @param kept rows of the file whose columns stand before the others; empty for none
   */
  static void writeCsv(
      Analysis run, Optional<OriginalRows> kept, CsvDialect dialect, Appendable out)
      throws IOException {
    AnnotatedCsv.write(
        run.series(), run.result(), Annotations.NONE, kept.map(KeptColumns::before), dialect, out);
  }

  /**
   * Reads a readable table once for one or all of its series, while the engine loads.
   *
   * @param path of its file, and its name in it, for messages
   * @param extent how much of the table is wanted
   * @return in the order of the file, at least one
   * @throws UsageException naming the file, if it cannot be read
   * @throws IOException if the file cannot be read a second time, for its hash
   */
  static List<SeriesRun> of(String path, CsvSource source, ImportOptions options, Extent extent)
      throws UsageException, IOException {
    Detectors.Loading engine = Detectors.beginLoading();
    try {
      return read(path, source, options, extent);
    } finally {
      engine.await();
    }
  }

  /** The same without a word about the engine. */
  static List<SeriesRun> read(String path, CsvSource source, ImportOptions options, Extent extent)
      throws UsageException, IOException {
    StageClock clock = new StageClock(ProgressListener.NONE);
    try {
      clock.begin("import");
      List<SeriesReading> readings = readings(source, options, extent);
      clock.begin("");
      double seconds = clock.seconds().getOrDefault("import", 0.0) / readings.size();
      SourceFile file = SourceFile.of(path, source.origin());
      List<SeriesRun> runs = new ArrayList<>();
      for (SeriesReading reading : readings) {
        String name =
            reading
                .name()
                .or(reading.options()::series)
                .map(one -> path + " (" + one + ")")
                .orElse(file.name());
        runs.add(
            new SeriesRun(
                new SourceFile(name, file.bytes(), file.sha256()), source, reading, seconds));
      }
      return runs;
    } catch (ImportException e) {
      throw new UsageException(path + ": " + e.getMessage(), e);
    }
  }

  private static List<SeriesReading> readings(
      CsvSource source, ImportOptions options, Extent extent) throws ImportException {
    return switch (extent) {
      case ONE -> List.of(SeriesReading.of(options, CsvImporter.read(source, options)));
      case SERIES -> CsvImporter.readAll(source, options);
      case COLUMNS -> CsvImporter.columns(source, options);
      case ALL -> {
        List<SeriesReading> series = CsvImporter.readAll(source, options);
        yield series.size() > 1 ? series : CsvImporter.columns(source, options);
      }
    };
  }

  /** Its file without folders, and its name in it, as progress is shown. */
  String title() {
    return name().map(one -> source.name() + " (" + one + ")").orElse(source.name());
  }

  /** The path of its file, with its name in it if the file holds several. */
  String path() {
    return file.name();
  }

  /** What tells the series apart from the others; empty if the file holds one. */
  Optional<String> name() {
    return reading.name();
  }

  /**
   * Judges the series.
   *
   * @param detection does it
   * @param progress hears of it
   * @throws UsageException naming the file, if it or the settings do not allow a detection
   * @throws DetectionException if the machine does not
   */
  Analysis judge(
      Detection detection,
      DetectionSettings settings,
      Cancellation cancellation,
      ProgressListener progress)
      throws UsageException, DetectionException {
    StageClock clock = new StageClock(progress);
    clock.add("import", secondsRead);
    try {
      clock.begin("import");
      Dataset dataset = dataset();
      clock.begin("preparation");
      DetectionResult result =
          detection.detect(dataset.series().samples(), settings, clock, cancellation);
      clock.begin("");
      return new Analysis(dataset, result, Annotations.NONE, clock.seconds());
    } catch (DetectionException e) {
      if (e.getCause() != null) {
        // The machine is at fault, not this file: the other files would end in the same way.
        throw e;
      }
      throw new UsageException(file.name() + ": " + e.getMessage(), e);
    }
  }

  /** How long the reading took. */
  double secondsRead() {
    return secondsRead;
  }

  /**
   * The series in order.
   *
   * @throws UsageException naming the file, if it does not allow a detection
   */
  Dataset dataset() throws UsageException {
    return dataset(imported());
  }

  /** The series in order, of what {@link #imported} gave. */
  Dataset dataset(ImportedSeries imported) {
    return Dataset.of(file, reading.options(), imported);
  }

  /**
   * The series in order, with all that is known of it.
   *
   * @throws UsageException naming the file, if it does not allow a detection
   */
  ImportedSeries imported() throws UsageException {
    try {
      return reading.series();
    } catch (ImportException e) {
      throw new UsageException(file.name() + ": " + e.getMessage(), e);
    }
  }
}
