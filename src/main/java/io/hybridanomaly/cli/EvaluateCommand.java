package io.hybridanomaly.cli;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.evaluation.DetectionMetrics;
import io.hybridanomaly.export.PlainDecimal;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.LabelColumn;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evaluate}: how good the detector is on labelled files, one CSV row a series. */
@Command(
    name = "evaluate",
    description = {
      "Measures the detector on files with a 0/1 label column: one row per series and, in the"
          + " row mean, the arithmetic mean of each column.",
      "The label column is guessed by its name (label, anomaly, is_anomaly) if --label is left out."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private InputOptions input = new InputOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  private final PrintStream out;
  private final PrintStream err;

  EvaluateCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UsageException, DetectionException, IOException {
    List<DetectionMetrics> all = new ArrayList<>();
    int status =
        new Batch(input.files(), input, output, err)
            .run(
                this::labelled,
                (run, kept) -> {
                  DetectionMetrics metrics = Metrics.of(run);
                  if (all.isEmpty()) {
                    out.println("series," + String.join(",", metrics.asMap().keySet()));
                  }
                  all.add(metrics);
                  print(withoutFolder(run.file().name()), metrics.asMap());
                });
    if (!all.isEmpty()) {
      print("mean", DetectionMetrics.mean(all));
    }
    OutputFiles.requireWritten(out);
    return status;
  }

  /** Folders inside an archive, which stand in brackets, remain. */
  private static String withoutFolder(String path) {
    return path.replaceFirst("^.*?(?=[^/\\\\]*( \\(.*\\))?$)", "");
  }

  private void print(String name, Map<String, Double> metrics) {
    String quoted = name.matches(".*[\",\\n].*") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    out.println(
        quoted
            + ","
            + metrics.values().stream().map(PlainDecimal::format).collect(Collectors.joining(",")));
  }

  private ImportOptions labelled(String file, CsvSource source) throws UsageException {
    ImportOptions options = input.importOptions();
    if (input.labelColumn().isPresent()) {
      return options;
    }
    try {
      Optional<CsvColumn> label = LabelColumn.guess(CsvImporter.profile(source, options));
      if (label.isPresent()) {
        return options.withLabelColumn(Integer.toString(label.get().number()));
      }
    } catch (ImportException e) {
      throw new UsageException(file + ": " + e.getMessage(), e);
    }
    throw new UsageException(
        file + ": no column named label holds 0 and 1; name the label column with --label.");
  }
}
