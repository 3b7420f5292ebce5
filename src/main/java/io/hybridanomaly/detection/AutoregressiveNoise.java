package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;

/**
 * What is ordinary in a series, as an autoregressive process of order 1: each value is drawn to the
 * level from the one before, plus an innovation. A coefficient of 0 is white noise, one of 1 a
 * random walk. It is taken from the points that are not left out, and with some caution: the
 * coefficient is raised by its standard error, and the deviation is not a robust one, so that
 * dependence and heavy tails make everything else less remarkable.
 *
 * @param level median of the values
 * @param coefficient 0 to 1
 * @param deviation standard deviation of the innovations, above 0
 * @param innovations [points] of all points; the first is its distance from the level
 * @param leftOut [points] which have no say
 */
record AutoregressiveNoise(
    double level, double coefficient, double deviation, double[] innovations, boolean[] leftOut) {

  /** Less is not believed, in units of the values' spread. */
  private static final double LEAST_DEVIATION = 0.01;

  /** Values further from the level count as so many robust deviations for the coefficient. */
  private static final double WINSORISED = 4;

  /**
   * The noise of a series.
   *
   * @param series values in units of their spread, finite; some dozens
   * @param leftOut which have no say, less than half of them
   */
  static AutoregressiveNoise of(double[] series, boolean[] leftOut) {
    int n = series.length;
    double level = Quantiles.median(pick(series, leftOut, 0));
    double[] deviations = new double[n];
    Arrays.setAll(deviations, i -> series[i] - level);
    double coefficient = coefficient(deviations, leftOut);
    double[] innovations = new double[n];
    innovations[0] = deviations[0];
    for (int i = 1; i < n; i++) {
      innovations[i] = deviations[i] - coefficient * deviations[i - 1];
    }
    return new AutoregressiveNoise(
        level, coefficient, deviation(pick(innovations, leftOut, 1)), innovations, leftOut);
  }

  /** The same if neighbours did not depend on each other. */
  AutoregressiveNoise withoutDependence(double[] series) {
    double[] distances = Arrays.stream(series).map(value -> value - level).toArray();
    return new AutoregressiveNoise(
        level, 0, deviation(pick(distances, leftOut, 0)), distances, leftOut);
  }

  /**
   * The numbers that have a say.
   *
   * @param before so many points before each must have one too
   */
  private static double[] pick(double[] numbers, boolean[] leftOut, int before) {
    double[] picked = new double[numbers.length];
    int count = 0;
    for (int i = before; i < numbers.length; i++) {
      if (!leftOut[i] && !leftOut[i - before]) {
        picked[count++] = numbers[i];
      }
    }
    return Arrays.copyOf(picked, count);
  }

  /** The correlation of neighbours, far values drawn in, and its standard error. */
  private static double coefficient(double[] deviations, boolean[] leftOut) {
    double[] distances = Arrays.stream(pick(deviations, leftOut, 0)).map(Math::abs).toArray();
    double robust = Statistics.robustDeviation(distances);
    double cap = robust > 0 ? WINSORISED * robust : Double.MAX_VALUE;
    double product = 0;
    double before = 0;
    double after = 0;
    int pairs = 0;
    for (int i = 1; i < deviations.length; i++) {
      if (!leftOut[i] && !leftOut[i - 1]) {
        double x = Math.clamp(deviations[i - 1], -cap, cap);
        double y = Math.clamp(deviations[i], -cap, cap);
        product += x * y;
        before += x * x;
        after += y * y;
        pairs++;
      }
    }
    double correlation = product == 0 ? 0 : product / Math.sqrt(before * after);
    return Math.clamp(correlation + 1 / Math.sqrt(pairs), 0, 1);
  }

  private static double deviation(double[] innovations) {
    return Math.max(
        LEAST_DEVIATION,
        Math.max(
            Statistics.deviation(innovations, 0, innovations.length),
            Statistics.robustDeviation(Statistics.distancesFromMedian(innovations))));
  }

  /** The innovations of the points that have a say, as the one before them has. */
  double[] ordinaryInnovations() {
    return pick(innovations, leftOut, 1);
  }
}
