package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;

/** How much a stretch of points differs from the ordinary noise of its series in one respect. */
@FunctionalInterface
interface StretchStatistic {

  /**
   * The statistic of a stretch.
   *
   * @param least what is below need not be told apart, which saves work
   * @return deviations of a standard normal distribution; below {@code least}, 0 for instance,
   *     where the stretch does not differ in that respect
   */
  double of(Segment stretch, double least);

  /** Makes the statistic of a kind for some noise. */
  @FunctionalInterface
  interface Kind {

    /**
     * The statistic.
     *
     * @param series values in units of their spread
     * @param noise of the same series
     */
    StretchStatistic in(double[] series, AutoregressiveNoise noise);
  }
}
