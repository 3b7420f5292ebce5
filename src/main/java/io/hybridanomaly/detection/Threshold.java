package io.hybridanomaly.detection;

/**
 * A run of points above the lower bound is abnormal if it reaches the upper one.
 *
 * @param median median score
 * @param lower where a run begins and ends: peaks between which the score stays above it are one
 * @param upper what it must reach
 */
record Threshold(double median, double lower, double upper) {

  /** The lower bound's height above the median, as a share of the upper one's. */
  private static final double HYSTERESIS = 0.72;

  /**
   * Height at the usual crossing rate and one alarm in 10,000 points. With it no kind of simulated
   * clean series exceeds the stated rate much whose scores do not depend on levels that occur once;
   * the exponents and it are rounded.
   */
  private static final double HEIGHT = 3.5;

  /** How often the score of an ordinary series rises above its median, for each point. */
  private static final double USUAL_CROSSINGS = 0.007;

  private static final double USUAL_POINTS_PER_ALARM = 10_000;

  /**
   * Least standard deviation of the scores: calibrated scores have about 1, and a series so regular
   * that theirs is less has no right to call small differences large.
   */
  private static final double LEAST_DEVIATION = 0.8;

  /** Upper quartile of the standard normal distribution. */
  private static final double QUARTILE = 0.6745;

  /**
   * The threshold that normal data is expected to cross once in a given number of points. Scores of
   * clean series have a heavy tail: the number of runs above a height falls with about its fifth
   * power. And the rarer a score crosses its median, the smoother it is and the more windows it
   * averages, so that it stays closer to it; that is the exponent of one third. Both were measured
   * on simulated series.
   *
   * @param levels of the score
   * @param pointsPerAlarm M, above 0
   */
  static Threshold of(ScoreLevels levels, double pointsPerAlarm) {
    double median = levels.median();
    double deviation = (levels.upperQuartile() - median) / QUARTILE;
    double crossings = Math.max(1.0, levels.crossings()) / levels.length();
    double k =
        HEIGHT
            * Math.cbrt(crossings / USUAL_CROSSINGS)
            * Math.pow(pointsPerAlarm / USUAL_POINTS_PER_ALARM, 0.2);
    double height = k * Math.max(deviation, LEAST_DEVIATION);
    return new Threshold(median, median + HYSTERESIS * height, median + height);
  }

  /** The same threshold as a single bound. */
  static Threshold single(double median, double bound) {
    return new Threshold(median, bound, bound);
  }
}
