package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many anomalies that anybody sees are flagged in simulated series, as a table in Markdown: ten
 * kinds of anomalies in each kind of {@link CleanSeries}. What needs no network decides, as in a
 * preliminary result. Arguments, all optional: series of each kind (10), lengths in points with
 * commas between them (40,100,400,1500), the first seed (20000).
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain=io.hybridanomaly.benchmark.ObviousAnomalySimulation
 * </pre>
 */
public final class ObviousAnomalySimulation {

  private static final int SERIES = 10;
  private static final String LENGTHS = "40,100,400,1500";
  private static final long FIRST_SEED = 20_000;

  /** An alarm so near to an anomaly is no other one. */
  private static final int NEAR = 2;

  private ObviousAnomalySimulation() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SERIES;
    int[] lengths =
        Stream.of((arguments.length > 1 ? arguments[1] : LENGTHS).split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : FIRST_SEED;
    StringBuilder head = new StringBuilder("| anomaly |");
    IntStream.of(lengths).forEach(length -> head.append(' ').append(length).append(" points |"));
    print(head + " all | other alarms per 10,000 points |");
    print("|---|" + "---|".repeat(lengths.length + 2));
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      EventCount[] total = new EventCount[lengths.length];
      Arrays.fill(total, EventCount.NONE);
      for (Planted planted : Planted.values()) {
        EventCount[] counts = new EventCount[lengths.length];
        for (int k = 0; k < lengths.length; k++) {
          counts[k] = count(planted, series, lengths[k], seed, workers);
          total[k] = total[k].plus(counts[k]);
        }
        print(row(planted.title, counts));
      }
      print(row("all", total));
    }
  }

  private static EventCount count(
      Planted planted, int series, int length, long firstSeed, ExecutorService workers)
      throws Exception {
    List<Callable<EventCount>> runs = new ArrayList<>();
    for (CleanSeries kind : CleanSeries.values()) {
      for (int i = 0; i < series; i++) {
        long seed = firstSeed + i;
        runs.add(() -> count(kind, planted, length, seed));
      }
    }
    EventCount count = EventCount.NONE;
    for (Future<EventCount> run : workers.invokeAll(runs)) {
      count = count.plus(run.get());
    }
    return count;
  }

  private static EventCount count(CleanSeries kind, Planted planted, int length, long seed)
      throws DetectionException {
    double[] values = kind.of(length, new Random(seed));
    if (planted == Planted.STUCK && standsStill(values)) {
      return EventCount.NONE;
    }
    List<Segment> anomalies = planted.in(values, new Random(-seed));
    List<Segment> alarms = PreliminaryAlarms.in(Samples.even(values));
    return EventCount.of(values.length, anomalies, alarms, NEAR);
  }

  /** Whether a tenth of the values are equal to the one before: no stretch is stuck there. */
  private static boolean standsStill(double[] values) {
    long equal = IntStream.range(1, values.length).filter(i -> values[i] == values[i - 1]).count();
    return 10 * equal > values.length;
  }

  private static String row(String title, EventCount[] counts) {
    EventCount all = EventCount.NONE;
    StringBuilder row = new StringBuilder("| " + title + " |");
    for (EventCount count : counts) {
      all = all.plus(count);
      row.append(' ').append(count.foundOfEvents()).append(" |");
    }
    row.append(' ').append(all.foundOfEvents());
    return row.append(String.format(Locale.ROOT, " | %.2f |", all.othersPer10000())).toString();
  }

  @SuppressWarnings("SystemOut") // The table is the programme's result.
  private static void print(String line) {
    System.out.println(line);
  }

  /** What is planted, in units of the range in which all but two of a hundred values are. */
  private enum Planted {
    SPIKE("a spike two ranges above") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        int at = at(values, 1, random);
        values[at] = range.high + 2 * range.size;
        return List.of(new Segment(at, at + 1));
      }
    },
    SPIKES("three equal such spikes") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        int[] places = random.ints(3, values.length - 3).distinct().limit(3).sorted().toArray();
        for (int at : places) {
          values[at] = range.high + 2 * range.size;
        }
        return IntStream.of(places).mapToObj(at -> new Segment(at, at + 1)).toList();
      }
    },
    DROP("a drop one and a half ranges below") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        int at = at(values, 1, random);
        values[at] = range.low - 1.5 * range.size;
        return List.of(new Segment(at, at + 1));
      }
    },
    OUTAGE("an outage, one range below") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        Segment at = stretch(values, Math.max(3, values.length / 40), random);
        Arrays.fill(values, at.from(), at.to(), range.low - range.size);
        return List.of(at);
      }
    },
    STUCK("a value that stands still") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        Segment at = stretch(values, Math.max(8, values.length / 20), random);
        Arrays.fill(values, at.from(), at.to(), values[at.from()]);
        return List.of(at);
      }
    },
    SHIFT("a stretch nine tenths of the range higher") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        Segment at = stretch(values, Math.max(6, values.length / 15), random);
        for (int i = at.from(); i < at.to(); i++) {
          values[i] += 0.9 * range.size;
        }
        return List.of(at);
      }
    },
    BURST("a restless stretch") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        Segment at = stretch(values, Math.max(6, values.length / 20), random);
        for (int i = at.from(); i < at.to(); i++) {
          values[i] += (random.nextBoolean() ? 0.8 : -0.8) * range.size;
        }
        return List.of(at);
      }
    },
    DRIFT("a last fifth that drifts away by a range") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        Segment at = lastFifth(values);
        for (int i = at.from(); i < at.to(); i++) {
          values[i] += range.size * (i - at.from() + 1) / at.length();
        }
        return List.of(at);
      }
    },
    DAMPED("a last fifth of a third of the height") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        Segment at = lastFifth(values);
        double middle = (range.low + range.high) / 2;
        for (int i = at.from(); i < at.to(); i++) {
          values[i] = middle + (values[i] - middle) / 3;
        }
        return List.of(at);
      }
    },
    NOISE("a last fifth with noise of a third of the range") {
      @Override
      List<Segment> in(double[] values, Range range, Random random) {
        Segment at = lastFifth(values);
        for (int i = at.from(); i < at.to(); i++) {
          values[i] += range.size / 3 * random.nextGaussian();
        }
        return List.of(at);
      }
    };

    private final String title;

    Planted(String title) {
      this.title = title;
    }

    /** Plants it. */
    List<Segment> in(double[] values, Random random) {
      double[] ends = Quantiles.of(values, 0.01, 0.99);
      double size = ends[1] - ends[0];
      return in(values, new Range(ends[0], ends[1], size > 0 ? size : 1), random);
    }

    abstract List<Segment> in(double[] values, Range range, Random random);

    /** The first point of a stretch, in the middle half. */
    static int at(double[] values, int length, Random random) {
      return values.length / 4 + random.nextInt(values.length / 2 - length);
    }

    static Segment lastFifth(double[] values) {
      return new Segment(values.length - values.length / 5, values.length);
    }

    static Segment stretch(double[] values, int length, Random random) {
      int from = at(values, length, random);
      return new Segment(from, from + length);
    }
  }

  private record Range(double low, double high, double size) {}
}
