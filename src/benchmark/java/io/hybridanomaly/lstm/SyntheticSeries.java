package io.hybridanomaly.lstm;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Series of many kinds, drawn at random: what the start weights are trained on. None of them is
 * taken from a file, so that nobody's data are in the weights.
 */
final class SyntheticSeries {

  /** The families, all equally likely. */
  private enum Family {
    SINES,
    PULSES,
    ANGULAR,
    PROFILE,
    DRIFTING,
    WALK,
    AUTOREGRESSIVE,
    LEVELS,
    COUNTS,
    TWO
  }

  private static final double SHORTEST_PERIOD = 6;
  private static final double LONGEST_PERIOD = 260;

  /** Points of a day in the daily profiles, seven of which are a week. */
  private static final int[] DAYS = {7, 12, 24, 48, 96, 144};

  private final SplittableRandom random;

  SyntheticSeries(SplittableRandom random) {
    this.random = random;
  }

  /** A new series of a family drawn at random, at any scale, with noise of any level. */
  double[] next(int points) {
    double[] values = of(Family.values()[random.nextInt(Family.values().length)], points);
    double spread = spread(values);
    double noise = spread * Math.exp(between(Math.log(1e-3), Math.log(0.7)));
    double slope = random.nextInt(4) == 0 ? between(-2, 2) * spread / points : 0;
    double spikes = random.nextInt(4) == 0 ? between(0, 0.01) : 0;
    for (int i = 0; i < points; i++) {
      values[i] += noise * random.nextGaussian() + slope * i;
      if (random.nextDouble() < spikes) {
        values[i] += spread * between(-4, 4);
      }
    }
    return values;
  }

  private double[] of(Family family, int points) {
    return switch (family) {
      case SINES -> sines(points, period(), 0);
      case PULSES -> repeated(points, pulses(), period(), between(0, 0.03));
      case ANGULAR -> repeated(points, angular(), period(), 0);
      case PROFILE -> profile(points);
      case DRIFTING -> sines(points, period(), between(0, 0.05));
      case WALK -> walk(points);
      case AUTOREGRESSIVE -> autoregressive(points);
      case LEVELS -> levels(points);
      case COUNTS -> counts(points);
      case TWO ->
          sum(
              of(Family.values()[random.nextInt(9)], points),
              of(Family.values()[random.nextInt(9)], points));
    };
  }

  /** A few harmonics of one period; its length and their height wander by a share a period. */
  private double[] sines(int points, double period, double wander) {
    int harmonics = 1 + random.nextInt(6);
    double[] height = new double[harmonics];
    double[] phase = new double[harmonics];
    for (int k = 0; k < harmonics; k++) {
      height[k] = random.nextGaussian() / Math.pow(k + 1, between(0.3, 1.5));
      phase[k] = between(0, 2 * Math.PI);
    }
    double[] values = new double[points];
    double at = 0;
    double speed = 1 / period;
    double factor = 1;
    for (int i = 0; i < points; i++) {
      at += speed;
      speed *= 1 + wander / Math.sqrt(period) * random.nextGaussian();
      factor *= 1 + wander / Math.sqrt(period) * random.nextGaussian();
      for (int k = 0; k < harmonics; k++) {
        values[i] += factor * height[k] * Math.sin(2 * Math.PI * (k + 1) * at + phase[k]);
      }
    }
    return values;
  }

  /** One period of a shape, again and again; each repetition's length is off by a share. */
  private double[] repeated(int points, double[] shape, double period, double jitter) {
    double[] values = new double[points];
    double at = random.nextDouble();
    double speed = 1 / period;
    for (int i = 0; i < points; i++) {
      at += speed;
      if (at >= 1) {
        at -= 1;
        speed = 1 / (period * (1 + jitter * random.nextGaussian()));
      }
      double place = at * (shape.length - 1);
      int left = Math.min((int) place, shape.length - 2);
      values[i] = shape[left] + (place - left) * (shape[left + 1] - shape[left]);
    }
    return values;
  }

