package io.hybridanomaly.benchmark;

import java.util.Arrays;
import java.util.Random;

/** Kinds of simulated series without anything abnormal in them: every alarm on one is false. */
enum CleanSeries {
  CONSTANT("constant") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      Arrays.fill(values, random.nextInt(100));
      return values;
    }
  },
  NEARLY_CONSTANT("nearly constant: one of fifty points a unit off") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      Arrays.setAll(
          values, i -> random.nextDouble() < 0.98 ? 20 : 20 + (random.nextBoolean() ? 1 : -1));
      return values;
    }
  },
  SINE("sine, no noise") {
    @Override
    double[] of(int n, Random random) {
      return sine(n, 12 + random.nextInt(120), random);
    }
  },
  SHORT_SINE("sine, no noise, 32 to 299 points, 1 to 8 periods") {
    @Override
    double[] of(int n, Random random) {
      int points = 32 + random.nextInt(268);
      return sine(points, points / (1 + 7 * random.nextDouble()), random);
    }
  },
  NOISY_SINE("sine with noise") {
    @Override
    double[] of(int n, Random random) {
      double[] values = sine(n, 12 + random.nextInt(120), random);
      for (int i = 0; i < n; i++) {
        values[i] += 0.1 * random.nextGaussian();
      }
      return values;
    }
  },
  TWO_SEASONS("two seasons, no noise") {
    @Override
    double[] of(int n, Random random) {
      double[] values = sine(n, 24, random);
      double[] slow = sine(n, 168, random);
      Arrays.setAll(values, i -> values[i] + slow[i] / 2);
      return values;
    }
  },
  NOISY_TWO_SEASONS("two seasons with noise") {
    @Override
    double[] of(int n, Random random) {
      double[] values = TWO_SEASONS.of(n, random);
      Arrays.setAll(values, i -> values[i] + 0.1 * random.nextGaussian());
      return values;
    }
  },
  WHITE_NOISE("white noise") {
    @Override
    double[] of(int n, Random random) {
      return autoregressive(n, 0, random);
    }
  },
  AUTOREGRESSIVE("autoregressive, coefficient 0.9") {
    @Override
    double[] of(int n, Random random) {
      return autoregressive(n, 0.9, random);
    }
  },
  RANDOM_WALK("random walk") {
    @Override
    double[] of(int n, Random random) {
      return autoregressive(n, 1, random);
    }
  },
  LINE("straight line") {
    @Override
    double[] of(int n, Random random) {
      double slope = random.nextGaussian();
      double[] values = new double[n];
      Arrays.setAll(values, i -> 100 + slope * i);
      return values;
    }
  },
  TREND("trend with noise") {
    @Override
    double[] of(int n, Random random) {
      double[] values = autoregressive(n, 0.5, random);
      double slope = 20 * random.nextGaussian() / n;
      Arrays.setAll(values, i -> values[i] + slope * i);
      return values;
    }
  },
  TREND_AND_SEASON("trend and season with noise") {
    @Override
    double[] of(int n, Random random) {
      double[] values = NOISY_SINE.of(n, random);
      double slope = 4 * random.nextGaussian() / n;
      Arrays.setAll(values, i -> values[i] + slope * i);
      return values;
    }
  },
  LEVEL_STEPS("level steps, each after 50 to 149 points") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      double level = 0;
      for (int i = 0, next = 0; i < n; i++) {
        if (i == next) {
          level = 5 * random.nextGaussian();
          next += 50 + random.nextInt(100);
        }
        values[i] = level + random.nextGaussian();
      }
      return values;
    }
  },
  COUNTS("counts, nine of ten zero") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      Arrays.setAll(values, i -> random.nextDouble() < 0.9 ? 0 : 1 + random.nextInt(5));
      return values;
    }
  },
  HEAVY_TAILS("Student's t, 3 degrees of freedom") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      Arrays.setAll(values, i -> studentT3(random));
      return values;
    }
  },
  LEDGER("log-normal amounts in cents (Benford's law applies)") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      Arrays.setAll(values, i -> Math.rint(100 * Math.exp(4 + 1.5 * random.nextGaussian())) / 100);
      return values;
    }
  },
  RIVER("floods that drain away (Benford's law applies, steps count)") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      double flow = 50;
      for (int i = 0; i < n; i++) {
        flow *= 1 - 0.04 * (1 + 0.5 * random.nextGaussian());
        if (random.nextDouble() < 0.03) {
          flow -= 200 * Math.log(1 - random.nextDouble());
        }
        values[i] = Math.rint(100 * (1 + flow)) / 100;
      }
      return values;
    }
  },
  WAVES("waves of growth and decay through three orders of magnitude, counted (steps count)") {
    @Override
    double[] of(int n, Random random) {
      double[] values = new double[n];
      double phase = 2 * Math.PI * random.nextDouble();
      for (int i = 0; i < n; i++) {
        double mean = Math.pow(10, 2.5 + 1.5 * Math.sin(i / 60.0 + phase + Math.sin(i / 140.0)));
        values[i] = Math.max(0, Math.rint(mean + Math.sqrt(3 * mean) * random.nextGaussian()));
      }
      return values;
    }
  },
  WHOLE_NUMBERS("autoregressive, rounded to whole numbers") {
    @Override
    double[] of(int n, Random random) {
      double[] values = autoregressive(n, 0.8, random);
      Arrays.setAll(values, i -> Math.rint(2 * values[i]));
      return values;
    }
  },
  WEEKLY("daily values with a weekly pattern, 5 % noise") {
    @Override
    double[] of(int n, Random random) {
      double[] week = random.doubles(7, 50, 150).toArray();
      double[] values = new double[n];
      Arrays.setAll(values, i -> week[i % 7] * (1 + 0.05 * random.nextGaussian()));
      return values;
    }
  },
  MONTHLY("monthly values with a trend, 5 % noise") {
    @Override
    double[] of(int n, Random random) {
      double[] values = sine(n, 12, random);
      double slope = 0.1 * random.nextGaussian();
      Arrays.setAll(
          values,
          i -> (100 + 30 * (values[i] - 10) + slope * i) * (1 + 0.05 * random.nextGaussian()));
      return values;
    }
  },
  HEARTBEAT("beats each after 45 to 54 points, on noise") {
    @Override
    double[] of(int n, Random random) {
      double[] values = autoregressive(n, 0, random);
      Arrays.setAll(values, i -> 0.05 * values[i]);
      for (int beat = random.nextInt(50); beat < n; beat += 45 + random.nextInt(10)) {
        for (int i = Math.max(0, beat - 2); i < Math.min(n, beat + 3); i++) {
          values[i] += BEAT[i - beat + 2];
        }
      }
      return values;
    }
  };

  private static final double[] BEAT = {-0.1, 0.6, 2, -0.4, 0.1};

  private final String title;

  CleanSeries(String title) {
    this.title = title;
  }

  /** What it is, for a table. */
  String title() {
    return title;
  }

  /** One series of about n points; the same random state gives the same series. */
  abstract double[] of(int n, Random random);

  private static double[] sine(int n, double period, Random random) {
    double phase = 2 * Math.PI * random.nextDouble();
    double[] values = new double[n];
    Arrays.setAll(values, i -> 10 + Math.sin(2 * Math.PI * i / period + phase));
    return values;
  }

  private static double[] autoregressive(int n, double coefficient, Random random) {
    double[] values = new double[n];
    double last = 0;
    for (int i = 0; i < n; i++) {
      last = coefficient * last + random.nextGaussian();
      values[i] = last;
    }
    return values;
  }

  /** A standard normal variable over the root of a mean of three squared ones. */
  private static double studentT3(Random random) {
    double squares = 0;
    for (int k = 0; k < 3; k++) {
      double x = random.nextGaussian();
      squares += x * x;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }
}
