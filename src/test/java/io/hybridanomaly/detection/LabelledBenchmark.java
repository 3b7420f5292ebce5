package io.hybridanomaly.detection;

import io.hybridanomaly.evaluation.DetectionMetrics;
import io.hybridanomaly.windowing.MovingAverage;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RobustLog;
import io.hybridanomaly.windowing.Scaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every fusion mode and the detector without its autoencoders, side by side on labelled series, as
 * tables in Markdown: all series, then each family (the part of the file name before the first
 * underscore). Arguments: a folder of CSV files {@code timestamp,value,label}, and {@code seed} to
 * measure the original formula too, which takes minutes for each series:
 *
 * <pre>
 * mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.6.2:java \
 *   -Dexec.classpathScope=test -Dexec.mainClass=io.hybridanomaly.detection.LabelledBenchmark \
 *   -Dexec.args=FOLDER
 * </pre>
 */
public final class LabelledBenchmark {

  private static final String WITHOUT_LSTM = "without LSTM";
  private static final String FULL = FusionMode.CALIBRATED.id();
  private static final int RESAMPLES = 10_000;

  private LabelledBenchmark() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException, DetectionException {
    boolean original = arguments.length > 1 && arguments[1].equals("seed");
    Map<String, Map<String, List<DetectionMetrics>>> families = new TreeMap<>();
    Map<String, List<DetectionMetrics>> all = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        String family = file.getFileName().toString().split("_", 2)[0];
        measure(file, original)
            .forEach(
                (name, metrics) -> {
                  all.computeIfAbsent(name, n -> new ArrayList<>()).add(metrics);
                  families
                      .computeIfAbsent(family, f -> new LinkedHashMap<>())
                      .computeIfAbsent(name, n -> new ArrayList<>())
                      .add(metrics);
                });
      }
    }
    table("all", all);
    families.forEach(LabelledBenchmark::table);
    print(interval(vusPr(all, FULL), vusPr(all, WITHOUT_LSTM)));
  }

  private static Map<String, DetectionMetrics> measure(Path file, boolean original)
      throws IOException, DetectionException {
    List<String> lines = Files.readAllLines(file);
    double[] values = new double[lines.size() - 1];
    byte[] labels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      String[] cells = lines.get(i + 1).split(",", -1);
      values[i] = Double.parseDouble(cells[1]);
      labels[i] = (byte) Double.parseDouble(cells[2]);
    }
    DetectionResult result = detect(values, FusionMode.CALIBRATED);
    Map<String, DetectionMetrics> measured = new LinkedHashMap<>();
    for (FusionMode mode : FusionMode.values()) {
      if (mode != FusionMode.SEED) {
        measured.put(mode.id(), metrics(result.withFusion(mode), labels));
      } else if (original) {
        measured.put(mode.id(), metrics(detect(values, mode), labels));
      }
    }
    measured.put(WITHOUT_LSTM, metrics(withoutLstm(result), labels));
    return measured;
  }

  private static DetectionResult detect(double[] values, FusionMode mode)
      throws DetectionException {
    return new Detector()
        .detect(
            values,
            DetectionSettings.defaults().withFusion(mode),
            ProgressListener.NONE,
            Cancellation.NEVER);
  }

  /**
   * The same detector with the distances of raw windows in the place of all that comes from the
   * autoencoders, in both views: narrow = raw, wide = raw³ averaged. The floor on the error stays
   * as it is, so that only the score differs.
   */
  private static DetectionResult withoutLstm(DetectionResult result) {
    ComponentScores full = result.components();
    double[] values = full.values();
    SplittableRandom random = new SplittableRandom(result.settings().seed());
    float[] series = Scaling.of(values).applyWithNoise(values, 0.001, random.split());
    Windows windows = Windows.over(values.length, full.window(), random.split());
    double[] raw =
        ReconstructionParts.points(
            Neighbours.ofSeries(series, windows)
                .distances(3, Watch.of(ProgressListener.NONE, Cancellation.NEVER)),
            windows,
            values.length);
    double median = Quantiles.median(raw);
    double[] cubes = Arrays.stream(raw).map(x -> Math.pow(x / median, 3)).toArray();
    double[] narrow = RobustLog.of(raw, 0.3);
    double[] wide = RobustLog.of(MovingAverage.of(cubes, Views.stretch(values.length)), 0.6);
    double[] score = new double[values.length];
    Arrays.setAll(score, i -> 0.35 * narrow[i] + 0.65 * wide[i]);
    return Judge.judge(
        result.settings(),
        new ComponentScores(
            values,
            score,
            full.benford(),
            full.expected(),
            full.error(),
            full.lossPerEpoch(),
            full.window(),
            full.epochs(),
            full.applicability()));
  }

  private static DetectionMetrics metrics(DetectionResult result, byte[] labels) {
    return DetectionMetrics.of(
        result.score(), result.flags(), labels, result.components().values());
  }

  private static void table(String title, Map<String, List<DetectionMetrics>> measured) {
    int series = measured.values().iterator().next().size();
    print("\n" + title + ", " + series + " series\n");
    print("| detector | VUS-PR | AUC-PR | top-1 | precision | recall | F1 | false alarms |");
    print("|---|---|---|---|---|---|---|---|");
    measured.forEach(
        (name, all) -> {
          Map<String, Double> mean = DetectionMetrics.summary(all);
          StringBuilder row = new StringBuilder("| " + name + " |");
          for (String metric :
              List.of(
                  "vus_pr",
                  "auc_pr",
                  "top_1",
                  "event_precision",
                  "event_recall",
                  "event_f1",
                  "false_alarms_per_10000")) {
            row.append(String.format(Locale.ROOT, " %.3f |", mean.get(metric)));
          }
          print(row.toString());
        });
  }

  private static double[] vusPr(Map<String, List<DetectionMetrics>> all, String name) {
    return all.getOrDefault(name, List.of()).stream()
        .mapToDouble(DetectionMetrics::vusPr)
        .toArray();
  }

  /** Paired bootstrap over series: the 95 % interval of the mean difference. */
  private static String interval(double[] a, double[] b) {
    Random random = new Random(1);
    double[] means = new double[RESAMPLES];
    double mean = 0;
    for (int k = 0; k < RESAMPLES; k++) {
      for (int i = 0; i < a.length; i++) {
        int series = random.nextInt(a.length);
        means[k] += (a[series] - b[series]) / a.length;
      }
      mean += means[k] / RESAMPLES;
    }
    return String.format(
        Locale.ROOT,
        "%nVUS-PR with minus without LSTM: %+.4f, 95 %% interval %+.4f to %+.4f",
        mean,
        Quantiles.quantile(means, 0.025),
        Quantiles.quantile(means, 0.975));
  }

  @SuppressWarnings("SystemOut") // The tables are the programme's result.
  private static void print(String line) {
    System.out.println(line);
  }
}
