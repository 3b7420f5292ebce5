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

  /** One candidate: how the parts are put together, and how long is trained. */
  private record Design(ScoreEnsemble ensemble, int epochs) {

    boolean isWithoutLstm() {
      return ensemble.pointwise() == ScoreEnsemble.Pointwise.RAW
          && ensemble.smoothed() == ScoreEnsemble.Smoothed.RAW;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "pointwise %s, smoothed %s, weight %.2f, spreads %.1f and %.1f, %d epochs",
          ensemble.pointwise(),
          ensemble.smoothed(),
          ensemble.pointwiseWeight(),
          ensemble.pointwiseSpread(),
          ensemble.smoothedSpread(),
          epochs);
    }
  }

  /** Several designs are nearly as good: with one seed its luck would choose between them. */
  private static final long[] SEEDS = {DetectionSettings.DEFAULT_SEED, 1, 2};

  private final List<LabelledSeries> series;

  /** [series] of each design, means over the seeds, all with Benford's part. */
  private final Map<Design, double[]> vusPr = new LinkedHashMap<>();

  private LeftOut(List<LabelledSeries> series) {
    this.series = series;
  }

  /** Trains on each series twice for each seed and prints a table. */
  static void print(List<LabelledSeries> series) {
    LeftOut leftOut = new LeftOut(series);
    for (int i = 0; i < series.size(); i++) {
      leftOut.measure(i);
      BenchmarkTables.progress(series.get(i).name());
    }
    BenchmarkTables.line("\n" + leftOut.vusPr.size() + " designs, " + series.size() + " series");
    double[] full = leftOut.choose("the detector", design -> !design.isWithoutLstm());
    double[] raw = leftOut.choose("without LSTM", Design::isWithoutLstm);
    BenchmarkTables.line(
        "\nVUS-PR left out, the detector minus without LSTM: "
            + new PairedBootstrap(series).difference(full, raw));
  }

  private void measure(int i) {
    for (long seed : SEEDS) {
      for (int epochs :
          new int[] {HybridDetector.DEFAULT_EPOCHS, HybridDetector.DEFAULT_EPOCHS / 2}) {
        Run run = Run.of(series.get(i).values(), epochs, seed);
        for (Design design : designs(epochs)) {
          DetectionMetrics metrics =
              LabelledBenchmark.metrics(
                  FusionMode.CALIBRATED, run.components(design.ensemble()), series.get(i));
          vusPr.computeIfAbsent(design, d -> new double[series.size()])[i] +=
              metrics.vusPr() / SEEDS.length;
        }
      }
    }
  }

  private static List<Design> designs(int epochs) {
    List<Design> designs = new ArrayList<>();
    for (ScoreEnsemble.Pointwise pointwise : ScoreEnsemble.Pointwise.values()) {
      for (ScoreEnsemble.Smoothed smoothed : ScoreEnsemble.Smoothed.values()) {
        for (double weight : new double[] {0.35, 0.25, 0.5}) {
          for (double[] spreads : new double[][] {{0.3, 0.6}, {0, 0}}) {
            ScoreEnsemble ensemble =
                new ScoreEnsemble(pointwise, smoothed, weight, spreads[0], spreads[1]);
            designs.add(new Design(ensemble, epochs));
          }
        }
      }
    }
    return designs;
  }

  /** Prints the choices among some designs; what they reach where they were not made: [series]. */
  private double[] choose(String title, Predicate<Design> candidates) {
    Map<String, List<Integer>> families =
        IntStream.range(0, series.size())
            .boxed()
            .collect(groupingBy(i -> series.get(i).family(), TreeMap::new, toList()));
    double[] reached = new double[series.size()];
    BenchmarkTables.line("\n| left out | VUS-PR there | chosen on the others, " + title + " |");
    BenchmarkTables.line("|---|---|---|");
    families.forEach(
        (family, members) -> {
          Design best =
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
              String.format(Locale.ROOT, "| %s | %.3f | %s |", family, mean, best));
        });
    BenchmarkTables.line(
        String.format(
            Locale.ROOT,
            "| **mean over all series** | **%.3f** | |",
            Arrays.stream(reached).average().orElseThrow()));
    return reached;
  }

  private double meanWithout(Design design, List<Integer> leftOut) {
    double[] all = measured(design);
    return IntStream.range(0, all.length)
        .filter(i -> !leftOut.contains(i))
        .mapToDouble(i -> all[i])
        .average()
        .orElse(0);
  }

  private double[] measured(Design design) {
    return vusPr.getOrDefault(design, new double[0]);
  }
}
