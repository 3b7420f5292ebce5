package io.hybridanomaly.detection;

import io.hybridanomaly.benchmark.LabelledSeries;
import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The mean difference of two detectors over the same series, with its 95 % interval. What is drawn
 * again and again are the sources of the series, each with all of its series: two stretches of one
 * ledger are no independent evidence.
 *
 * <p>Source: Efron, Tibshirani, "An introduction to the bootstrap", Chapman and Hall 1993, chapters
 * 8 and 13.
 */
final class PairedBootstrap {

  private static final int RESAMPLES = 10_000;

  private final List<List<Integer>> sources;

  /**
   * @param series in the order of the numbers that are compared
   */
  PairedBootstrap(List<LabelledSeries> series) {
    Map<String, List<Integer>> bySource = new LinkedHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      bySource.computeIfAbsent(series.get(i).source(), s -> new ArrayList<>()).add(i);
    }
    sources = List.copyOf(bySource.values());
  }

  /** Number of sources. */
  int size() {
    return sources.size();
  }

  /** The mean of a − b over all series, with its interval, as text. */
  String difference(double[] a, double[] b) {
    Random random = new Random(1);
    double[] means = new double[RESAMPLES];
    Arrays.setAll(
        means,
        k -> {
          double sum = 0;
          int count = 0;
          for (int drawn = 0; drawn < sources.size(); drawn++) {
            for (int i : sources.get(random.nextInt(sources.size()))) {
              sum += a[i] - b[i];
              count++;
            }
          }
          return sum / count;
        });
    double mean =
        Arrays.stream(a).average().orElseThrow() - Arrays.stream(b).average().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%+.3f (%+.3f to %+.3f)",
        mean,
        Quantiles.quantile(means, 0.025),
        Quantiles.quantile(means, 0.975));
  }
}
