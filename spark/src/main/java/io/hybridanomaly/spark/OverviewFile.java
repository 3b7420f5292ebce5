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
   * @throws UsageException if it cannot be written
   */
  static void write(Path file, Dataset<Row> judged, String title) throws UsageException {
    Dataset<Row> good = judged.filter(col(Tables.ERROR).isNull());
    List<SeriesDigest> worst =
        good
            .orderBy(col("worst_severity").desc(), col(Tables.FILE), col(Tables.SERIES))
            .limit(MOST)
            .select(Tables.FILE, Tables.SERIES, Tables.DIGEST)
            .collectAsList()
            .stream()
            .map(row -> Digests.digest(row.getString(1), row.getStruct(2)))
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
      try (Writer text = Files.newBufferedWriter(file)) {
        OverviewPage.write(named, Overview.of(worst, failed), Map.of(), text);
      }
    } catch (IOException e) {
      throw new UsageException(
          "%s: the overview cannot be written (%s); choose another place."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
