package io.hybridanomaly.spark;

import io.hybridanomaly.cli.CommandLineTool;
import io.hybridanomaly.cli.InputOptions;
import io.hybridanomaly.cli.UsageException;
import io.hybridanomaly.cli.Versions;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectorKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spark}: the arguments, and the job from its inputs to its tables. */
@Command(
    name = "spark",
    description = {
      "Finds what is abnormal in many series, on Apache Spark.",
      "Inputs are CSV files, folders of them, and Parquet files or folders. DIRECTORY receives the"
          + " tables anomalies and series. A series that cannot be judged is a row of series with"
          + " the reason. What a former call has judged with the same options is not judged again."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
final class JobCommand implements Callable<Integer> {

  private static final String OWN = "own";
  private static final String SHARED = "shared";

  /** The status of a process that Ctrl-C has ended. */
  private static final int STOPPED = 130;

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIRECTORY",
      description = "Receives anomalies, series and, if wanted, points.")
  private String output = "";

  @Option(names = "--csv", description = "Tables as CSV instead of Parquet.")
  private boolean csv;

  @Option(
      names = "--points",
      description = "Also the table points: the annotated CSV of detect for every series.")
  private boolean points;

  @Option(
      names = "--id",
      paramLabel = "COLUMN[+COLUMN]",
      description =
          "Columns of a Parquet table that tell its series apart (default: those with text).")
  private @Nullable String id;

  @Option(
      names = "--model",
      paramLabel = "own|shared",
      description =
          "own: each series trains its networks; shared: a group of like series trains them once"
              + " (default: ${DEFAULT-VALUE}).")
  private String model = OWN;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "Column with the group of a series, the same in all its rows, for --model shared (default:"
              + " a Parquet table is a group, and so are the CSV files of a folder).")
  private @Nullable String group;

  @Option(
      names = "--overview",
      paramLabel = "FILE.html",
      description = "One page over the worst series, and what several have at the same time.")
  private @Nullable Path overview;

  @Option(
      names = "--reports",
      description =
          "With --overview: a report of each series with an anomaly in a folder beside the page,"
              + " linked from it.")
  private boolean reports;

  private final String[] arguments;
  private final PrintStream err;
  private volatile boolean stopped;

  /**
   * @param arguments as given by the user: what is sent to where the work is done
   * @param err hears of problems and progress
   */
  JobCommand(String[] arguments, PrintStream err) {
    this.arguments = arguments.clone();
    this.err = err;
  }

  InputOptions input() {
    return input;
  }

  boolean wantsPoints() {
    return points;
  }

  /** The columns that tell series apart, as they were named. */
  Optional<String> idColumns() {
    return Optional.ofNullable(id);
  }

  /** The column that names the groups; empty if the inputs themselves are groups. */
  Optional<String> groupColumn() {
    return Optional.ofNullable(group);
  }

  /** Whether a group of series has its networks in common. */
  boolean sharesModels() {
    return model.equalsIgnoreCase(SHARED);
  }

  /** Whether each series with an anomaly has a report. */
  boolean wantsReports() {
    return reports;
  }

  private void checkModel() throws UsageException {
    if (!sharesModels()) {
      if (!model.equalsIgnoreCase(OWN)) {
        throw new UsageException(
            "The model \"%s\" does not exist: choose own or shared.".formatted(model));
      }
      if (group != null) {
        throw new UsageException("--group is about --model shared; add that or leave it out.");
      }
    } else if (input.settings().detector() instanceof DetectorKind.Original) {
      throw new UsageException(
          "--model shared and --fusion original do not go together: the original formula trains"
              + " for each series; leave one out.");
    }
  }

  @Override
  public Integer call() throws UsageException, DetectionException, IOException {
    if (input.usesNodes()) {
      throw new UsageException(
          "--nodes belongs to detect: Spark does the work here; leave it out.");
    }
    input.settings();
    input.importOptions();
    checkModel();
    checkPage();
    SparkConf conf = Sessions.conf();
    JobInputs inputs = JobInputs.of(input.inputs(), SparkHadoopUtil.get().newConfiguration(conf));
    if (id != null && inputs.parquet().isEmpty()) {
      throw new UsageException(
          "--id names columns of Parquet tables, and no input is one; leave it out.");
    }
    boolean own = SparkSession.getDefaultSession().isEmpty();
    SparkSession spark = Sessions.open(conf);
    try {
      return say(run(inputs, spark));
    } catch (Exception e) {
      // Spark's own exception is a checked one that its methods do not declare.
      if (stopped) {
        return STOPPED;
      }
      throwKnown(e);
      throw e;
    } finally {
      if (own) {
        spark.stop();
      }
    }
  }

  private void checkPage() throws UsageException {
    if (reports && overview == null) {
      throw new UsageException("--reports are linked from a page; add --overview FILE.html.");
    }
    if (overview != null && Files.isDirectory(overview)) {
      throw new UsageException(overview + ": this is a folder; name a file for the overview.");
    }
  }

  /** What a user can be told about a failure of Spark's. */
  private static void throwKnown(Exception e) throws UsageException, DetectionException {
    Optional<String> unreadable = ParquetTable.unreadable(e);
    if (unreadable.isPresent()) {
      throw new UsageException(unreadable.get(), e);
    }
    Optional<String> machine = MachineFailure.sentence(e);
    if (machine.isPresent()) {
      DetectionException failure = new DetectionException(machine.get());
      failure.initCause(e);
      throw failure;
    }
  }

  private Job.Outcome run(JobInputs inputs, SparkSession spark) throws UsageException, IOException {
    OutputFolder folder = OutputFolder.of(output, inputs, spark);
    TaskOptions options = new TaskOptions(arguments);
    try (JobProgress progress = JobProgress.of(spark, input.showProgress() ? err : null)) {
      StopNotice notice = StopNotice.of(() -> stop(progress));
      try {
        Job.Outcome outcome = new Job(spark, options, folder, progress).run(inputs, this, csv);
        if (overview != null) {
          OverviewFile.write(overview, outcome.judged(), output, reports);
        }
        return outcome;
      } finally {
        notice.end();
      }
    }
  }

  /** Somebody stops the process: Spark's failures that follow are none. */
  private void stop(JobProgress progress) {
    stopped = true;
    progress.close();
    CommandLineTool.complain(
        err,
        "Stopped. What was judged is kept in %s: the same call judges the rest.".formatted(output));
  }

  private int say(Job.Outcome outcome) {
    if (outcome.failed() == 0) {
      return CommandLineTool.OK;
    }
    boolean all = outcome.failed() == outcome.series();
    CommandLineTool.complain(
        err,
        "%s be judged; the column error of %s/series says why. The first: %s"
            .formatted(
                all
                    ? "Not one of %,d series could".formatted(outcome.series())
                    : "%,d of %,d series could not".formatted(outcome.failed(), outcome.series()),
                output,
                outcome.firstError()));
    return all ? CommandLineTool.WRONG_INPUT : CommandLineTool.OK;
  }
}
