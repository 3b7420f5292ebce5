package io.hybridanomaly.benchmark;

import java.util.Random;

/** Kinds of simulated series in which one kind of anomaly comes again and again. */
enum RecurringSeries {
  HEART("heartbeats, some broad") {
    @Override
    void fill(Builder to, double share, Random random) {
      cycles(to, share, random, 100, 0.05, RecurringSeries::beat);
      for (int i = 0; i < to.values.length; i++) {
        to.values[i] += 0.08 * Math.sin(i / 450.0) + 0.02 * random.nextGaussian();
      }
    }
  },
  VALVE("pressure cycles, some of a valve that sticks") {
    @Override
    void fill(Builder to, double share, Random random) {
      cycles(to, share, random, 160, 0.03, RecurringSeries::pressure);
      for (int i = 0; i < to.values.length; i++) {
        to.values[i] += 0.02 * random.nextGaussian();
      }
    }
  },
  GAIT("steps, with freezing") {
    @Override
    void fill(Builder to, double share, Random random) {
      double phase = 0;
      for (int i = 0; i < to.values.length; i++) {
        phase += 2 * Math.PI / 55 * (1 + 0.1 * random.nextGaussian());
        to.values[i] = Math.sin(phase) + 0.4 * Math.sin(2 * phase + 1);
      }
      to.stretches(
          share,
          200,
          500,
          random,
          (i, from) -> to.values[i] = 0.35 * Math.sin(2 * Math.PI * (i - from) / 14));
      for (int i = 0; i < to.values.length; i++) {
        to.values[i] += 0.08 * random.nextGaussian();
      }
    }
  },
  LOAD("load with a daily wave, and bursts") {
    @Override
    void fill(Builder to, double share, Random random) {
      double noise = 0;
      for (int i = 0; i < to.values.length; i++) {
        noise = 0.8 * noise + 0.6 * random.nextGaussian();
        to.values[i] = 10 + 3 * Math.sin(2 * Math.PI * i / 1440) + noise;
      }
      to.stretches(share, 30, 60, random, (i, from) -> to.values[i] += 6);
    }
  },
  VIBRATION("a machine's vibration, with knocks of a damaged bearing") {
    @Override
    void fill(Builder to, double share, Random random) {
      for (int i = 0; i < to.values.length; i++) {
        to.values[i] =
            0.5 * Math.sin(2 * Math.PI * i / 23.3)
                + 0.3 * Math.sin(2 * Math.PI * i / 9.1)
                + 0.25 * random.nextGaussian();
      }
      to.stretches(
          share,
          300,
          700,
          random,
          (i, from) -> {
            double since = (i - from) % 47;
            to.values[i] += 1.6 * Math.exp(-since / 6) * Math.sin(1.5 * since);
          });
    }
  },
  TEXTURE("two levels with slow noise, in stretches restless") {
    @Override
    void fill(Builder to, double share, Random random) {
      to.stretches(share, 200, 600, random, (i, from) -> {});
      double noise = 0;
      for (int i = 0; i < to.values.length; i++) {
        boolean restless = to.labels[i] > 0;
        noise = (restless ? 0.5 : 0.9) * noise + (restless ? 2 : 1) * random.nextGaussian();
        to.values[i] = 50 + noise + 4 * (i / 300 % 2);
      }
    }
  };

  /** Points between two abnormal stretches at least. */
  private static final int APART = 60;

  /** Abnormal stretches at least. */
  private static final int FEWEST = 3;

  private final String title;

  RecurringSeries(String title) {
    this.title = title;
  }

  /**
   * A series and what is abnormal in it.
   *
   * @param labels [points] 1 or 0
   */
  record Labelled(double[] values, byte[] labels) {}

  /** Value of a cycle. */
  private interface Cycle {
    double at(double phase, boolean isAbnormal);
  }

  /** Changes one point of a stretch that begins at another. */
  private interface Change {
    void at(int point, int from);
  }

  /** A series that is being made. */
  private static final class Builder {
    private final double[] values;
    private final byte[] labels;

    Builder(int points) {
      values = new double[points];
      labels = new byte[points];
    }

    /** Makes stretches abnormal until so much of the series is, shorter ones if it is little. */
    void stretches(double share, int shortest, int longest, Random random, Change change) {
      int wanted = (int) (share * values.length);
      int most = Math.min(longest, wanted / FEWEST);
      int least = Math.min(shortest, most / 2);
      for (int done = 0; done < wanted; ) {
        int length = least + random.nextInt(most - least);
        int from = APART + random.nextInt(values.length - length - 2 * APART);
        if (isFree(from - APART, from + length + APART)) {
          for (int i = from; i < from + length; i++) {
            labels[i] = 1;
            change.at(i, from);
          }
          done += length;
        }
      }
    }

    private boolean isFree(int from, int to) {
      for (int i = from; i < to; i++) {
        if (labels[i] > 0) {
          return false;
        }
      }
      return true;
    }
  }

  abstract void fill(Builder to, double share, Random random);

  String title() {
    return title;
  }

  /**
   * A series of this kind.
   *
   * @param points a few thousand at least
   * @param share of the points that are abnormal, about, up to a tenth
   */
  Labelled of(int points, double share, Random random) {
    Builder builder = new Builder(points);
    fill(builder, share, random);
    return new Labelled(builder.values, builder.labels);
  }

  private static void cycles(
      Builder to, double share, Random random, int length, double jitter, Cycle cycle) {
    int n = to.values.length;
    int cycles = n / length;
    boolean[] abnormal = new boolean[2 * cycles];
    for (int left = Math.max(FEWEST, (int) Math.round(share * cycles)); left > 0; ) {
      int chosen = random.nextInt(cycles);
      left -= abnormal[chosen] ? 0 : 1;
      abnormal[chosen] = true;
    }
    int next = 0;
    for (int from = 0; from < n; ) {
      boolean isAbnormal = abnormal[next++];
      int points = (int) Math.round(length * (1 + jitter * random.nextGaussian()));
      double height = 1 + 0.04 * random.nextGaussian();
      for (int i = from; i < Math.min(n, from + points); i++) {
        to.values[i] = height * cycle.at((i - from) / (double) points, isAbnormal);
        to.labels[i] = (byte) (isAbnormal ? 1 : 0);
      }
      from += points;
    }
  }

  private static double beat(double phase, boolean isBroad) {
    return isBroad
        ? wave(phase, 0.36, 0.05) - 0.5 * wave(phase, 0.5, 0.06) - 0.25 * wave(phase, 0.75, 0.07)
        : 0.15 * wave(phase, 0.2, 0.03)
            + 1.2 * wave(phase, 0.4, 0.014)
            - 0.25 * wave(phase, 0.44, 0.012)
            + 0.3 * wave(phase, 0.68, 0.05);
  }

  private static double pressure(double phase, boolean isStuck) {
    double rise = isStuck ? 0.12 : 0.05;
    double opens = isStuck ? 0.45 : 0.3;
    if (phase < opens) {
      return 1 - Math.exp(-phase / rise);
    }
    return phase < 0.6 ? 0.8 : 0.8 * Math.exp(-(phase - 0.6) / (isStuck ? 0.2 : 0.1));
  }

  private static double wave(double phase, double middle, double width) {
    return Math.exp(-Math.pow((phase - middle) / width, 2) / 2);
  }
}
