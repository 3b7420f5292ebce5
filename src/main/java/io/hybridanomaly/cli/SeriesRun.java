package io.hybridanomaly.cli;

import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.ImportException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One file, read and judged.
 *
 * @param path the file
 * @param name the file and, if it was chosen, the series in it
 * @param imported its series
 * @param result what was found
 * @param seconds time by stage
 */
record SeriesRun(
    Path path,
    String name,
    ImportedSeries imported,
    DetectionResult result,
    Map<String, Double> seconds) {

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
   */
  static SeriesRun of(
      Path path,
      ImportOptions options,
      DetectionSettings settings,
      Cancellation cancellation,
      boolean showProgress,
      PrintStream err)
      throws UsageException, DetectionException {
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
      return new SeriesRun(path, name, imported, result, clock.seconds());
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
