package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.ConstantStretch;
import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands out in a series before anything was learned from it.
 *
 * @param missing stretches without points
 * @param constant the longest stretches of equal values
 * @param duplicates points with the time of the one before, the first {@value #MOST}
 * @param allDuplicates how many there are
 * @param outliers points beyond the far-out fences, the farthest {@value #MOST} first
 * @param allOutliers how many there are
 */
public record DataFindings(
    List<MissingStretch> missing,
    List<Segment> constant,
    List<Integer> duplicates,
    int allDuplicates,
    List<Integer> outliers,
    int allOutliers) {

  /** No more points of a kind are named: a chart with more circles shows nothing. */
  public static final int MOST = 50;

  /**
   * Values farther than this many distances between the quartiles outside of them are far out
   * (Tukey, Exploratory Data Analysis, 1977).
   */
  private static final double FAR_OUT = 3;

  public DataFindings {
    missing = List.copyOf(missing);
    constant = List.copyOf(constant);
    duplicates = List.copyOf(duplicates);
    outliers = List.copyOf(outliers);
  }

  /** What stands out in a loaded series. */
  public static DataFindings of(LoadedSeries loaded) {
    TimeSeries series = loaded.series();
    ImportSummary summary = loaded.imported().summary();
    List<Integer> duplicates = duplicates(series.times());
    boolean counter =
        summary.doubts().stream()
            .anyMatch(doubt -> doubt.remedy() == Doubt.Remedy.TAKE_DIFFERENCES);
    // What only rises has no middle to be far from, but jumps that are.
    List<Integer> outliers =
        counter
            ? outliers(changes(series.values())).stream().map(i -> i + 1).toList()
            : outliers(series.values());
    return new DataFindings(
        MissingStretch.in(series.times()),
        summary.constantStretches().stream().map(DataFindings::segment).toList(),
        first(duplicates),
        duplicates.size(),
        first(outliers),
        outliers.size());
  }

  private static List<Integer> first(List<Integer> points) {
    return points.subList(0, Math.min(MOST, points.size()));
  }

  private static Segment segment(ConstantStretch stretch) {
    return new Segment(stretch.start(), stretch.start() + stretch.length());
  }

  private static List<Integer> duplicates(TimeAxis times) {
    return IntStream.range(1, times.size())
        .filter(i -> times.instant(i) == times.instant(i - 1))
        .boxed()
        .toList();
  }

  private static double[] changes(double[] values) {
    return IntStream.range(1, values.length).mapToDouble(i -> values[i] - values[i - 1]).toArray();
  }

  private static List<Integer> outliers(double[] values) {
    double[] quartiles = Quantiles.of(values, 0.25, 0.75);
    double low = quartiles[0];
    double high = quartiles[1];
    double reach = FAR_OUT * (high - low);
    double middle = low / 2 + high / 2;
    return IntStream.range(0, values.length)
        .filter(i -> reach > 0 && (values[i] < low - reach || values[i] > high + reach))
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> Math.abs(values[i] - middle)).reversed())
        .toList();
  }
}
