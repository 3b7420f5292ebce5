package io.hybridanomaly.detection;

import java.util.Arrays;

/**
 * The readings of a series, each judged by itself: beside those around it first, which needs
 * nothing else, then beside what is expected and what other seasons have.
 *
 * @param values [steps] in their own units
 * @param recurring [steps] which are a habit
 * @param ordinary the same in units of their spread, without readings that are a habit
 * @param rarity [steps] beside those around
 */
record Readings(double[] values, boolean[] recurring, ContextDistance ordinary, double[] rarity) {

  /**
   * What is known of all readings.
   *
   * @param rarity [steps] how rare each is by itself, see {@link OutlierTail#rarity}
   * @param outlying [steps] which are outliers of a season
   */
  record Judged(double[] rarity, boolean[] outlying) {

    /** Of a constant series: nothing is rare. */
    static Judged nothing(int steps) {
      return new Judged(new double[steps], new boolean[steps]);
    }
  }

  /**
   * The readings of a series that is not constant.
   *
   * @param values in their own units, finite
   * @param scaled the same in units of their spread
   */
  static Readings of(double[] values, double[] scaled) {
    boolean[] recurring = RecurringReadings.in(values);
    double[] without = RecurringReadings.without(recurring, scaled);
    ContextDistance ordinary = new ContextDistance(without, PointDeviation.Season.of(without));
    return new Readings(values, recurring, ordinary, PointDeviation.around(ordinary));
  }

  /** Adds those that are far from those around: what is expected elsewhere must not follow them. */
  void addFar(boolean[] suspicious) {
    for (int i = 0; i < suspicious.length; i++) {
      suspicious[i] |= rarity[i] >= OutlierTail.OUTLYING;
    }
  }

  /**
   * All that is known of the readings.
   *
   * @param expected [steps] what is expected of each, in units of the spread
   * @param score [steps] of the windows, before the digits
   */
  Judged judge(double[] expected, double[] score, DetectionMonitor monitor) {
    double[] readings = ordinary.values();
    double[] usual = new double[readings.length];
    Arrays.setAll(usual, i -> recurring[i] ? readings[i] : expected[i]);
    double[] fromExpected = ordinary.from(usual);
    double[] context = PointDeviation.inContext(ordinary, usual, fromExpected);
    monitor.stopIfCancelled();
    double[] rarities = rarity.clone();
    StuckValues.raise(values, rarities);
    Dropouts.raise(values, rarities);
    PointDeviation.Season season = ordinary.season();
    DeadStretches.raise(values, season, rarities);
    StretchDeviation.raise(readings, season, season.exists() ? context : rarities);
    SeasonalOutliers outliers = SeasonalOutliers.of(ordinary, usual, fromExpected);
    Fusion.raise(rarities, context, outliers.rarity(), score);
    OddCycles.raise(ordinary, fromExpected, rarities);
    return new Judged(rarities, outliers.outlying());
  }
}
