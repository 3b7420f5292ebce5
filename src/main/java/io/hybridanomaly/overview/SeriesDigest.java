package io.hybridanomaly.overview;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What an overview keeps of a judged series: hundreds of them fit into little memory.
 *
 * @param name what tells it apart from the others; untrusted
 * @param kind what its times are
 * @param span from its first point to the end of its last
 * @param step how long a point usually lasts
 * @param shift what its own clock adds to the times of the axis, that of its first point
 * @param points number of points
 * @param anomalies in order of time
 * @param missing stretches without points, in order of time
 * @param line its values in small
 */
public record SeriesDigest(
    String name,
    AxisKind kind,
    Span span,
    double step,
    double shift,
    int points,
    List<AbnormalTime> anomalies,
    List<Span> missing,
    Sparkline line) {

  /**
   * The order in which series are listed: those with the most severe anomaly first, then those with
   * the most severity in all and the most anomalies, then those that never change. Equal ones keep
   * the order of their file.
   */
  public static final Comparator<SeriesDigest> WORST_FIRST =
      Comparator.comparingDouble(SeriesDigest::worst)
          .thenComparingDouble(SeriesDigest::severityInAll)
          .thenComparingInt(digest -> digest.anomalies().size())
          .thenComparing(digest -> digest.line().isFlat())
          .reversed();

  public SeriesDigest {
    anomalies = List.copyOf(anomalies);
    missing = List.copyOf(missing);
  }

  /**
   * Takes from a series what an overview needs. Takes time proportional to its length, and as long
   * as sorting it.
   *
   * @param name what tells it apart from the others
   * @param result of this series
   */
  public static SeriesDigest of(String name, TimeSeries series, DetectionResult result) {
    TimeAxis times = series.times();
    int last = times.size() - 1;
    double step = step(times);
    return new SeriesDigest(
        name,
        AxisKind.of(times),
        new Span(AxisKind.place(times, 0), AxisKind.place(times, last) + step),
        step,
        AxisKind.of(times) == AxisKind.DATES ? times.position(0) - times.instant(0) : 0,
        times.size(),
        anomalies(times, result, step),
        MissingStretch.in(times).stream()
            .map(
                gap ->
                    new Span(
                        AxisKind.place(times, gap.after()) + step,
                        AxisKind.place(times, gap.after() + 1)))
            .toList(),
        Sparkline.of(series));
  }

  /**
   * The same series judged anew.
   *
   * @param series the one that this is of
   */
  public SeriesDigest judged(TimeSeries series, DetectionResult result) {
    return new SeriesDigest(
        name,
        kind,
        span,
        step,
        shift,
        points,
        anomalies(series.times(), result, step),
        missing,
        line);
  }

  private static List<AbnormalTime> anomalies(TimeAxis times, DetectionResult result, double step) {
    TimeText text = new TimeText(times);
    return result.anomalies().stream()
        .map(
            anomaly ->
                new AbnormalTime(
                    span(times, anomaly.segment(), step),
                    anomaly.severity(),
                    text(text, anomaly.segment())))
        .toList();
  }

  /** The highest severity of its anomalies; negative if it has none. */
  public double worst() {
    return anomalies.stream().mapToDouble(AbnormalTime::severity).max().orElse(-1);
  }

  private double severityInAll() {
    return anomalies.stream().mapToDouble(AbnormalTime::severity).sum();
  }

  private static Span span(TimeAxis times, Segment segment, double step) {
    return new Span(
        AxisKind.place(times, segment.from()), AxisKind.place(times, segment.last()) + step);
  }

  private static String text(TimeText text, Segment segment) {
    String first = text.of(segment.from());
    String last = text.of(segment.last());
    return first.equals(last) ? first : first + " to " + last;
  }

  /** The median distance between points; of points that all have one time, 1. */
  private static double step(TimeAxis times) {
    int n = times.size();
    double[] distances = new double[n - 1];
    for (int i = 1; i < n; i++) {
      distances[i - 1] = AxisKind.place(times, i) - AxisKind.place(times, i - 1);
    }
    Arrays.sort(distances);
    double median = distances.length == 0 ? 0 : distances[distances.length / 2];
    double mean = n > 1 ? (AxisKind.place(times, n - 1) - AxisKind.place(times, 0)) / (n - 1) : 0;
    return median > 0 ? median : mean > 0 ? mean : 1;
  }
}
