package io.hybridanomaly.spark;

import io.hybridanomaly.cli.UsageException;
import java.io.IOException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What the job writes to. Judged series are kept in a folder of their own, a row each, as soon as
 * the task that judged them ends: what is there is whole, and a later call takes it over. The
 * tables for the user are made of them at the end.
 */
final class OutputFolder {

  /** Spark passes over folders whose name begins like this. */
  private static final String KEPT = "_judged";

  private static final String NETWORKS = "_networks";

  private final Path folder;
  private final FileSystem files;
  private final SparkSession spark;

  private OutputFolder(Path folder, FileSystem files, SparkSession spark) {
    this.folder = folder;
    this.files = files;
    this.spark = spark;
  }

  /**
   * Makes the folder.
   *
   * @throws UsageException if it cannot be made, lies in an input, or holds tables that this job
   *     has not written
   */
  static OutputFolder of(String output, JobInputs inputs, SparkSession spark)
      throws UsageException {
    Path folder =
        RemoteFile.hasScheme(output)
            ? new Path(output)
            : new Path(
                "file", "", java.nio.file.Path.of(output).toAbsolutePath().normalize().toString());
    for (JobInputs.Place input : inputs.parquet()) {
      String address = new Path(input.address()).toUri().getPath();
      if ((folder.toUri().getPath() + "/").startsWith(address + "/")) {
        throw new UsageException(
            output
                + ": the output lies in the input "
                + input.shown()
                + "; choose another folder.");
      }
    }
    try {
      FileSystem files =
          RemoteFile.store(output, folder, spark.sparkContext().hadoopConfiguration());
      OutputFolder made = new OutputFolder(folder, files, spark);
      if (!files.exists(made.at(KEPT))) {
        for (String table : new String[] {"series", "anomalies", "points"}) {
          if (files.exists(made.at(table))) {
            throw new UsageException(
                "%s/%s is there and not written by this command; choose another folder."
                    .formatted(output, table));
          }
        }
      }
      if (!files.mkdirs(made.at(KEPT))) {
        throw new UsageException(output + ": the folder cannot be made; choose another place.");
      }
      return made;
    } catch (ParentNotDirectoryException | FileAlreadyExistsException e) {
      throw new UsageException(
          output + ": a file is in the way; name a folder, or a place for a new one.", e);
    } catch (IOException e) {
      throw new UsageException(
          "%s: the folder cannot be made (%s); choose another place."
              .formatted(output, e.getMessage()),
          e);
    }
  }

  private Path at(String name) {
    return new Path(folder, name);
  }

  /** What was judged so far, by this call and earlier ones, perhaps with other options. */
  Dataset<Row> kept() {
    return spark.read().schema(Tables.JUDGED).parquet(at(KEPT).toString());
  }

  /** Where the networks of groups are kept. */
  NetworkFiles networks() {
    return new NetworkFiles(
        at(NETWORKS), new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
  }

  /**
   * Adds judged series, those of each task as soon as it ends: the second algorithm of Hadoop's
   * committer. The file of a task holds whole series and is renamed when it is complete; a task
   * that is done twice writes the same name.
   */
  void keep(Dataset<Row> judged) {
    judged
        .write()
        .mode(SaveMode.Append)
        .option("mapreduce.fileoutputcommitter.algorithm.version", "2")
        .parquet(at(KEPT).toString());
  }

  /** Writes a table anew. */
  void write(String table, Dataset<Row> rows, boolean csv) {
    String path = at(table).toString();
    if (csv) {
      PlainText.of(rows)
          .write()
          .mode(SaveMode.Overwrite)
          .option("header", true)
          .option("escape", "\"")
          .option("emptyValue", "")
          .csv(path);
    } else {
      rows.write().mode(SaveMode.Overwrite).parquet(path);
    }
  }

  /** Removes a table of an earlier call that is not wanted this time: it would be out of date. */
  void remove(String table) throws IOException {
    files.delete(at(table), true);
  }
}
