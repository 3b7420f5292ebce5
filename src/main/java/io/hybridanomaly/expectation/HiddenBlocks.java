package io.hybridanomaly.expectation;

import java.util.Arrays;
import java.util.List;

/**
 * How well predictors say what is hidden from them: the series is cut into blocks, and each fourth
 * is hidden in turn, so that in the end every point was predicted without itself and its
 * surroundings.
 */
final class HiddenBlocks {

  private static final int TURNS = 4;

  /** Largest part of a series in one block. */
  private static final int LARGEST_PART = 10;

  /** Lengths of blocks in cycles. */
  private static final double[] CYCLES = {2, 0.5};

  /** Predictors this much worse than the best after the first lengths are given up. */
  private static final double HOPELESS = 1.6;

  /** The worst blocks do not count: they may be abnormal. */
  private static final double COUNTED = 0.9;

  /** How much a better predictor is preferred. */
  private static final double POWER = 6;

  private static final double LEAST_RATIO = 0.7;

  private HiddenBlocks() {}

  /**
   * What was learned.
   *
   * @param weights [predictors], not negative, sum 1
   * @param predicted [points], each said without its block, by all with their weights
   */
  record Outcome(double[] weights, double[] predicted) {}

  /**
   * Tests predictors.
   *
   * @param values [points], finite, at least {@value #LARGEST_PART}
   * @param suspicious [points], hidden always
   * @param cycle points of a cycle
   */
  static Outcome test(
      double[] values,
      boolean[] suspicious,
      List<Predictor> predictors,
      boolean seasonal,
      int cycle) {
    int n = values.length;
    double[] errors = new double[predictors.size()];
    double[][] said = new double[predictors.size()][];
    for (double cycles : CYCLES) {
      int length =
          (int) Math.clamp(Math.round(cycle * cycles), 1, Math.max(1, n / LARGEST_PART));
      double best = Arrays.stream(errors).min().orElse(0);
      for (int p = 0; p < errors.length; p++) {
        if (errors[p] > HOPELESS * best) {
          errors[p] = Double.POSITIVE_INFINITY;
          continue;
        }
        double[] predicted = predicted(values, suspicious, predictors.get(p), length);
        said[p] = said[p] == null ? predicted : said[p];
        errors[p] +=
            predictors.get(p).caution(seasonal, cycle)
                * error(values, predicted, suspicious, length);
      }
    }
    double[] weights = weights(errors);
    double[] predicted = new double[n];
    for (int p = 0; p < weights.length; p++) {
      for (int i = 0; i < n && weights[p] > 0; i++) {
        predicted[i] += weights[p] * said[p][i];
      }
    }
    return new Outcome(weights, predicted);
  }

  private static double[] predicted(
      double[] values, boolean[] suspicious, Predictor predictor, int length) {
    int n = values.length;
    double[] predicted = new double[n];
    for (int turn = 0; turn < TURNS; turn++) {
      boolean[] hidden = suspicious.clone();
      for (int i = 0; i < n; i++) {
        hidden[i] |= i / length % TURNS == turn;
      }
      double[] said = predictor.predict(values, hidden, false);
      for (int i = 0; i < n; i++) {
        if (i / length % TURNS == turn) {
          predicted[i] = said[i];
        }
      }
    }
    return predicted;
  }

  /** The mean absolute error, the worst blocks left out. */
  private static double error(
      double[] values, double[] predicted, boolean[] suspicious, int length) {
    int blocks = (values.length - 1) / length + 1;
    double[] errors = new double[blocks];
    int used = 0;
    for (int b = 0; b < blocks; b++) {
      double sum = 0;
      int count = 0;
      for (int i = b * length; i < Math.min(values.length, (b + 1) * length); i++) {
        if (!suspicious[i]) {
          sum += Math.abs(values[i] - predicted[i]);
          count++;
        }
      }
      if (count > 0) {
        errors[used++] = sum / count;
      }
    }
    Arrays.sort(errors, 0, used);
    int counted = Math.max(1, (int) Math.ceil(COUNTED * used));
    double sum = 0;
    for (int b = 0; b < counted && b < used; b++) {
      sum += errors[b];
    }
    return sum / counted;
  }

  private static double[] weights(double[] errors) {
    double best = Arrays.stream(errors).min().orElse(0);
    double[] weights = new double[errors.length];
    double total = 0;
    for (int p = 0; p < errors.length; p++) {
      double ratio = errors[p] == best ? 1 : best / errors[p];
      weights[p] = ratio < LEAST_RATIO ? 0 : Math.pow(ratio, POWER);
      total += weights[p];
    }
    for (int p = 0; p < errors.length; p++) {
      weights[p] /= total;
    }
    return weights;
  }
}
