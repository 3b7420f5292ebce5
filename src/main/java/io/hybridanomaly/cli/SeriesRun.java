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
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Reads one file and judges it. */
final class SeriesRun {

  private SeriesRun() {}

  /**
   * The series in a table of several.
   *
   * @return empty if the table holds one
   * @throws UsageException naming the file, if it cannot be read
   */
  static List<String> names(Path path, ImportOptions options) throws UsageException {
    try {
      return CsvImporter.read(new FileSource(path), options)
          .profile()
          .series()
          .map(SeriesChoice::names)
          .orElse(List.of());
    } catch (ImportException e) {
      throw new UsageException(path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads and judges one file that is readable.
   *
   * @throws UsageException naming the file, if it or the settings do not allow a detection
   * @throws DetectionException if the machine does not
   * @throws IOException if the file cannot be read a second time, for its hash
   */
  static Analysis of(
      Path path,
      ImportOptions options,
      DetectionSettings settings,
      Cancellation cancellation,
      boolean showProgress,
      PrintStream err)
      throws UsageException, DetectionException, IOException {
    FileSource source = new FileSource(path);
    TerminalProgress terminal = showProgress ? new TerminalProgress(err, source.name()) : null;
    StageClock clock = new StageClock(terminal == null ? ProgressListener.NONE : terminal);
    try {
      clock.begin("import");
      ImportedSeries imported = CsvImporter.read(source, options);
      clock.begin("preparation");
      DetectionResult result =
          Detectors.detect(imported.series().values(), settings, clock, cancellation);
      clock.begin("");
      String name = options.series().map(one -> path + " (" + one + ")").orElse(path.toString());
      Dataset dataset = Dataset.of(SourceFile.of(name, source), options, imported);
      return new Analysis(dataset, result, Annotations.NONE, clock.seconds());
    } catch (DetectionException e) {
      if (e.getCause() != null) {
        // The machine is at fault, not this file: the other files would end in the same way.
        throw e;
      }
      throw new UsageException(path + ": " + e.getMessage(), e);
    } catch (ImportException e) {
      throw new UsageException(path + ": " + e.getMessage(), e);
    } finally {
      if (terminal != null) {
        terminal.end();
      }
    }
  }
}
