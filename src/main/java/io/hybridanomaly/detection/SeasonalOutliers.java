package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Readings so far from the same time in other seasons that they cannot be ordinary, of which there
 * may be many. {@link OutlierTail} fits the heights themselves: where there are dozens of anomalies
 * of all sizes, it takes them for an ordinary tail, and nothing is rare. Here the noise is that of
 * the inner four fifths, so that up to a fifth of the readings cannot move it, and its tail is that
 * of Student's t, which is heavier than a normal one (Lange, Little and Taylor, "Robust statistical
 * modeling using the t distribution", Journal of the American Statistical Association 84 (1989),
 * doi:10.1080/01621459.1989.10478852).
 *
 * <p>Noise may depend on the time in the season: where a heartbeat rises, a small shift in time is
 * a large distance. So a reading must also be rare under the noise of its own phase.
 *
 * @param outlying [points] whether a reading is rarer than one in 10,000
 * @param rarity [points] log10 of the number of ordinary readings among which one such is expected,
 *     where a reading is outlying and the season repeats almost exactly; else 0. Elsewhere the
 *     noise is not known well enough to raise an alarm by it
 */
record SeasonalOutliers(boolean[] outlying, double[] rarity) {

  /** Noise of a season that repeats almost exactly, as a share of the spread of the values. */
  private static final double EXACT = 0.02;

  /** Less noise than that is not believed. */
  private static final double LEAST_NOISE = 0.005;

  /** Degrees of freedom of the noise around an almost exact season, and around others. */
  private static final double EXACT_TAIL = 4;

  private static final double OTHER_TAIL = 3;

  private static final double INNER = 0.8;

  private static final double MIDDLE = 0.5;

  /** The phase of a reading: it and so many points on each side in the nearest seasons. */
  private static final int HALF_PHASE = 5;

  private static final int PHASES = 6;

  /**
   * The outliers of a series.
   *
   * @param expected what is expected of each reading, in the same units
   * @param fromExpected the distances from it
   */
  static SeasonalOutliers of(ContextDistance readings, double[] expected, double[] fromExpected) {
    int n = readings.values().length;
    SeasonalOutliers outliers = new SeasonalOutliers(new boolean[n], new double[n]);
    PointDeviation.Season season = readings.season();
    if (season.exists() && moves(readings.values())) {
      boolean mayBeExact = readings.isPunctual() || !readings.areStates();
      double[] plain = readings.plain(season.sameTime());
      double[] seasonal = readings.seasonal();
      outliers.add(plain, seasonal, seasonal, season.points(), mayBeExact && isExact(plain));
      double[] fromPlain = readings.plain(expected);
      if (mayBeExact && isExact(fromPlain)) {
        double[] least = readings.orSeasonal(fromExpected);
        outliers.add(fromPlain, fromExpected, least, season.points(), true);
      }
    }
    return outliers;
  }

  /**
   * Whether the inner four fifths of the values move. Where they stand still, as in counts most of
   * which are 0, they repeat after any number of points: that is no season, and its noise none.
   */
  static boolean moves(double[] scaled) {
    return Quantiles.quantile(Statistics.distancesFromMedian(scaled), INNER) > EXACT;
  }

  /** Whether there is an outlier within some points of a place. */
  static boolean near(boolean[] outlying, int place, int reach) {
    int end = Math.min(outlying.length, place + reach + 1);
    for (int i = Math.max(0, place - reach); i < end; i++) {
      if (outlying[i]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds what the distances from what is usual tell.
   *
   * @param plain without tolerance, from which the noise at one time of the season is taken
   * @param distances with it, from which the noise of the season and of a phase is taken
   * @param judged what must be rare under all
   * @param exact whether the season repeats almost exactly
   */
  private void add(double[] plain, double[] distances, double[] judged, int season, boolean exact) {
    double noise = noise(distances);
    TDistribution tail = new TDistribution(null, exact ? EXACT_TAIL : OTHER_TAIL);
    double inner = quantile(tail, INNER);
    double middle = quantile(tail, MIDDLE);
    double rare = -tail.inverseCumulativeProbability(Math.pow(10, -OutlierTail.OUTLYING) / 2);
    for (int i = 0; i < judged.length; i++) {
      if (judged[i] < rare * noise) {
        continue;
      }
      double own =
          Math.max(
              noise,
              Math.max(
                  phaseQuantile(distances, i, season, HALF_PHASE, INNER) / inner,
                  phaseQuantile(plain, i, season, 0, MIDDLE) / middle));
      if (judged[i] >= rare * own) {
        outlying[i] = true;
        if (exact) {
          double chance = 2 * tail.cumulativeProbability(-judged[i] / own);
          rarity[i] = Math.max(rarity[i], -Math.log10(Math.max(Double.MIN_NORMAL, chance)));
        }
      }
    }
  }

  /** Whether a season repeats almost exactly, without any tolerance. */
  private static boolean isExact(double[] plain) {
    return noise(plain) <= EXACT;
  }

  /** The scale of Student's t that fits the median and the inner four fifths. */
  private static double noise(double[] distances) {
    TDistribution tail = new TDistribution(null, EXACT_TAIL);
    double[] found = Quantiles.of(distances, MIDDLE, INNER);
    return Math.max(
        LEAST_NOISE, Math.max(found[0] / quantile(tail, MIDDLE), found[1] / quantile(tail, INNER)));
  }

  /** The distance from 0 that a share of the distribution does not exceed. */
  private static double quantile(TDistribution distribution, double share) {
    return distribution.inverseCumulativeProbability((1 + share) / 2);
  }

  /**
   * A quantile of the distances at the same phase of the nearest seasons.
   *
   * @param half points on each side that belong to the phase
   */
  private static double phaseQuantile(
      double[] distances, int at, int season, int half, double share) {
    int n = distances.length;
    double[] found = new double[PHASES * (2 * half + 1)];
    int count = 0;
    int phases = 0;
    for (int k = 1; k <= PHASES && phases < PHASES; k++) {
      for (int place : new int[] {at - k * season, at + k * season}) {
        if (place >= 0 && place < n && phases < PHASES) {
          phases++;
          int from = Math.max(0, place - half);
          int to = Math.min(n, place + half + 1);
          System.arraycopy(distances, from, found, count, to - from);
          count += to - from;
        }
      }
    }
    return Quantiles.quantile(Arrays.copyOf(found, count), share);
  }
}
