package io.hybridanomaly.detection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.hybridanomaly.benchmark.LabelledSeries;
import io.hybridanomaly.detection.LabelledBenchmark.Run;
import io.hybridanomaly.evaluation.DetectionMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Chooses the best of several designs on all families but one and measures it on that one, for each
 * family in turn: how good a choice is on series that it was not made for.
 */
final class LeftOut {

  private static final double[] SMOOTHED_WEIGHTS = {0.8, 0.5, 1};
  private static final double[] SHAPE_WEIGHTS = {1, 0.5, 1.5};

  /** Several designs are nearly as good: with one seed its luck would choose between them. */
  private static final long[] SEEDS = {DetectionSettings.DEFAULT_SEED, 1, 2};

  private final List<LabelledSeries> series;

  /** [series] of each design, means over the seeds, all with Benford's part. */
  private final Map<ScoreEnsemble, double[]> vusPr = new LinkedHashMap<>();

  private LeftOut(List<LabelledSeries> series) {
    this.series = series;
  }

  /** Trains on each series once for each seed and prints a table. */
  static void print(List<LabelledSeries> series) {
    LeftOut leftOut = new LeftOut(series);
    for (int i = 0; i < series.size(); i++) {
      leftOut.measure(i);
      BenchmarkTables.progress(series.get(i).name());
    }
    BenchmarkTables.line("\n" + leftOut.vusPr.size() + " designs, " + series.size() + " series");
    double[] full = leftOut.choose("the detector", ScoreEnsemble::autoencoders);
    double[] raw = leftOut.choose("without the autoencoders", design -> !design.autoencoders());
    BenchmarkTables.line(
        "\nVUS-PR left out, the detector minus without the autoencoders: "
            + new PairedBootstrap(series).difference(full, raw));
  }

  private void measure(int i) {
    for (long seed : SEEDS) {
      Run run = Run.of(series.get(i).samples(), HybridDetector.DEFAULT_EPOCHS, seed);
      for (ScoreEnsemble design : designs()) {
        DetectionMetrics metrics =
            LabelledBenchmark.metrics(FusionMode.CALIBRATED, run.components(design), series.get(i));
        vusPr.computeIfAbsent(design, d -> new double[series.size()])[i] +=
            metrics.vusPr() / SEEDS.length;
      }
    }
  }

  /** The default first: it is taken where others are no better. */
  private static List<ScoreEnsemble> designs() {
    List<ScoreEnsemble> designs = new ArrayList<>();
    for (boolean autoencoders : new boolean[] {true, false}) {
      for (double smoothed : SMOOTHED_WEIGHTS) {
        for (double shape : SHAPE_WEIGHTS) {
          designs.add(new ScoreEnsemble(autoencoders, smoothed, shape));
        }
      }
    }
    return designs;
  }

  private static String text(ScoreEnsemble design) {
    return String.format(
        Locale.ROOT,
        "%s autoencoders, smoothed × %.1f, shape × %.1f",
        design.autoencoders() ? "with" : "without",
        design.smoothedWeight(),
        design.shapeWeight());
  }

  /** Prints the choices among some designs; what they reach where they were not made: [series]. */
  private double[] choose(String title, Predicate<ScoreEnsemble> candidates) {
    Map<String, List<Integer>> families =
        IntStream.range(0, series.size())
            .boxed()
            .collect(groupingBy(i -> series.get(i).family(), TreeMap::new, toList()));
    double[] reached = new double[series.size()];
    BenchmarkTables.line("\n| left out | VUS-PR there | chosen on the others, " + title + " |");
    BenchmarkTables.line("|---|---|---|");
    families.forEach(
        (family, members) -> {
          ScoreEnsemble best =
              vusPr.keySet().stream()
                  .filter(candidates)
                  .max((a, b) -> Double.compare(meanWithout(a, members), meanWithout(b, members)))
                  .orElseThrow();
          double mean = 0;
          for (int i : members) {
            reached[i] = measured(best)[i];
            mean += reached[i] / members.size();
          }
          BenchmarkTables.line(
              String.format(Locale.ROOT, "| %s | %.3f | %s |", family, mean, text(best)));
        });
    BenchmarkTables.line(
        String.format(
            Locale.ROOT,
            "| **mean over all series** | **%.3f** | |",
            Arrays.stream(reached).average().orElseThrow()));
    return reached;
  }

  private double meanWithout(ScoreEnsemble design, List<Integer> leftOut) {
    double[] all = measured(design);
    return IntStream.range(0, all.length)
        .filter(i -> !leftOut.contains(i))
        .mapToDouble(i -> all[i])
        .average()
        .orElse(0);
  }

  private double[] measured(ScoreEnsemble design) {
    return vusPr.getOrDefault(design, new double[0]);
  }
}
