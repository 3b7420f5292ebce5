package io.hybridanomaly.overview;

import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeSeries;
import java.util.List;
import java.util.stream.IntStream;

/** Series of an overview without a detection behind them. */
public final class Digests {

  private Digests() {}

  /** A series of row numbers from 1, with anomalies {@code {from, to, severity}}, both included. */
  public static SeriesDigest rows(String name, int points, int[]... anomalies) {
    return rows(name, IntStream.range(0, points).mapToDouble(i -> i % 5).toArray(), anomalies);
  }

  /** A series of row numbers from 1 that never changes, without an anomaly. */
  public static SeriesDigest flat(String name, int points) {
    return rows(name, new double[points]);
  }

  private static SeriesDigest rows(String name, double[] values, int[]... anomalies) {
    int points = values.length;
    TimeSeries series =
        new TimeSeries(name, new RowNumbers(IntStream.rangeClosed(1, points).toArray()), values);
    return new SeriesDigest(
        name,
        AxisKind.ROWS,
        new Span(1, points + 1),
        1,
        0,
        points,
        IntStream.range(0, anomalies.length)
            .mapToObj(i -> abnormal(anomalies[i][0], anomalies[i][1], anomalies[i][2]))
            .toList(),
        List.of(),
        Sparkline.of(series));
  }

  private static AbnormalTime abnormal(int from, int to, int severity) {
    return new AbnormalTime(
        new Span(from, to + 1), severity, "row %d to row %d".formatted(from, to));
  }
}
