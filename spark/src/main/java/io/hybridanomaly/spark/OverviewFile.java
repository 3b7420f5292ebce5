package io.hybridanomaly.spark;

import static org.apache.spark.sql.functions.col;

import io.hybridanomaly.cli.UsageException;
import io.hybridanomaly.export.OverviewPage;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Overview;
import io.hybridanomaly.overview.SeriesDigest;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the overview over the worst series: a page of a hundred thousand rows helps nobody. */
final class OverviewFile {

  private static final int MOST = 1000;

  private OverviewFile() {}

  /**
   * Writes it.
   *
   * @param judged as {@link Tables#JUDGED}
   * @param title what it is about
   * @param reports whether the reports of its series are written beside it
   * @throws UsageException if it cannot be written
   */
  static void write(Path file, Dataset<Row> judged, String title, boolean reports)
      throws UsageException {
    Dataset<Row> good = judged.filter(col(Tables.ERROR).isNull());
    List<Row> rows =
        good.orderBy(col("worst_severity").desc(), col(Tables.FILE), col(Tables.SERIES))
            .limit(MOST)
            .select(Tables.FILE, Tables.SERIES, Tables.DIGEST, Tables.FINGERPRINT)
            .collectAsList();
    Map<String, String> names = names(rows);
    List<SeriesDigest> worst =
        rows.stream()
            .map(row -> Digests.digest(names.getOrDefault(row.getString(3), ""), row.getStruct(2)))
            .toList();
    List<FailedSeries> failed =
        judged
            .filter(col(Tables.ERROR).isNotNull())
            .orderBy(Tables.FILE, Tables.SERIES)
            .limit(MOST)
            .select(Tables.SERIES, Tables.ERROR)
            .collectAsList()
            .stream()
            .map(row -> new FailedSeries(row.getString(0), row.getString(1)))
            .toList();
    long all = good.count();
    String named =
        all > MOST ? "%s: the worst %,d of %,d series".formatted(title, MOST, all) : title;
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Map<String, String> links = reports ? new ReportFiles(file).write(judged, names) : Map.of();
      try (Writer text = Files.newBufferedWriter(file)) {
        OverviewPage.write(named, Overview.of(worst, failed), links, text);
      }
    } catch (IOException e) {
      throw new UsageException(
          "%s: the overview cannot be written (%s); choose another place."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** What tells series apart, by fingerprint: their names, with the file where two have one. */
  private static Map<String, String> names(List<Row> rows) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.getString(1), 1, Integer::sum));
    Map<String, String> names = new LinkedHashMap<>();
    for (Row row : rows) {
      String name = row.getString(1);
      names.put(
          row.getString(3),
          counts.getOrDefault(name, 0) > 1 ? "%s (%s)".formatted(row.getString(0), name) : name);
    }
    return names;
  }
}
