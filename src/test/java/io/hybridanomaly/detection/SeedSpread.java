package io.hybridanomaly.detection;

import io.hybridanomaly.benchmark.LabelledSeries;
import io.hybridanomaly.evaluation.DetectionMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much the detector depends on its random choices: the same series with five seeds. */
final class SeedSpread {

  private static final long[] SEEDS = {DetectionSettings.DEFAULT_SEED, 1, 2, 3, 4};

  private SeedSpread() {}

  /** Prints the metrics of each seed and how many periods of one are found again with another. */
  static void print(List<LabelledSeries> all) throws DetectionException {
    List<List<DetectionMetrics>> measured = new ArrayList<>();
    for (int k = 0; k < SEEDS.length; k++) {
      measured.add(new ArrayList<>());
    }
    int compared = 0;
    int kept = 0;
    for (LabelledSeries series : all) {
      List<DetectionResult> results = new ArrayList<>();
      for (int k = 0; k < SEEDS.length; k++) {
        DetectionResult result =
            new Detector()
                .detect(
                    series.values(),
                    DetectionSettings.defaults().withSeed(SEEDS[k]),
                    ProgressListener.NONE,
                    Cancellation.NEVER);
        measured
            .get(k)
            .add(
                DetectionMetrics.of(
                    result.score(), result.flags(), series.labels(), series.values()));
        results.add(result);
      }
      for (int i = 0; i < SEEDS.length; i++) {
        for (int j = 0; j < SEEDS.length; j++) {
          DetectionResult other = results.get(j);
          for (Period period : i == j ? List.<Period>of() : results.get(i).periods()) {
            compared++;
            kept += isKept(period, other) ? 1 : 0;
          }
        }
      }
      BenchmarkTables.progress(series.name());
    }
    BenchmarkTables.line("\n| seed | VUS-PR | F1 | false alarms |\n|---|---|---|---|");
    for (int k = 0; k < SEEDS.length; k++) {
      Map<String, Double> mean = DetectionMetrics.summary(measured.get(k));
      BenchmarkTables.line(
          String.format(
              Locale.ROOT,
              "| %d | %.4f | %.3f | %.2f |",
              SEEDS[k],
              mean.get("vus_pr"),
              mean.get("event_f1"),
              mean.get("false_alarms_per_10000")));
    }
    BenchmarkTables.line(
        String.format(
            Locale.ROOT,
            "%nIn %d of %d comparisons of two seeds (%.1f %%) a period was found again with an"
                + " overlap of at least half.",
            kept,
            compared,
            100.0 * kept / Math.max(1, compared)));
  }

  /** Whether the other result flags at least half of a period. */
  private static boolean isKept(Period period, DetectionResult other) {
    int flagged = 0;
    for (int i = period.start(); i < period.end(); i++) {
      flagged += other.isAnomaly(i) ? 1 : 0;
    }
    return 2 * flagged >= period.length();
  }
}
