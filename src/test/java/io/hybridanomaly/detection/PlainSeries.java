package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.Random;

/** Kinds of series that people keep, as they are without anything abnormal. */
enum PlainSeries {
  DAILY("daily values, 5 % noise") {
    @Override
    double value(int i, int n, double noise) {
      return 100 + 5 * noise;
    }
  },
  WEEKLY("daily values with a weekly pattern") {
    @Override
    double value(int i, int n, double noise) {
      return WEEK[i % WEEK.length] * (1 + 0.05 * noise);
    }
  },
  TREND("daily values that double") {
    @Override
    double value(int i, int n, double noise) {
      return (100 + 100.0 * i / n) * (1 + 0.05 * noise);
    }
  },
  MONTHLY("monthly values with a trend") {
    @Override
    double value(int i, int n, double noise) {
      return (100 + 0.5 * i + 30 * Math.sin(2 * Math.PI * i / 12)) * (1 + 0.05 * noise);
    }
  },
  PERIODS("periods of 30 points") {
    @Override
    double value(int i, int n, double noise) {
      return 50 + 20 * Math.sin(2 * Math.PI * i / 30) + noise;
    }
  },
  DAILY_RHYTHM("hours with a daily rhythm from 600 to 2,400") {
    @Override
    double value(int i, int n, double noise) {
      return (1_500 - 900 * Math.cos(2 * Math.PI * i / 24)) * (1 + 0.02 * noise);
    }
  },
  SUMMERS("days with summers") {
    @Override
    double value(int i, int n, double noise) {
      return 200 - 80 * Math.cos(2 * Math.PI * i / 365) + 12 * noise;
    }
  },
  RAMP("a straight ramp") {
    @Override
    double value(int i, int n, double noise) {
      return 100 + i;
    }
  },
  NOISE("white noise") {
    @Override
    double value(int i, int n, double noise) {
      return noise;
    }
  },
  TEMPERATURES("daily temperatures of a third of a year") {
    @Override
    double value(int i, int n, double noise) {
      return Math.rint(10 * (12 + 8 * Math.sin(2 * Math.PI * i / 365) + 2 * noise)) / 10;
    }
  };

  private static final double[] WEEK = {100, 110, 105, 115, 130, 60, 50};

  private final String title;

  PlainSeries(String title) {
    this.title = title;
  }

  /** One series; the same seed gives the same. */
  double[] of(int n, long seed) {
    Random random = new Random(seed);
    double[] values = new double[n];
    Arrays.setAll(values, i -> value(i, n, random.nextGaussian()));
    return values;
  }

  /**
   * One value.
   *
   * @param noise a standard normal number
   */
  abstract double value(int i, int n, double noise);

  @Override
  public String toString() {
    return title;
  }
}
