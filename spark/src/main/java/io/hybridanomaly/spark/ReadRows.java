package io.hybridanomaly.spark;

import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.cli.NamedSeries;
import io.hybridanomaly.export.SeriesFile;
import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.series.TimeSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Makes the row of a series that was read. */
final class ReadRows {

  private static final int BUFFER = 1 << 16;

  private ReadRows() {}

  /**
   * The row of a series.
   *
   * @param options what a result depends on beside the series
   */
  static Row of(NamedSeries series, TaskOptions options) {
    Dataset dataset = series.dataset();
    String error = series.problem();
    if (dataset == null) {
      return row(series, hash(series, options, null, String.valueOf(error)), null, "", error, null);
    }
    DataSummary summary = dataset.summary();
    String notes =
        Stream.concat(summary.notes().stream(), summary.doubts().stream().map(Doubt::sentence))
            .collect(Collectors.joining(" "));
    String told = summary.rowsDropped() + notes;
    return row(
        series,
        hash(series, options, dataset.series(), told),
        summary,
        notes,
        null,
        SeriesFile.write(dataset));
  }

  private static Row row(
      NamedSeries series,
      String fingerprint,
      @Nullable DataSummary summary,
      String notes,
      @Nullable String error,
      byte @Nullable [] content) {
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
        content);
  }

  /**
   * What a judged row depends on: two series with the same hash have the same row. It is taken from
   * the points and not from the file, so that a row more in a table of many series is one series
   * more to judge.
   */
  private static String hash(
      NamedSeries series, TaskOptions options, @Nullable TimeSeries points, String told) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (String text : new String[] {options.fingerprint(), series.table(), series.name(), told}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    if (points != null) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      for (int i = 0; i < points.size(); i++) {
        byte[] time = points.times().text(i).getBytes(StandardCharsets.UTF_8);
        if (buffer.remaining() < time.length + Double.BYTES + 1) {
          digest.update(buffer.flip());
          buffer.clear();
        }
        buffer.put(time).put((byte) '=').putDouble(points.values()[i]);
      }
      digest.update(buffer.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
