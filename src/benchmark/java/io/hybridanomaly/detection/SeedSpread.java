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

  /** Prints the metrics of each seed and how many anomalies of one are found again with another. */
  static void print(List<LabelledSeries> all) throws DetectionException {
    List<List<DetectionMetrics>> measured = new ArrayList<>();
    for (int k = 0; k < SEEDS.length; k++) {
      measured.add(new ArrayList<>());
    }
    int compared = 0;
    int covered = 0;
    int overlapping = 0;
    for (LabelledSeries series : all) {
      List<DetectionResult> results = new ArrayList<>();
      for (int k = 0; k < SEEDS.length; k++) {
        DetectionResult result =
            Detectors.detect(
                series.samples(),
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
          for (Anomaly anomaly : i == j ? List.<Anomaly>of() : results.get(i).anomalies()) {
            compared++;
            covered += isCovered(anomaly, other) ? 1 : 0;
            overlapping += other.anomalies().stream().anyMatch(anomaly::matches) ? 1 : 0;
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
            "%nOf %d comparisons of an anomaly with the result of another seed, that result has a"
                + " anomaly that overlaps it by at least half of the shorter one in %.1f %%, and"
                + " flags at least half of it in %.1f %%.",
            compared,
            100.0 * overlapping / Math.max(1, compared),
            100.0 * covered / Math.max(1, compared)));
  }

  /** Whether the other result flags at least half of an anomaly. */
  private static boolean isCovered(Anomaly anomaly, DetectionResult other) {
    int flagged = 0;
    for (int i = anomaly.segment().from(); i < anomaly.segment().to(); i++) {
      flagged += other.isAnomaly(i) ? 1 : 0;
    }
    return 2 * flagged >= anomaly.length();
  }
}
