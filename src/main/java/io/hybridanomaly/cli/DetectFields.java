package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.TableLimits;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.export.CsvDialect;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A call of {@code detect} by a program: fields named like the long options, one file, one result.
 * What they mean, and what is said of wrong ones, is as on the command line.
 */
public final class DetectFields {

  /** Options about files and terminals of the caller, who has none here. */
  private static final Set<String> LOCAL =
      Set.of("output", "overview", "report", "progress", "nodes");

  /** Stands for the file among the arguments; messages name the file itself. */
  private static final String FILE = "file";

  private final InputOptions input;
  private final boolean keepsColumns;
  private final CsvDialect dialect;

  /**
   * A field.
   *
   * @param name without hyphens before it
   * @param value what it takes, such as {@code COLUMN}; empty: it is on or off
   */
  public record Field(String name, String value, String description) {}

  /**
   * A file that was read as the fields say.
   *
   * @param table that was judged
   * @param kept all columns of its rows, if they are wanted
   * @param dialect separates cells and decimals of the annotated CSV
   * @param seconds that the reading took
   */
  public record Read(
      TableSource table,
      Dataset dataset,
      Optional<OriginalRows> kept,
      CsvDialect dialect,
      double seconds) {

    /** Writes the annotated CSV as {@code detect} does. */
    public void writeCsv(Analysis run, Appendable out) throws IOException {
      SeriesRun.writeCsv(run, kept, dialect, out);
    }
  }

  @Command(name = "detect")
  private static final class Arguments {
    @Mixin private InputOptions input = new InputOptions();
    @Mixin private OutputOptions output = new OutputOptions();
  }

  private DetectFields(InputOptions input, OutputOptions output) throws UsageException {
    this.input = input;
    keepsColumns = output.keepsColumns();
    dialect = output.csvDialect();
  }

  /** All fields that there are, in the order of {@code detect --help}. */
  public static List<Field> all() {
    return new CommandLine(new Arguments())
        .getCommandSpec().options().stream()
            .map(DetectFields::field)
            .filter(field -> !LOCAL.contains(field.name()))
            .toList();
  }

  private static Field field(OptionSpec option) {
    return new Field(
        option.longestName().substring(2),
        isSwitch(option) ? "" : option.paramLabel(),
        String.join(" ", option.description())
            .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString())));
  }

  private static boolean isSwitch(OptionSpec option) {
    return option.arity().max() == 0;
  }

  /**
   * Reads the fields.
   *
   * @param fields each as often as it was given
   * @throws UsageException if one is unknown, wrong or makes no sense here
   */
  public static DetectFields of(Map<String, List<String>> fields) throws UsageException {
    Arguments arguments = new Arguments();
    CommandLine parser = new CommandLine(arguments).setExpandAtFiles(false);
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      for (String value : field.getValue()) {
        words.addAll(words(parser, field.getKey(), value));
      }
    }
    words.add(FILE);
    try {
      parser.parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UsageException(CommandLineTool.sentence(e), e);
    }
    DetectFields read = new DetectFields(arguments.input, arguments.output);
    read.requireOneResult();
    read.settings();
    read.input.importOptions();
    return read;
  }

  private static List<String> words(CommandLine parser, String name, String value)
      throws UsageException {
    OptionSpec option = parser.getCommandSpec().optionsMap().get("--" + name);
    if (LOCAL.contains(name)) {
      throw new UsageException(
          "--%s: this is about files and terminals of the command line; leave it out."
              .formatted(name));
    }
    if (option == null) {
      throw new UsageException(
          "Unknown option: '--%s'; detect --help lists the options.".formatted(name));
    }
    if (!isSwitch(option)) {
      return List.of("--" + name + "=" + value);
    }
    return switch (value) {
      case "", "true" -> List.of("--" + name);
      case "false" -> List.of();
      default ->
          throw new UsageException(
              "--%s: \"%s\" is neither true nor false.".formatted(name, value));
    };
  }

  private void requireOneResult() throws UsageException {
    InputFiles one = new InputFiles(List.of(), List.of(), false);
    if (input.several(one, input.extent(one, false))) {
      throw new UsageException(
          "\"all\" gives several results, and a call has one: name one series, column or sheet, and"
              + " make a call for each.");
    }
  }

  /** What was chosen about the detection. */
  public DetectionSettings settings() throws UsageException {
    return input.settings();
  }

  /**
   * Reads a file.
   *
   * @param mostBytes how much may come out of an archive
   * @throws UsageException naming the file, if it or the settings do not allow a detection
   * @throws IOException if it cannot be read
   */
  public Read read(CsvSource file, TableLimits limits, long mostBytes)
      throws UsageException, IOException {
    InputTables tables = InputTables.of(file.name(), file, mostBytes, input.sheet());
    if (tables.chosen().size() > 1) {
      throw new UsageException(file.name() + ": it holds several tables; name one with --sheet.");
    }
    TableSource table = tables.chosen().getFirst();
    String path = tables.path(table);
    SeriesRun run =
        SeriesRun.read(path, table, options(path, table, limits), Extent.ONE).getFirst();
    Dataset dataset = run.dataset();
    try {
      Detectors.check(dataset.series().size(), settings());
    } catch (DetectionException e) {
      throw new UsageException(run.path() + ": " + e.getMessage(), e);
    }
    return new Read(
        table,
        dataset,
        keepsColumns
            ? Optional.of(SeriesRun.rows(run.path(), table, dataset.options()))
            : Optional.empty(),
        dialect,
        run.secondsRead());
  }

  private ImportOptions options(String path, TableSource table, TableLimits limits)
      throws UsageException {
    try {
      return limits.apply(table, input.importOptions());
    } catch (ImportException e) {
      throw new UsageException(path + ": " + e.getMessage(), e);
    }
  }
}
