package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.series.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Stated against measured false alarms on simulated series without anomalies, as a table in
 * Markdown, by sensitivity, and for the other fusion modes. Arguments, all optional: series of each
 * kind (200), lengths in points with commas between them (40,100,300,1000), kinds likewise (all).
 * Takes up to four seconds of a core for each series:
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec \
 *   -Dmain=io.hybridanomaly.benchmark.FalseAlarmSimulation
 * </pre>
 */
public final class FalseAlarmSimulation {

  private static final List<DetectionSettings> JUDGEMENTS =
      List.of(
          DetectionSettings.defaults().withSensitivity(3),
          DetectionSettings.defaults(),
          DetectionSettings.defaults().withSensitivity(7),
          DetectionSettings.defaults().withSensitivity(9),
          DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(FusionMode.LSTM)),
          DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(FusionMode.BENFORD)),
          DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(FusionMode.BOTH)),
          DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(FusionMode.EITHER)),
          DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(FusionMode.SUM)));
  private static final int SERIES = 200;
  private static final String LENGTHS = "40,100,300,1000";
  private static final double PER_POINTS = 10_000;

  /** None of these seeds was used when the threshold was chosen. */
  private static final int FIRST_SEED = 10_000;

  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  private FalseAlarmSimulation() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SERIES;
    int[] lengths =
        Stream.of((arguments.length > 1 ? arguments[1] : LENGTHS).split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    List<CleanSeries> kinds =
        arguments.length > 2
            ? Stream.of(arguments[2].split(",")).map(CleanSeries::valueOf).toList()
            : List.of(CleanSeries.values());
    StringBuilder head = new StringBuilder("| clean series | points |");
    StringBuilder stated = new StringBuilder("| *stated* | |");
    for (DetectionSettings judged : JUDGEMENTS) {
      String mode =
          judged.detector().equals(DetectorKind.calibrated()) ? "" : judged.detector().id() + ", ";
      head.append(String.format(Locale.ROOT, " %s%.0f |", mode, judged.sensitivity()));
      stated.append(
          String.format(Locale.ROOT, " *%.2f* |", FalseAlarms.per10000(judged.sensitivity())));
    }
    print(head + "\n|---|---|" + "---|".repeat(JUDGEMENTS.size()) + "\n" + stated);
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      for (int length : lengths) {
        Count all = new Count();
        for (CleanSeries kind : kinds) {
          Count count = count(kind, series, length, workers);
          print(count.row(kind.title() + ", " + length));
          all.add(count);
        }
        print(all.row("all, " + length));
      }
    }
  }

  private static Count count(CleanSeries kind, int series, int length, ExecutorService workers)
      throws Exception {
    List<Callable<Count>> runs = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      int seed = FIRST_SEED + i;
      runs.add(() -> Count.of(kind.of(length, new Random(seed))));
    }
    Count count = new Count();
    for (Future<Count> run : workers.invokeAll(runs)) {
      count.add(run.get());
    }
    return count;
  }

  @SuppressWarnings("SystemOut") // The table is the programme's result.
  private static void print(String line) {
    System.out.println(line);
  }

  /** Alarms of one kind at each sensitivity. */
  private static final class Count {

    private final long[] alarms = new long[JUDGEMENTS.size()];
    private long points;

    static Count of(double[] values) throws DetectionException {
      Count count = new Count();
      DetectionResult result =
          Detectors.detect(
              Samples.even(values),
              DetectionSettings.defaults(),
              ProgressListener.NONE,
              Cancellation.NEVER);
      count.points = values.length;
      for (int k = 0; k < JUDGEMENTS.size(); k++) {
        count.alarms[k] = result.judgedAs(JUDGEMENTS.get(k)).anomalies().size();
      }
      return count;
    }

    void add(Count other) {
      points += other.points;
      for (int k = 0; k < alarms.length; k++) {
        alarms[k] += other.alarms[k];
      }
    }

    String row(String title) {
      StringBuilder row = new StringBuilder("| " + title + " | " + points + " |");
      for (long count : alarms) {
        row.append(String.format(Locale.ROOT, " %.2f |", PER_POINTS * count / points));
      }
      return row.toString();
    }
  }
}
