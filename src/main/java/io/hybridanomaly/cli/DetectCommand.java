package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.evaluation.DetectionMetrics;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.export.KeptColumns;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.options.ImportOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code detect}: annotated CSV and report for one or more files. */
@Command(
    name = "detect",
    description = "Finds what is abnormal in one or more CSV files.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
final class DetectCommand implements Callable<Integer> {

  @Mixin private InputOptions input = new InputOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  private final PrintStream out;
  private final PrintStream err;

  DetectCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UsageException, DetectionException, IOException {
    InputFiles files = input.files();
    Extent extent = input.extent(files, output.overview().isPresent());
    boolean one = !input.several(files, extent);
    if (!one && !output.writesSomething()) {
      throw new UsageException("Several inputs or series need --output for their results.");
    }
    ImportOptions options = input.importOptions();
    return new Batch(files, input, output, err)
        .run(
            (name, source) -> options,
            (run, kept) -> {
              if (one && !output.writesFiles()) {
                print(run, kept);
              }
              printMetrics(run, !one);
            });
  }

  private void print(Analysis run, Optional<OriginalRows> kept) throws UsageException, IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    AnnotatedCsv.write(
        run.series(),
        run.result(),
        Annotations.NONE,
        kept.map(KeptColumns::before),
        output.csvDialect(),
        text);
    text.flush();
    OutputFiles.requireWritten(out);
  }

  private void printMetrics(Analysis run, boolean several) throws UsageException {
    if (input.labelColumn().isEmpty()) {
      return;
    }
    if (several) {
      err.println("file " + run.file().name());
    }
    DetectionMetrics.lines(Metrics.of(run).asMap()).forEach(err::println);
  }
}
