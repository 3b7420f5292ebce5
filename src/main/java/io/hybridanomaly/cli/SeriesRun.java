package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detector;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Reads one file and judges it. */
final class SeriesRun {

  private SeriesRun() {}

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
          new Detector().detect(imported.series().values(), settings, clock, cancellation);
      clock.begin("");
      Dataset dataset = Dataset.of(SourceFile.of(path.toString(), source), options, imported);
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
