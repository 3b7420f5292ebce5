package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How many false alarms gaps raise in simulated clean series, as a table in Markdown: of a detector
 * that takes the points in their order, and of ours, which knows where steps are missing. What
 * needs no network decides, as in a preliminary result. Arguments, both optional: series of each
 * kind (10), steps of each (1500).
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain=io.hybridanomaly.benchmark.GapSimulation
 * </pre>
 */
public final class GapSimulation {

  private static final int SERIES = 10;
  private static final int STEPS = 1_500;
  private static final long FIRST_SEED = 30_000;

  /** Lengths of the gaps in a series. */
  private static final int[][] GAPS = {
    {}, {1}, {5}, {20}, {100}, {3, 3, 3, 3, 3}, {1, 2, 40, 1, 7}
  };

  private GapSimulation() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SERIES;
    int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : STEPS;
    print("| missing steps | alarms in order | points | alarms on the grid | points |");
    print("|---|---|---|---|---|");
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (int[] gaps : GAPS) {
        List<Callable<Count>> runs = new ArrayList<>();
        for (CleanSeries kind : CleanSeries.values()) {
          for (int i = 0; i < series; i++) {
            long seed = FIRST_SEED + i;
            runs.add(() -> count(kind, steps, gaps, seed));
          }
        }
        Count total = new Count(0, 0, 0, 0);
        for (Future<Count> run : workers.invokeAll(runs)) {
          total = total.and(run.get());
        }
        print(
            "| %s | %d | %d | %d | %d |"
                .formatted(
                    gaps.length == 0 ? "none" : Arrays.toString(gaps).replaceAll("[\\[\\]]", ""),
                    total.alarmsInOrder,
                    total.pointsInOrder,
                    total.alarmsOnGrid,
                    total.pointsOnGrid));
      }
    }
  }

  private static Count count(CleanSeries kind, int steps, int[] gaps, long seed)
      throws DetectionException {
    double[] values = kind.of(steps, new Random(seed));
    boolean[] missing = new boolean[values.length];
    Random random = new Random(-seed);
    for (int gap : gaps) {
      if (4 * gap < values.length) {
        int from = 1 + random.nextInt(values.length - gap - 1);
        Arrays.fill(missing, from, from + gap, true);
      }
    }
    int[] rows = IntStream.range(0, values.length).filter(i -> !missing[i]).toArray();
    double[] left = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    List<Segment> inOrder = PreliminaryAlarms.in(Samples.even(left));
    List<Segment> onGrid =
        PreliminaryAlarms.in(new TimeSeries("", new RowNumbers(rows), left).samples());
    return new Count(inOrder.size(), points(inOrder), onGrid.size(), points(onGrid));
  }

  private static int points(List<Segment> segments) {
    return segments.stream().mapToInt(Segment::length).sum();
  }

  private static void print(String line) {
    System.out.println(line);
  }

  private record Count(int alarmsInOrder, int pointsInOrder, int alarmsOnGrid, int pointsOnGrid) {

    Count and(Count other) {
      return new Count(
          alarmsInOrder + other.alarmsInOrder,
          pointsInOrder + other.pointsInOrder,
          alarmsOnGrid + other.alarmsOnGrid,
          pointsOnGrid + other.pointsOnGrid);
    }
  }
}
