package io.hybridanomaly.spark;

import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.cli.NamedSeries;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.export.SeriesFile;
import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.series.TimeSeries;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Makes the row of a series that was read. */
final class ReadRows {

  private ReadRows() {}

  /**
   * The row of a series.
   *
   * @param place where it was found, whose series are a group if no column names the groups
   * @param options what a result depends on beside the series
   */
  static Row of(NamedSeries series, String place, TaskOptions options) {
    Dataset dataset = series.dataset();
    String error = series.problem();
    if (dataset == null) {
      return row(
          series, fingerprint(series, options, null, String.valueOf(error)), null, "", error, null);
    }
    DataSummary summary = dataset.summary();
    String notes =
        Stream.concat(summary.notes().stream(), summary.doubts().stream().map(Doubt::sentence))
            .collect(Collectors.joining(" "));
    String told = summary.rowsDropped() + notes;
    return row(
        series,
        fingerprint(series, options, dataset.series(), told),
        summary,
        notes,
        null,
        new Judged(SeriesFile.write(dataset), grouped(series, place, dataset, options)));
  }

  /** What is needed to judge a series. */
  private record Judged(byte[] content, @Nullable Grouped grouped) {}

  /** What is needed to find the networks of its group. */
  private record Grouped(@Nullable String group, int window, String draw) {}

  private static @Nullable Grouped grouped(
      NamedSeries series, String place, Dataset dataset, TaskOptions options) {
    if (!options.sharesModels()) {
      return null;
    }
    DetectionSettings settings = options.settings();
    return new Grouped(
        options.groupColumn().isPresent() ? series.group() : place,
        settings.window().orElseGet(() -> Detectors.autoWindow(dataset.series().samples())),
        // Not of the paths: a folder that was moved keeps its networks.
        Hashes.of(dataset.series(), Long.toString(settings.seed()), series.name()));
  }

  private static Row row(
      NamedSeries series,
      String fingerprint,
      @Nullable DataSummary summary,
      String notes,
      @Nullable String error,
      @Nullable Judged judged) {
    Grouped grouped = judged == null ? null : judged.grouped();
    return RowFactory.create(
        series.table(),
        series.name(),
        fingerprint,
        summary == null ? null : summary.points(),
        summary == null ? null : summary.firstTime(),
        summary == null ? null : summary.lastTime(),
        summary == null ? null : summary.rowsDropped(),
        notes,
        error,
        judged == null ? null : judged.content(),
        grouped == null ? null : grouped.group(),
        grouped == null ? null : grouped.window(),
        grouped == null ? null : grouped.draw(),
        null);
  }

  /**
   * What a judged row depends on: two series with the same hash have the same row. It is taken from
   * the points and not from the file, so that a row more in a table of many series is one series
   * more to judge.
   */
  private static String fingerprint(
      NamedSeries series, TaskOptions options, @Nullable TimeSeries points, String told) {
    return Hashes.of(points, options.fingerprint(), series.table(), series.name(), told);
  }
}
