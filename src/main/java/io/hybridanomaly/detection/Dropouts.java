package io.hybridanomaly.detection;

import java.util.Arrays;

/**
 * Zeros in a series whose other values are far from zero: a day without a single visit, a sensor
 * that was off. Among wide noise, or where the values reach far upwards, zero is not so far from
 * the rest that its distance alone is rare; but it is the one value that an outage writes, so that
 * it need not be explained by the noise.
 *
 * <p>Zero must be apart: no other value is below a third of the median, and the steps from value to
 * value between it and the median are small beside the one to zero. So a zero among ones and twos
 * is not.
 *
 * <p>Below the median, m, no other value is further away than m − l, l being the least of them.
 * Beyond that the tail is taken to be as light as {@link #EXCESS} says, see {@link OutlierTail}.
 */
final class Dropouts {

  /** Mean excess of the logarithms of distances; a normal tail has 0.2. */
  private static final double EXCESS = 0.15;

  /** Largest share of zeros: more of them belong to the series. */
  private static final double MOST = 0.05;

  /** Fewest other values: the least of a few says little. */
  private static final int FEWEST = 30;

  /** Part of the median below which no other value is. */
  private static final double APART = 1.0 / 3;

  /** The step to zero is so many times the largest other one between it and the median. */
  private static final double STEPS = 3;

  private Dropouts() {}

  /**
   * Raises the rarity of zeros.
   *
   * @param values the series in its own units
   * @param rarities [points], changed
   */
  static void raise(double[] values, double[] rarities) {
    long zeros = Arrays.stream(values).filter(value -> value == 0).count();
    if (zeros == 0 || zeros > MOST * values.length || values.length - zeros < FEWEST) {
      return;
    }
    double[] others = Arrays.stream(values).filter(value -> value != 0).toArray();
    double[] distances = Arrays.stream(others).map(Math::abs).sorted().toArray();
    boolean oneSign =
        Arrays.stream(others).allMatch(value -> value > 0)
            || Arrays.stream(others).allMatch(value -> value < 0);
    if (!oneSign || !isApart(distances)) {
      return;
    }
    double rarity = rarity(distances[distances.length / 2], distances[0], values.length);
    double[] dropouts = new double[values.length];
    Arrays.setAll(dropouts, i -> values[i] == 0 ? rarity : 0);
    if (!PointDeviation.isRhythm(dropouts)) {
      Arrays.setAll(rarities, i -> Math.max(rarities[i], dropouts[i]));
    }
  }

  /**
   * Whether zero is apart from other values.
   *
   * @param distances of theirs from zero, ascending
   */
  private static boolean isApart(double[] distances) {
    int middle = distances.length / 2;
    double largest = 0;
    for (int i = 1; i <= middle; i++) {
      largest = Math.max(largest, distances[i] - distances[i - 1]);
    }
    return distances[0] > APART * distances[middle] && distances[0] > STEPS * largest;
  }

  /** One of so many points is as far from the median as the least is; how rare zero is then. */
  private static double rarity(double median, double least, int points) {
    double beyond =
        Math.log(median / Math.max(Double.MIN_NORMAL, median - least)) / (EXCESS * Math.log(10));
    return Math.min(StretchDeviation.MOST_RARE, Math.log10(points) + beyond);
  }
}
