package io.hybridanomaly.detection;

import io.hybridanomaly.benchmark.LabelledSeries;
import io.hybridanomaly.expectation.Seasons;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Anomalies whose true values are known: written into stretches without an anomaly, one in each
 * copy. The stretches are the longest ones outside the labels of labelled series, at most {@value
 * #PER_FAMILY} of a family, and simulated series.
 */
final class ExpectedCases {

  /** What is written. */
  enum Shape {
    DIP("dip to 30 %"),
    LEVEL_SHIFT("level shift"),
    FLAT("flat line"),
    EXTRA_CYCLE("extra cycle"),
    SPIKE("spike"),
    MISSING_PEAK("missing peak");

    final String title;

    Shape(String title) {
      this.title = title;
    }
  }

  /**
   * A stretch without an anomaly.
   *
   * @param name for tables
   * @param family the part of the name before the first underscore
   * @param values [points]
   * @param seasons of the stretch, ascending, in points; known for simulated series
   */
  record Stretch(String name, String family, double[] values, List<Double> seasons) {

    /** The shortest season, or a substitute where there is none. */
    int season() {
      return seasons.isEmpty() ? WITHOUT_SEASON : (int) Math.round(seasons.getFirst());
    }

    double spread() {
      double spread = Quantiles.distance(values, 0.05, 0.95);
      return spread > 0 ? spread : Quantiles.distance(values, 0, 1);
    }
  }

  /**
   * One anomaly in one copy.
   *
   * @param stretch where
   * @param shape what
   * @param segment the points written
   * @param values [points], the copy
   */
  record Case(Stretch stretch, Shape shape, Segment segment, double[] values) {}

  private static final int WITHOUT_SEASON = 24;
  private static final int PER_FAMILY = 4;
  private static final int SHORTEST = 1000;
  private static final int LONGEST = 6000;
  private static final int SIMULATED = 2000;

  /** Lengths of anomalies in seasons; 0 is a single point. */
  private static final double[] SEASONS = {0, 0.25, 0.5, 1, 1.5, 2};

  private ExpectedCases() {}

  /** Six anomalies, one of each shape, for every stretch. */
  static List<Case> of(List<Stretch> stretches) {
    List<Case> cases = new ArrayList<>();
    for (int s = 0; s < stretches.size(); s++) {
      Shape[] shapes = Shape.values();
      for (int k = 0; k < shapes.length; k++) {
        SplittableRandom random = new SplittableRandom(1000L * s + k);
        cases.add(write(stretches.get(s), shapes[k], SEASONS[(s + k) % SEASONS.length], random));
      }
    }
    return cases;
  }

  private static Case write(Stretch stretch, Shape shape, double seasons, SplittableRandom random) {
    double[] values = stretch.values().clone();
    int season = stretch.season();
    int length =
        switch (shape) {
          case SPIKE -> 1 + random.nextInt(3);
          case EXTRA_CYCLE, MISSING_PEAK ->
              Math.max(2, (int) Math.round(season * Math.max(0.5, seasons)));
          default -> Math.max(1, (int) Math.round(season * seasons));
        };
    length = Math.min(length, values.length / 6);
    int margin = values.length / 20;
    for (int attempt = 0; ; attempt++) {
      int from = random.nextInt(margin, values.length - margin - length);
      Segment segment = new Segment(from, from + length);
      double[] copy = values.clone();
      write(stretch, shape, segment, copy, random);
      double difference = 0;
      for (int i = from; i < from + length; i++) {
        difference += Math.abs(copy[i] - values[i]) / length;
      }
      // What does not change the series is no anomaly.
      if (difference > 0.1 * stretch.spread() || attempt == 50) {
        return new Case(stretch, shape, segment, copy);
      }
    }
  }

  private static void write(
      Stretch stretch, Shape shape, Segment segment, double[] copy, SplittableRandom random) {
    double[] values = stretch.values();
    double spread = stretch.spread();
    int from = segment.from();
    int to = segment.to();
    switch (shape) {
      case DIP -> {
        double floor = Quantiles.quantile(values, 0);
        double zero = floor >= 0 && floor < spread ? 0 : Quantiles.quantile(values, 0.05);
        for (int i = from; i < to; i++) {
          copy[i] = zero + 0.3 * (values[i] - zero);
        }
      }
      case LEVEL_SHIFT -> add(copy, segment, spread * sign(random) * random.nextDouble(0.4, 1));
      case FLAT -> Arrays.fill(copy, from, to, copy[random.nextInt(from, to)]);
      case EXTRA_CYCLE -> {
        for (int i = from; i < to; i++) {
          double at = (2.0 * (i - from)) % (to - from);
          int left = from + (int) at;
          double weight = at - (int) at;
          copy[i] = (1 - weight) * values[left] + weight * values[Math.min(left + 1, to - 1)];
        }
      }
      case SPIKE -> add(copy, segment, spread * sign(random) * random.nextDouble(0.75, 3));
      case MISSING_PEAK -> {
        double level = Quantiles.quantile(Arrays.copyOfRange(values, from, to), 0.25);
        for (int i = from; i < to; i++) {
          copy[i] = Math.min(copy[i], level);
        }
      }
    }
  }

  private static int sign(SplittableRandom random) {
    return random.nextBoolean() ? 1 : -1;
  }

  private static void add(double[] copy, Segment segment, double height) {
    for (int i = segment.from(); i < segment.to(); i++) {
      copy[i] += height;
    }
  }

  /** Stretches of labelled series in folders, and simulated ones. */
  static List<Stretch> stretches(List<Path> folders) throws IOException {
    Map<String, List<Stretch>> families = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (LabelledSeries series : LabelledSeries.in(folder)) {
        Segment clean = longestClean(series.labels());
        if (clean.length() >= SHORTEST) {
          int length = Math.min(LONGEST, clean.length());
          double[] values =
              Arrays.copyOfRange(series.values(), clean.from(), clean.from() + length);
          families
              .computeIfAbsent(series.family(), f -> new ArrayList<>())
              .add(
                  new Stretch(
                      series.name(),
                      series.family(),
                      values,
                      Seasons.of(values, new boolean[length])));
        }
      }
    }
    List<Stretch> chosen = new ArrayList<>();
    for (List<Stretch> family : families.values()) {
      int count = Math.min(PER_FAMILY, family.size());
      for (int k = 0; k < count; k++) {
        chosen.add(family.get(k * family.size() / count));
      }
    }
    chosen.addAll(simulated());
    return chosen;
  }

  private static Segment longestClean(byte[] labels) {
    int bestFrom = 0;
    int bestTo = 1;
    int from = 0;
    for (int i = 0; i <= labels.length; i++) {
      if (i == labels.length || labels[i] != 0) {
        if (i - from > bestTo - bestFrom) {
          bestFrom = from;
          bestTo = i;
        }
        from = i + 1;
      }
    }
    return new Segment(bestFrom, bestTo);
  }

  private static List<Stretch> simulated() {
    SplittableRandom random = new SplittableRandom(7);
    List<Stretch> all = new ArrayList<>();
    all.add(simulated("day and week", List.of(24.0, 168.0), i -> week(i) + noise(5, random)));
    all.add(
        simulated(
            "day and week, growing",
            List.of(24.0, 168.0),
            i -> (1 + i / 2000.0) * (week(i) + noise(4, random))));
    all.add(
        simulated(
            "trend and season",
            List.of(48.0),
            i -> 0.05 * i + 20 * Math.sin(2 * Math.PI * i / 48.0) + noise(3, random)));
    all.add(
        simulated(
            "sine",
            List.of(36.5),
            i -> 10 * Math.sin(2 * Math.PI * i / 36.5) + noise(0.5, random)));
    all.add(simulated("trend", List.of(), i -> 0.02 * i + noise(4, random)));
    all.add(simulated("white noise", List.of(), i -> 200 + noise(10, random)));
    double[] walk = {0};
    all.add(
        simulated(
            "random walk",
            List.of(),
            i -> {
              walk[0] += noise(1, random);
              return walk[0];
            }));
    double[] last = {0};
    all.add(
        simulated(
            "autoregressive",
            List.of(),
            i -> {
              last[0] = 0.9 * last[0] + noise(1, random);
              return 50 + last[0];
            }));
    return all;
  }

  private static Stretch simulated(String name, List<Double> seasons, IntToDoubleFunction value) {
    double[] values = new double[SIMULATED];
    for (int i = 0; i < SIMULATED; i++) {
      values[i] = value.applyAsDouble(i);
    }
    return new Stretch("simulated: " + name, "simulated", values, seasons);
  }

  private static double week(int i) {
    boolean weekend = i / 24 % 7 >= 5;
    double day = Math.pow(Math.sin(Math.PI * (i % 24) / 24.0), 2);
    return 100 + (weekend ? 40 : 100) * day;
  }

  private static double noise(double deviation, SplittableRandom random) {
    return deviation * random.nextGaussian();
  }
}
