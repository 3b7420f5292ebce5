package io.hybridanomaly.detection;

/**
 * A run of points above the lower bound is abnormal if it reaches the upper one.
 *
 * @param median median score
 * @param lower where a run begins and ends: peaks between which the score stays above it are one
 * @param upper what it must reach
 */
record Threshold(double median, double lower, double upper) {

  /** A run begins and ends where points are ten times as common as the threshold says. */
  private static final double HYSTERESIS = 1;

  /**
   * The threshold for scores that say how rare a point is: it flags what is expected once in a
   * number of ordinary points.
   *
   * @param median median score
   * @param pointsPerAlarm above 0
   */
  static Threshold of(double median, double pointsPerAlarm) {
    double upper = Math.log10(pointsPerAlarm);
    return new Threshold(median, upper - HYSTERESIS, upper);
  }

  /** The same threshold as a single bound. */
  static Threshold single(double median, double bound) {
    return new Threshold(median, bound, bound);
  }
}
