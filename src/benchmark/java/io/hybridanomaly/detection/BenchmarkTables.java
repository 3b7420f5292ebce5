package io.hybridanomaly.detection;

import io.hybridanomaly.benchmark.LabelledSeries;
import io.hybridanomaly.evaluation.DetectionMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Metrics of several detectors on several series, as tables in Markdown. */
final class BenchmarkTables {

  private static final List<String> COLUMNS =
      List.of(
          "vus_pr",
          "auc_pr",
          "top_1",
          "event_precision",
          "event_recall",
          "event_f1",
          "false_alarms_per_10000");

  private final List<LabelledSeries> series = new ArrayList<>();
  private final Map<String, List<DetectionMetrics>> all = new LinkedHashMap<>();
  private final Map<String, Map<String, List<DetectionMetrics>>> families = new TreeMap<>();

  /** Adds what every detector reached on one series. */
  void add(LabelledSeries one, Map<String, DetectionMetrics> measured) {
    series.add(one);
    Map<String, List<DetectionMetrics>> own =
        families.computeIfAbsent(one.family(), f -> new LinkedHashMap<>());
    measured.forEach(
        (detector, metrics) -> {
          all.computeIfAbsent(detector, d -> new ArrayList<>()).add(metrics);
          own.computeIfAbsent(detector, d -> new ArrayList<>()).add(metrics);
        });
  }

  /** Prints a table of all series, with the difference to one detector, and one of each family. */
  void print(String reference) {
    double[] base = vusPr(all.getOrDefault(reference, List.of()));
    PairedBootstrap bootstrap = new PairedBootstrap(series);
    line("\nall, %d series of %d sources\n".formatted(base.length, bootstrap.size()));
    line(
        "| detector | VUS-PR | AUC-PR | top-1 | precision | recall | F1 | false alarms |"
            + " VUS-PR of the default minus this, 95 % interval |");
    line("|---|---|---|---|---|---|---|---|---|");
    all.forEach(
        (detector, metrics) ->
            line(
                row(detector, metrics)
                    + (detector.equals(reference)
                        ? " |"
                        : " " + bootstrap.difference(base, vusPr(metrics)) + " |")));
    families.forEach(
        (family, measured) -> {
          line("\n" + family + ", " + measured.values().iterator().next().size() + " series\n");
          line("| detector | VUS-PR | AUC-PR | top-1 | precision | recall | F1 | false alarms |");
          line("|---|---|---|---|---|---|---|---|");
          measured.forEach((detector, metrics) -> line(row(detector, metrics)));
        });
  }

  private static String row(String detector, List<DetectionMetrics> metrics) {
    Map<String, Double> mean = DetectionMetrics.summary(metrics);
    StringBuilder row = new StringBuilder("| " + detector + " |");
    for (String column : COLUMNS) {
      row.append(String.format(Locale.ROOT, " %.3f |", mean.get(column)));
    }
    return row.toString();
  }

  private static double[] vusPr(List<DetectionMetrics> metrics) {
    return metrics.stream().mapToDouble(DetectionMetrics::vusPr).toArray();
  }

  @SuppressWarnings("SystemOut") // The tables are the programme's result.
  static void line(String line) {
    System.out.println(line);
  }

  @SuppressWarnings("SystemOut") // Apart from the tables, so that they can be redirected.
  static void progress(String step) {
    System.err.println(step);
  }
}
