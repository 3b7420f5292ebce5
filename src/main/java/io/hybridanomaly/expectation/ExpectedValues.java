package io.hybridanomaly.expectation;

import java.util.Arrays;
import java.util.List;

/** What a person would expect of each point. */
public final class ExpectedValues {

  /** Points of a cycle in a series without a season. */
  private static final int WITHOUT_SEASON = 24;

  /** Fewer points than this tell of their median only. */
  private static final int FEWEST = 16;

  /** If more than this part is suspicious, nothing is left to tell what is normal. */
  private static final double MOST_SUSPICIOUS = 0.4;

  private ExpectedValues() {}

  /**
   * What is expected at every point, finite, in the units of the values.
   *
   * @param values [points], at least one, finite
   * @param flagged [points], what is abnormal as far as is known
   */
  public static double[] of(double[] values, boolean[] flagged) {
    int n = values.length;
    boolean[] suspicious = share(flagged) > MOST_SUSPICIOUS ? new boolean[n] : flagged.clone();
    if (n < FEWEST) {
      return new Predictor.Level(Predictor.ALL).predict(values, suspicious, true);
    }
    List<Double> seasons = Seasons.of(values, suspicious);
    int cycle = seasons.isEmpty() ? WITHOUT_SEASON : (int) Math.round(seasons.getFirst());
    List<Predictor> predictors = Predictor.of(n, seasons, cycle);
    HiddenBlocks.Outcome outcome = HiddenBlocks.test(values, suspicious, predictors, !seasons.isEmpty(), cycle);
    double[] errors = new double[n];
    Arrays.setAll(errors, i -> values[i] - outcome.predicted()[i]);
    boolean[] found = Suspects.of(errors, seasons, cycle);
    for (int i = 0; i < n; i++) {
      suspicious[i] |= found[i];
    }
    double[] expected = new double[n];
    for (int p = 0; p < predictors.size(); p++) {
      double weight = outcome.weights()[p];
      if (weight > 0) {
        double[] said = predictors.get(p).predict(values, suspicious, true);
        for (int i = 0; i < n; i++) {
          expected[i] += weight * said[i];
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
