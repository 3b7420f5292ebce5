package io.hybridanomaly.expectation;

import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import java.util.List;

/**
 * What a person would expect of each point: what the season and the level say, or stretches with
 * the same surroundings, whichever say hidden parts of the series best. What is abnormal has no
 * say: it is left out where it is known, and what differs too much from what its surroundings say
 * is left out too. So an anomaly does not change what is expected in its place.
 *
 * <p>Points count as equally far apart. Takes time proportional to their number, without a random
 * choice.
 */
public final class ExpectedValues {

  /** Points of a cycle in a series without a season. */
  private static final int WITHOUT_SEASON = 24;

  /** Fewer points than this tell of their median only. */
  private static final int FEWEST = 16;

  /** If more than this part is flagged, nothing is left to tell what is normal. */
  private static final double MOST_FLAGGED = 0.4;

  /** Predictors are compared in so many points from the middle, more where seasons are long. */
  private static final int COMPARED = 20_000;

  private static final int COMPARED_CYCLES = 12;

  /** Squares of values up to here and their sums are finite. */
  private static final double LARGEST = 1e100;

  /** Squares of smaller values may be 0. */
  private static final double SMALLEST = 1e-100;

  private ExpectedValues() {}

  /**
   * What is expected at every point, finite, in the units of the values.
   *
   * @param values [points], at least one, finite
   * @param flagged [points], what is abnormal as far as is known
   * @param step called before each step, of which there is one in half a second for a million
   *     points; what it throws ends the work
   */
  public static double[] of(double[] values, boolean[] flagged, Runnable step) {
    double largest = 0;
    double lowest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
      lowest = Math.min(lowest, value);
    }
    double unit = largest == 0 || (largest >= SMALLEST && largest <= LARGEST) ? 1 : largest;
    double[] moderate = values;
    if (unit != 1) {
      moderate = Arrays.stream(values).map(value -> value / unit).toArray();
    }
    double[] expected = ofModerate(moderate, flagged, step);
    double least = lowest < 0 ? -Double.MAX_VALUE : 0;
    double most = unit == 1 ? Double.MAX_VALUE : 1;
    Arrays.setAll(expected, i -> Math.clamp(expected[i], Math.max(least, -most), most) * unit);
    return expected;
  }

  private static double[] ofModerate(double[] values, boolean[] flagged, Runnable step) {
    int n = values.length;
    boolean[] suspicious = share(flagged) > MOST_FLAGGED ? new boolean[n] : flagged.clone();
    if (n < FEWEST) {
      return RunningLevel.of(values, suspicious, Predictor.ALL);
    }
    step.run();
    List<Double> seasons = Seasons.of(values, suspicious);
    int cycle = seasons.isEmpty() ? WITHOUT_SEASON : (int) Math.round(seasons.getFirst());
    List<Predictor> predictors = Predictor.of(n, seasons, cycle);
    step.run();
    double[] weights = weights(values, suspicious, predictors, seasons, cycle);
    step.run();
    double[] predicted =
        new HiddenBlocks(values, suspicious)
            .predicted(predictors, n > COMPARED ? heaviest(weights) : weights, cycle);
    step.run();
    boolean[] found = Suspects.of(Statistics.difference(values, predicted), seasons, cycle);
    for (int i = 0; i < n; i++) {
      suspicious[i] |= found[i];
    }
    return together(new Visible(values, suspicious), predictors, weights, step);
  }

  /** How much each predictor is to be heard. */
  private static double[] weights(
      double[] values,
      boolean[] suspicious,
      List<Predictor> predictors,
      List<Double> seasons,
      int cycle) {
    double longest = seasons.isEmpty() ? cycle : seasons.getLast();
    int n = (int) Math.min(values.length, Math.max(COMPARED, COMPARED_CYCLES * longest));
    int from = compared(suspicious, n);
    boolean[] there = Arrays.copyOfRange(suspicious, from, from + n);
    HiddenBlocks blocks =
        new HiddenBlocks(
            Arrays.copyOfRange(values, from, from + n),
            share(there) > MOST_FLAGGED ? new boolean[n] : there);
    return blocks.weights(predictors, !seasons.isEmpty(), cycle);
  }

  /**
   * Where the compared points begin: in the middle, or, if most of what is there has no say, where
   * most points do.
   */
  private static int compared(boolean[] suspicious, int n) {
    int middle = (suspicious.length - n) / 2;
    int[] before = new int[suspicious.length + 1];
    for (int i = 0; i < suspicious.length; i++) {
      before[i + 1] = before[i] + (suspicious[i] ? 1 : 0);
    }
    if (before[middle + n] - before[middle] <= MOST_FLAGGED * n) {
      return middle;
    }
    int best = middle;
    for (int from = 0; from + n <= suspicious.length; from++) {
      best = before[from + n] - before[from] < before[best + n] - before[best] ? from : best;
    }
    return best;
  }

  /** All weight for the best: in a long series one must do to find what is suspicious. */
  private static double[] heaviest(double[] weights) {
    double[] one = new double[weights.length];
    one[best(weights)] = 1;
    return one;
  }

  private static int best(double[] weights) {
    int best = 0;
    for (int p = 0; p < weights.length; p++) {
      best = weights[p] > weights[best] ? p : best;
    }
    return best;
  }

  /** The weighted mean of what the predictors say; exactly what they say where all agree. */
  private static double[] together(
      Visible series, List<Predictor> predictors, double[] weights, Runnable step) {
    int best = best(weights);
    step.run();
    double[] first = predictors.get(best).predict(series, true);
    double[] expected = first.clone();
    for (int p = 0; p < weights.length; p++) {
      if (weights[p] > 0 && p != best) {
        step.run();
        double[] said = predictors.get(p).predict(series, true);
        for (int i = 0; i < expected.length; i++) {
          expected[i] += weights[p] * (said[i] - first[i]);
        }
      }
    }
    return expected;
  }

  private static double share(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count / (double) flags.length;
  }
}
