package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.evaluation.PrecisionRecall;
import io.hybridanomaly.evaluation.VolumeUnderSurface;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How well anomalies are found that come again and resemble each other, as a table in Markdown:
 * {@link RecurringSeries}, one, five and ten of a hundred points of which are abnormal, in two
 * places at least. What needs no network decides, as in a preliminary result. Arguments, all
 * optional: series of each kind (3), points (15000), the first seed (500).
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain=io.hybridanomaly.benchmark.RecurringAnomalySimulation
 * </pre>
 */
public final class RecurringAnomalySimulation {

  private static final int SERIES = 3;
  private static final int POINTS = 15_000;
  private static final long FIRST_SEED = 500;
  private static final double[] SHARES = {0.01, 0.05, 0.1};

  private RecurringAnomalySimulation() {}

  /** What is found in some series. */
  private static final class Count {
    private double vus;
    private double auc;
    private int series;
    private EventCount events = EventCount.NONE;

    void add(RecurringSeries.Labelled labelled) throws DetectionException {
      DetectionResult result = PreliminaryAlarms.result(Samples.even(labelled.values()));
      byte[] labels = labelled.labels();
      int buffer = VolumeUnderSurface.bufferLength(labelled.values());
      vus += VolumeUnderSurface.precisionRecall(result.score(), labels, buffer);
      auc += PrecisionRecall.averagePrecision(result.score(), labels);
      series++;
      List<Segment> abnormal = Runs.of(labels.length, i -> labels[i] > 0).segments();
      List<Segment> alarms = result.anomalies().stream().map(Anomaly::segment).toList();
      events = events.plus(EventCount.of(labels.length, abnormal, alarms, 0));
    }

    void add(Count other) {
      vus += other.vus;
      auc += other.auc;
      series += other.series;
      events = events.plus(other.events);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          " %.2f | %.2f | %s | %d |",
          vus / series,
          auc / series,
          events.foundOfEvents(),
          events.others());
    }
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SERIES;
    int points = arguments.length > 1 ? Integer.parseInt(arguments[1]) : POINTS;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : FIRST_SEED;
    print("| series | abnormal | VUS-PR | AUC-PR | found | other alarms |");
    print("|---|---|---|---|---|---|");
    Count[] totals = new Count[SHARES.length];
    Arrays.setAll(totals, k -> new Count());
    for (RecurringSeries kind : RecurringSeries.values()) {
      for (int k = 0; k < SHARES.length; k++) {
        Count count = new Count();
        for (int i = 0; i < series; i++) {
          count.add(kind.of(points, SHARES[k], new Random(seed + i)));
        }
        totals[k].add(count);
        print(row(kind.title(), SHARES[k], count));
      }
    }
    for (int k = 0; k < SHARES.length; k++) {
      print(row("all", SHARES[k], totals[k]));
    }
  }

  private static String row(String title, double share, Count count) {
    return String.format(Locale.ROOT, "| %s | %.0f %% |", title, 100 * share) + count;
  }

  @SuppressWarnings("SystemOut") // The table is the programme's result.
  private static void print(String line) {
    System.out.println(line);
  }
}
