package io.hybridanomaly.spark;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;

import io.hybridanomaly.detection.SharedModel;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The groups of like series, each of which has its networks in common. All that a group's networks
 * depend on is decided by hashes of its series, so that neither the order nor the distribution of
 * the work changes them.
 */
final class Groups {

  private static final int SHA = 256;

  /** Groups that are trained in tasks of their own; of more, tasks have several. */
  private static final int MOST_TASKS = 10_000;

  private final Dataset<Row> read;
  private final TaskOptions options;
  private final Map<String, GroupPlan> plans;

  private Groups(Dataset<Row> read, TaskOptions options, Map<String, GroupPlan> plans) {
    this.read = read;
    this.options = options;
    this.plans = plans;
  }

  /**
   * Plans the networks of all groups with at least two series that their window suits.
   *
   * @param read as {@link Tables#READ}
   */
  static Groups of(Dataset<Row> read, TaskOptions options) {
    Dataset<Row> usable = read.filter(col(Tables.GROUP).isNotNull());
    Map<String, Map<Integer, Long>> chosen = new HashMap<>();
    for (Row row : usable.groupBy(Tables.GROUP, Tables.WINDOW).agg(count(lit(1))).collectAsList()) {
      chosen
          .computeIfAbsent(row.getString(0), group -> new HashMap<>())
          .put(row.getInt(1), row.getLong(2));
    }
    Map<String, Integer> windows = new HashMap<>();
    chosen.forEach((group, lengths) -> windows.put(group, SharedModel.window(lengths)));
    Dataset<Row> ranked =
        usable
            .select(Tables.GROUP, Tables.DRAW, Tables.POINT_COUNT)
            .filter(
                (FilterFunction<Row>)
                    row -> 2L * windows.getOrDefault(row.getString(0), 0) <= row.getInt(2))
            .withColumn(
                "rank", row_number().over(Window.partitionBy(Tables.GROUP).orderBy(Tables.DRAW)))
            .filter(col("rank").leq(SharedModel.MOST_SERIES));
    Map<String, GroupPlan> plans = new HashMap<>();
    for (Row row :
        ranked
            .groupBy(Tables.GROUP)
            .agg(
                count(lit(1)).as("sampled"),
                sha2(array_join(array_sort(collect_list(Tables.DRAW)), ","), SHA),
                max(Tables.DRAW))
            .filter(col("sampled").gt(1))
            .collectAsList()) {
      String group = row.getString(0);
      plans.put(
          group,
          GroupPlan.of(
              options,
              windows.getOrDefault(group, 0),
              row.getLong(1),
              row.getString(2),
              row.getString(3)));
    }
    return new Groups(read, options, plans);
  }

  /** The series with the networks that judge them, and why if these are not those of the group. */
  Dataset<Row> assigned() {
    return read.map((MapFunction<Row, Row>) new Assigning(plans), Tables.rows(Tables.READ));
  }

  /**
   * Trains the networks that are needed and not there yet.
   *
   * @param wanted series that are to be judged, assigned
   * @param files receives the networks
   * @param progress hears of it
   */
  void train(Dataset<Row> wanted, NetworkFiles files, JobProgress progress) throws IOException {
    Set<String> missing = new HashSet<>();
    for (Row row :
        wanted
            .filter(col(Tables.MODEL).isNotNull())
            .select(Tables.MODEL)
            .distinct()
            .collectAsList()) {
      if (!files.has(row.getString(0))) {
        missing.add(row.getString(0));
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    progress.training(missing.size());
    Map<String, GroupPlan> wantedPlans = new HashMap<>(plans);
    wantedPlans.values().removeIf(plan -> !missing.contains(plan.model()));
    long trained =
        read.filter((FilterFunction<Row>) row -> isSampled(row, wantedPlans))
            .map(
                (MapFunction<Row, Row>) new Sampling(options, wantedPlans),
                Tables.rows(Tables.SAMPLE))
            .repartition(Math.min(missing.size(), MOST_TASKS), col(Tables.MODEL))
            .sortWithinPartitions(Tables.MODEL, Tables.DRAW)
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) new Training(options, files),
                Tables.rows(Tables.MODELS))
            .count();
    if (trained != missing.size()) {
      throw new IllegalStateException(
          "%d of %d groups were trained".formatted(trained, missing.size()));
    }
  }

  private static boolean isSampled(Row row, Map<String, GroupPlan> plans) {
    GroupPlan plan = plans.get(row.<String>getAs(Tables.GROUP));
    return plan != null
        && plan.fits(row.<Integer>getAs(Tables.POINT_COUNT))
        && row.<String>getAs(Tables.DRAW).compareTo(plan.last()) <= 0;
  }
}
