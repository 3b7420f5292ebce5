package io.hybridanomaly.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.posexplode;

import io.hybridanomaly.cli.UsageException;
import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** Reads all series, judges those that no earlier call has judged, and writes the tables. */
final class Job {

  /** Series of a task at most: what a killed executor loses is the work on so many. */
  private static final int MOST_IN_A_TASK = 25;

  /** Tasks for a core at least, if there are enough series, so that cores end at the same time. */
  private static final int TASKS_FOR_A_CORE = 8;

  /** Files that are read in a task. */
  private static final int FILES_IN_A_TASK = 50;

  /** Series up to which each table but that of the points is one file. */
  private static final long ONE_FILE = 100_000;

  private final SparkSession spark;
  private final TaskOptions options;
  private final OutputFolder folder;
  private final JobProgress progress;

  Job(SparkSession spark, TaskOptions options, OutputFolder folder, JobProgress progress) {
    this.spark = spark;
    this.options = options;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * What came out.
   *
   * @param judged a row for each series, with all that belongs to it
   * @param series how many
   * @param failed how many could not be judged
   * @param firstError why the first of them could not; empty if all could
   */
  record Outcome(Dataset<Row> judged, long series, long failed, String firstError) {}

  /**
   * Does it all.
   *
   * @param csv whether tables are written as CSV
   */
  Outcome run(JobInputs inputs, JobCommand command, boolean csv)
      throws UsageException, IOException {
    Dataset<Row> found = read(inputs, command).persist(StorageLevel.DISK_ONLY());
    Groups groups = command.sharesModels() ? Groups.of(found, options) : null;
    Dataset<Row> read = groups == null ? found : groups.assigned();
    judge(read, groups);
    Dataset<Row> wanted = read.select(col(Tables.FINGERPRINT).as("wanted")).distinct();
    Dataset<Row> kept = folder.kept();
    Dataset<Row> judged =
        kept.join(wanted, kept.col(Tables.FINGERPRINT).equalTo(wanted.col("wanted")), "left_semi")
            // Nothing is kept twice unless two calls had one folder at the same time.
            .dropDuplicates(new String[] {Tables.FINGERPRINT})
            .persist(StorageLevel.DISK_ONLY());
    long series = wanted.count();
    write(judged, series, csv);
    Dataset<Row> failed = judged.filter(col(Tables.ERROR).isNotNull());
    List<Row> first = failed.orderBy(Tables.FILE, Tables.SERIES).select(Tables.ERROR).takeAsList(1);
    return new Outcome(
        judged, series, failed.count(), first.isEmpty() ? "" : first.getFirst().getString(0));
  }

  private Dataset<Row> read(JobInputs inputs, JobCommand command) throws UsageException {
    List<Row> files =
        inputs.csv().stream()
            .map(file -> RowFactory.create(file.shown(), file.address(), inputs.alone()))
            .toList();
    int tasks = Math.max(cores(), (files.size() + FILES_IN_A_TASK - 1) / FILES_IN_A_TASK);
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    Dataset<Row> all =
        spark
            .createDataset(files, Tables.rows(Tables.CSV_FILE))
            .repartition(tasks)
            .flatMap(
                (FlatMapFunction<Row, Row>) new FileReading(options, configuration),
                Tables.rows(Tables.READ));
    for (JobInputs.Place table : inputs.parquet()) {
      all = all.union(ParquetTable.read(spark, table, command, options));
    }
    return all;
  }

  private void judge(Dataset<Row> read, @Nullable Groups groups) throws IOException {
    Dataset<Row> kept = folder.kept().select(col(Tables.FINGERPRINT).as("kept")).distinct();
    Dataset<Row> missing =
        read.join(kept, read.col(Tables.FINGERPRINT).equalTo(kept.col("kept")), "left_anti");
    long series = missing.count();
    if (series == 0) {
      return;
    }
    NetworkFiles networks = folder.networks();
    if (groups != null) {
      groups.train(missing, networks, progress);
    }
    LongAccumulator done = spark.sparkContext().longAccumulator("series");
    progress.begin(series, done);
    // A number of tasks that is named stays: small data would end in a single task otherwise.
    folder.keep(
        missing
            .repartition(tasks(series, cores()))
            .map(new Judging(options, networks, done), Tables.rows(Tables.JUDGED)));
    progress.end();
  }

  private int cores() {
    return spark.sparkContext().defaultParallelism();
  }

  /** Tasks for so many series: many short ones while that is possible, then full ones. */
  static int tasks(long series, int cores) {
    long full = (series + MOST_IN_A_TASK - 1) / MOST_IN_A_TASK;
    return (int) Math.min(series, Math.max(full, (long) cores * TASKS_FOR_A_CORE));
  }

  private void write(Dataset<Row> judged, long series, boolean csv) throws IOException {
    Dataset<Row> table = judged.select(columns(Tables.SERIES_COLUMNS));
    folder.write("series", sorted(table, series, Tables.FILE, Tables.SERIES), csv);
    folder.write(
        "anomalies", exploded(judged, Tables.ANOMALIES, Tables.ANOMALY.fieldNames(), series), csv);
    if (options.wantsPoints()) {
      folder.write(
          "points",
          exploded(judged, Tables.POINTS, Tables.POINT.fieldNames(), Long.MAX_VALUE),
          csv);
    } else {
      folder.remove("points");
    }
  }

  /** A row for each element of a column of arrays, in their order. */
  private static Dataset<Row> exploded(
      Dataset<Row> judged, String column, String[] fields, long series) {
    Dataset<Row> each =
        judged.select(
            col(Tables.FILE),
            col(Tables.SERIES),
            posexplode(col(column)).as(new String[] {"at", "each"}));
    Column[] wanted = new Column[fields.length + 2];
    wanted[0] = col(Tables.FILE);
    wanted[1] = col(Tables.SERIES);
    for (int i = 0; i < fields.length; i++) {
      wanted[i + 2] = col("each." + fields[i]);
    }
    return sorted(each, series, Tables.FILE, Tables.SERIES, "at").select(wanted);
  }

  /** In an order that does not depend on who judged what; few rows in one file. */
  private static Dataset<Row> sorted(Dataset<Row> rows, long series, String... columns) {
    return series <= ONE_FILE
        ? rows.repartition(1).sortWithinPartitions(columns(columns))
        : rows.sort(columns(columns));
  }

  private static Column[] columns(String[] names) {
    Column[] columns = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      columns[i] = col(names[i]);
    }
    return columns;
  }
}