  /** Bumps of several widths and heights on a flat line, like a heartbeat. */
  private double[] pulses() {
    double[] shape = new double[512];
    for (int bump = 1 + random.nextInt(5); bump > 0; bump--) {
      double centre = random.nextDouble();
      double width = Math.exp(between(Math.log(0.01), Math.log(0.15)));
      double height = random.nextGaussian();
      for (int i = 0; i < shape.length; i++) {
        double distance = Math.abs(i / 512.0 - centre);
        distance = Math.min(distance, 1 - distance) / width;
        shape[i] += height * Math.exp(-distance * distance / 2);
      }
    }
    return shape;
  }

  /** Straight pieces with or without jumps between them: square waves, saws, triangles. */
  private double[] angular() {
    int corners = 2 + random.nextInt(5);
    double[] shape = new double[512];
    boolean jumps = random.nextBoolean();
    double level = random.nextGaussian();
    for (int c = 0; c < corners; c++) {
      double end = random.nextGaussian();
      boolean flat = random.nextBoolean();
      int from = 512 * c / corners;
      int to = 512 * (c + 1) / corners;
      for (int i = from; i < to; i++) {
        shape[i] = flat ? level : level + (end - level) * (i - from) / (to - from);
      }
      level = jumps ? random.nextGaussian() : flat ? level : end;
      if (jumps && random.nextInt(3) == 0) {
        level = end;
      }
    }
    return shape;
  }

  /** A day's course, higher or lower by the day of the week. */
  private double[] profile(int points) {
    int day = DAYS[random.nextInt(DAYS.length)];
    double[] course = repeated(day, random.nextBoolean() ? pulses() : angular(), day, 0);
    double[] week = new double[7];
    double weekend = between(0.2, 1.2);
    for (int d = 0; d < 7; d++) {
      week[d] = (d < 5 ? 1 : weekend) * (1 + 0.05 * random.nextGaussian());
    }
    double[] values = new double[points];
    double today = 1;
    for (int i = 0; i < points; i++) {
      if (i % day == 0) {
        today = 1 + 0.1 * random.nextGaussian();
      }
      values[i] = today * week[i / day % 7] * (1 + course[i % day]);
    }
    return values;
  }

  private double[] walk(int points) {
    double[] values = new double[points];
    double speed = 0;
    double smooth = random.nextBoolean() ? 0 : between(0.5, 0.98);
    for (int i = 1; i < points; i++) {
      speed = smooth * speed + random.nextGaussian();
      values[i] = values[i - 1] + speed;
    }
    return values;
  }

  /** Second order, stationary: noise that swings or returns to its mean. */
  private double[] autoregressive(int points) {
    double radius = between(0.3, 0.99);
    double angle = random.nextBoolean() ? 0 : between(0.02, 1);
    double a = 2 * radius * Math.cos(angle);
    double b = -radius * radius;
    double[] values = new double[points];
    for (int i = 2; i < points; i++) {
      values[i] = a * values[i - 1] + b * values[i - 2] + random.nextGaussian();
    }
    return values;
  }

  private double[] levels(int points) {
    double[] values = new double[points];
    double stay = 1 - 1 / Math.exp(between(Math.log(10), Math.log(300)));
    double level = 0;
    int states = 2 + random.nextInt(6);
    double[] heights = random.doubles(states, -1, 1).toArray();
    for (int i = 0; i < points; i++) {
      if (random.nextDouble() > stay) {
        level = heights[random.nextInt(states)];
      }
      values[i] = level;
    }
    return values;
  }

  /** Poisson numbers whose rate has a season. */
  private double[] counts(int points) {
    double[] season = sines(points, period(), 0);
    double spread = spread(season);
    double rate = Math.exp(between(Math.log(0.5), Math.log(100)));
    double depth = between(0, 1);
    for (int i = 0; i < points; i++) {
      double mean = rate * Math.exp(depth * season[i] / spread);
      season[i] =
          mean > 30 ? Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()) : poisson(mean);
    }
    return season;
  }

  private double poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private double[] sum(double[] a, double[] b) {
    double weight = between(0.1, 1) * spread(a) / spread(b);
    double[] values = new double[a.length];
    Arrays.setAll(values, i -> a[i] + weight * b[i]);
    return values;
  }

  private double period() {
    double period = Math.exp(between(Math.log(SHORTEST_PERIOD), Math.log(LONGEST_PERIOD)));
    return random.nextBoolean() ? Math.rint(period) : period;
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Standard deviation, 1 for a constant. */
  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return variance > 0 ? Math.sqrt(variance) : 1;
  }
}
