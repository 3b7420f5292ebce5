package io.hybridanomaly.cli;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.ImportOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The arguments that all commands share which judge series: what is read, how, and with which
 * settings it is judged. Filled in by picocli.
 */
public final class InputOptions {

  private static final String ALL = "all";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIRECTORY",
      description = "One or more CSV files, or folders of them.")
  private List<String> inputs = List.of();

  @Option(
      names = "--date",
      paramLabel = "COLUMN",
      description =
          "Date/time column by header or number from 1; A+B joins two, none uses row numbers"
              + " (default: guessed).")
  private @Nullable String date;

  @Option(
      names = "--value",
      paramLabel = "COLUMN|all",
      description =
          "Value column by header or number from 1 (default: guessed); all: one output for each"
              + " value column.")
  private @Nullable String value;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Column with the truth, 0 or 1: prints the quality measures.")
  private @Nullable String label;

  @Option(
      names = "--series",
      paramLabel = "NAME|all",
      description =
          "Which series of a table that holds several (default: the first, said on standard error);"
              + " all: one output for each.")
  private @Nullable String series;

  @Option(
      names = "--sheet",
      paramLabel = "NAME|all",
      description =
          "Which sheet of a workbook, or file of a ZIP archive (default: the first sheet with data,"
              + " every file); all: one output for each.")
  private @Nullable String sheet;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Mixin private ShapeOptions shape = new ShapeOptions();

  @Option(
      names = "--window",
      paramLabel = "N|auto",
      description = "Window length in points (default: auto, from the series itself).")
  private String window = "auto";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Training epochs (default: the best number for the fusion mode).")
  private @Nullable Integer epochs;

  @Option(
      names = "--sensitivity",
      paramLabel = "X",
      description = "0 to 10, higher flags more (default: ${DEFAULT-VALUE}).")
  private double sensitivity = DetectionSettings.DEFAULT_SENSITIVITY;

  @Option(
      names = "--fusion",
      paramLabel = "MODE",
      description =
          "calibrated, both, either, sum, lstm, benford or original (default: calibrated).")
  private String fusion = DetectorKind.calibrated().id();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Start of every random choice (default: ${DEFAULT-VALUE}).")
  private long seed = DetectionSettings.DEFAULT_SEED;

  @Option(
      names = "--progress",
      description = "Show progress on standard error also when it is no terminal.")
  private boolean progress;

  @Option(
      names = "--nodes",
      description =
          "Put the series into the queue of the servers that share the configured database, and"
              + " wait for them.")
  private boolean nodes;

  /** Whether the nodes of a queue do the work. */
  public boolean usesNodes() {
    return nodes;
  }

  InputFiles files() {
    return InputFiles.of(inputs.stream().map(Path::of).toList());
  }

  /** The inputs as they were named. */
  public List<String> inputs() {
    return inputs;
  }

  /** The time column as it was named; empty if it is to be guessed. */
  public Optional<String> dateColumn() {
    return Optional.ofNullable(date);
  }

  /** The value column as it was named; empty if it is to be guessed or all are wanted. */
  public Optional<String> valueColumn() {
    return Optional.ofNullable(value).filter(name -> !name.equalsIgnoreCase(ALL));
  }

  /** The series that is wanted of a table; empty if all are. */
  public Optional<String> seriesName() {
    return Optional.ofNullable(series).filter(name -> !name.equalsIgnoreCase(ALL));
  }

  Optional<String> labelColumn() {
    return Optional.ofNullable(label);
  }

  /** Whether progress is to be shown on standard error. */
  public boolean showProgress() {
    return progress || TerminalProgress.isTerminal();
  }

  /**
   * How much of each table is wanted. An overview of a single table that names none of its parts is
   * about all of it.
   *
   * @throws UsageException if the options contradict each other
   */
  Extent extent(InputFiles files, boolean overview) throws UsageException {
    boolean columns = ALL.equalsIgnoreCase(value);
    if (ALL.equalsIgnoreCase(series)) {
      if (columns) {
        throw new UsageException(
            "--series all and --value all do not go together: name the value column, or a series.");
      }
      return Extent.SERIES;
    }
    if (columns) {
      return Extent.COLUMNS;
    }
    boolean namesNone = series == null && value == null && label == null && sheet == null;
    return overview && namesNone && !files.several() && !files.hasArchive()
        ? Extent.ALL
        : Extent.ONE;
  }

  /**
   * How much of each table is wanted by a command that is about many series: every series of a
   * table that holds several, and of a file that is alone and holds one every value column.
   *
   * @param alone whether it is the only input, and no folder
   * @throws UsageException if the options contradict each other
   */
  Extent extentOfMany(boolean alone) throws UsageException {
    if (ALL.equalsIgnoreCase(value) || ALL.equalsIgnoreCase(series)) {
      return extent(InputFiles.of(List.of()), false);
    }
    if (series != null) {
      return Extent.ONE;
    }
    return alone && value == null && label == null ? Extent.ALL : Extent.SERIES;
  }

  /** Which tables of a file that holds several. */
  Optional<String> sheet() {
    return Optional.ofNullable(sheet);
  }

  /** Whether there may be several results: from several files, or several tables or series. */
  boolean several(InputFiles files, Extent extent) {
    boolean all = ALL.equalsIgnoreCase(sheet) || (sheet == null && files.hasArchive());
    return files.several() || extent != Extent.ONE || all;
  }

  /**
   * How tables are read.
   *
   * @throws UsageException naming the option that is wrong
   */
  public ImportOptions importOptions() throws UsageException {
    ImportOptions options = shape.apply(reading.apply(ImportOptions.defaults()));
    if (series != null && !ALL.equalsIgnoreCase(series)) {
      options = options.withSeries(series);
    }
    if (date != null) {
      options =
          options.withDateColumns(
              date.equalsIgnoreCase("none") ? ColumnSelection.none() : ColumnSelection.of(date));
    }
    if (value != null && !ALL.equalsIgnoreCase(value)) {
      options = options.withValueColumn(value);
    }
    if (label != null) {
      options = options.withLabelColumn(label);
    }
    return options;
  }

  /**
   * How series are judged.
   *
   * @throws UsageException naming the setting that is wrong
   */
  public DetectionSettings settings() throws UsageException {
    try {
      return new DetectionSettings(
          windowLength(),
          epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
          sensitivity,
          DetectorKind.ofId(fusion)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "The fusion mode \"%s\" does not exist: choose one of %s."
                              .formatted(fusion, DetectorKind.ids()))),
          seed);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private OptionalInt windowLength() throws UsageException {
    if (window.equalsIgnoreCase("auto")) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(window));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "The window \"%s\" is no whole number: give a number of points or auto."
              .formatted(window),
          e);
    }
  }
}
