package io.hybridanomaly.windowing;

import java.util.Arrays;

/**
 * Whether a series wanders like a random walk. Each level of a walk occurs about once, so that its
 * extremes are unlike everything else in it, and still mean nothing.
 *
 * <p>The variance ratio of Lo and MacKinlay ("Stock market prices do not follow random walks",
 * Review of Financial Studies 1 (1988), doi:10.1093/rfs/1.1.41): the variance of the change over q
 * points is q times that over one point in a random walk, less where the series returns to a level
 * and more where it is smooth or seasonal. The quartile distance takes the place of the standard
 * deviation, so that a few spikes in a walk do not hide it.
 */
public final class RandomWalk {

  /** Shorter series are no evidence: a walk cannot be told from slow noise. */
  private static final int FEWEST_POINTS = 256;

  /** Changes are looked at over 2, 4, 8 … points up to this part of the series. */
  private static final int PART = 16;

  /**
   * Limits for the ratios: of 200 simulated walks of 1,000 points 98 % are inside; autoregressive
   * series with a coefficient of 0.9 fall below the lower one, smooth curves exceed the upper one.
   */
  private static final double LEAST_RATIO = 0.5;

  private static final double LARGEST_RATIO = 1.75;

  /** Over a few points the ratio of a season under noise is near 0.5, that of a walk is not. */
  private static final double LEAST_AT_FIRST = 0.75;

  private static final int FIRST_LAGS = 4;

  /** Changes looked at over each lag: their quartiles are known to about a hundredth. */
  private static final int MOST_CHANGES = 20_000;

  /** Steps of this length, taken around a circle, are spread evenly and fall in with no season. */
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private RandomWalk() {}

  /**
   * Whether the changes of a series add up like those of a random walk.
   *
   * @param values [points], finite
   */
  public static boolean isLike(double[] values) {
    int n = values.length;
    if (n < FEWEST_POINTS) {
      return false;
    }
    double step = spread(values, 1);
    boolean like = step > 0;
    for (int lag = 2; lag <= n / PART && like; lag *= 2) {
      double spread = spread(values, lag);
      double ratio = spread / step * (spread / step) / lag;
      double least = lag <= FIRST_LAGS ? LEAST_AT_FIRST : LEAST_RATIO;
      like = ratio >= least && ratio <= LARGEST_RATIO;
    }
    return like;
  }

  /** Distance between the quartiles of the change over some points. */
  private static double spread(double[] values, int lag) {
    int starts = values.length - lag;
    double[] changes = new double[Math.min(starts, MOST_CHANGES)];
    Arrays.setAll(
        changes,
        i -> {
          int start = starts <= MOST_CHANGES ? i : place(i, starts);
          return values[start + lag] - values[start];
        });
    return Quantiles.distance(changes, 0.25, 0.75);
  }

  private static int place(int i, int starts) {
    double turns = i * GOLDEN_RATIO;
    return (int) ((turns - Math.floor(turns)) * starts);
  }
}
