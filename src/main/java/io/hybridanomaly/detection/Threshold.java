package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;

/**
 * A run of points above the lower bound is abnormal if it reaches the upper one.
 *
 * @param typical median score
 * @param lower where a run begins and ends
 * @param upper what it must reach
 */
record Threshold(double typical, double lower, double upper) {

  /** The lower bound's height above the median, as a share of the upper one's. */
  private static final double HYSTERESIS = 0.72;

  /** From this number of deviations on, scores fall off like an exponential, no longer a normal. */
  private static final double TAIL = 2;

  private static final double TAIL_RATE = 1.2;

  /**
   * Least standard deviation of the scores: calibrated scores have about 1, and a series so regular
   * that theirs is less has no right to call small differences large.
   */
  private static final double LEAST_DEVIATION = 0.8;

  /**
   * The threshold may be crossed so many times as often as the formula says: with the least
   * deviation it counts too many alarms, as measured on simulated clean series of all kinds; of the
   * factors that fit those, the one with the best F1 on labelled series was taken.
   */
  private static final double OVERCOUNT = 3;

  /** Upper quartile of the standard normal distribution. */
  private static final double QUARTILE = 0.6745;

  /**
   * The threshold that normal data is expected to cross once in a given number of points. A smooth
   * normal process that rises above its median ν₀ times a point rises above k deviations ν₀·exp(−k²
   * / 2) times a point (Rice's formula), so that k = √(2 ln(ν₀·M)). Beyond k = 2 scores have
   * heavier tails: there the rate falls by e for each 1/1.2 deviations, as measured on clean
   * series.
   *
   * <p>Source: Rice, "Mathematical analysis of random noise", Bell System Technical Journal 24
   * (1945), doi:10.1002/j.1538-7305.1945.tb00453.x.
   *
   * @param score [points]
   * @param pointsPerAlarm M, above 0
   */
  static Threshold of(double[] score, double pointsPerAlarm) {
    double median = Quantiles.median(score);
    double deviation = (Quantiles.quantile(score, 0.75) - median) / QUARTILE;
    double runs = (double) runsAbove(score, median) / score.length;
    double log = Math.log(Math.max(runs * pointsPerAlarm / OVERCOUNT, 1.01));
    double k = Math.sqrt(2 * log);
    if (k > TAIL) {
      k = TAIL + (log - TAIL) / TAIL_RATE;
    }
    double height = k * Math.max(deviation, LEAST_DEVIATION);
    return new Threshold(median, median + HYSTERESIS * height, median + height);
  }

  private static int runsAbove(double[] score, double level) {
    int runs = 0;
    for (int i = 0; i < score.length; i++) {
      if (score[i] > level && (i == 0 || score[i - 1] <= level)) {
        runs++;
      }
    }
    return runs;
  }

  /** The same threshold as a single bound. */
  static Threshold single(double typical, double bound) {
    return new Threshold(typical, bound, bound);
  }
}
