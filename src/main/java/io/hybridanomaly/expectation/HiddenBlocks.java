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
  private static final double HOPELESS = 1.5;

  /** The worst blocks do not count: they may be abnormal. */
  private static final double COUNTED = 0.9;

  /** How much a better predictor is preferred. */
  private static final double POWER = 6;

  /** Predictors whose best competitor has less than this part of their error have no say. */
  private static final double LEAST_RATIO = 0.75;

  private final double[] values;
  private final boolean[] suspicious;

  /**
   * @param values [points], finite
   * @param suspicious [points], always hidden; some are false
   */
  HiddenBlocks(double[] values, boolean[] suspicious) {
    this.values = values;
    this.suspicious = suspicious;
  }

  /** Points of a block of so many cycles. */
  private int length(double cycles, int cycle) {
    return Math.clamp(Math.round(cycle * cycles), 1, Math.max(1, values.length / LARGEST_PART));
  }

  /**
   * How much each predictor is to be heard.
   *
   * @param seasonal whether the series has a season
   * @param cycle points of a cycle
   * @return [predictors], not negative, sum 1
   */
  double[] weights(List<Predictor> predictors, boolean seasonal, int cycle) {
    double[] errors = new double[predictors.size()];
    for (double cycles : CYCLES) {
      int length = length(cycles, cycle);
      double best = Arrays.stream(errors).min().orElse(0);
      boolean[] hopeful = new boolean[errors.length];
      for (int p = 0; p < errors.length; p++) {
        hopeful[p] = errors[p] <= HOPELESS * best;
      }
      double[][] predicted = predicted(predictors, hopeful, length);
      for (int p = 0; p < errors.length; p++) {
        errors[p] +=
            hopeful[p]
                ? predictors.get(p).caution(seasonal, cycle) * error(predicted[p], length)
                : Double.POSITIVE_INFINITY;
      }
    }
    return shares(errors);
  }

  /**
   * Every point said without its block and with the weights of the predictors.
   *
   * @param cycle points of a cycle
   */
  double[] predicted(List<Predictor> predictors, double[] weights, int cycle) {
    boolean[] heard = new boolean[weights.length];
    for (int p = 0; p < weights.length; p++) {
      heard[p] = weights[p] > 0;
    }
    double[][] said = predicted(predictors, heard, length(CYCLES[0], cycle));
    double[] together = new double[values.length];
    for (int p = 0; p < weights.length; p++) {
      for (int i = 0; i < together.length && heard[p]; i++) {
        together[i] += weights[p] * said[p][i];
      }
    }
    return together;
  }

  /** What each predictor that is asked says of every point without its block; empty of others. */
  private double[][] predicted(List<Predictor> predictors, boolean[] asked, int length) {
    int n = values.length;
    double[][] predicted = new double[asked.length][];
    Arrays.setAll(predicted, p -> new double[asked[p] ? n : 0]);
    for (int turn = 0; turn < TURNS; turn++) {
      boolean[] hidden = suspicious.clone();
      boolean nothingLeft = true;
      for (int i = 0; i < n; i++) {
        hidden[i] |= i / length % TURNS == turn;
        nothingLeft &= hidden[i];
      }
      Visible series = new Visible(values, nothingLeft ? suspicious : hidden);
      for (int p = 0; p < asked.length; p++) {
        if (asked[p]) {
          double[] said = predictors.get(p).predict(series, false);
          for (int from = turn * length; from < n; from += TURNS * length) {
            System.arraycopy(said, from, predicted[p], from, Math.min(length, n - from));
          }
        }
      }
    }
    return predicted;
  }

  /** The mean absolute error, the worst blocks left out. */
  private double error(double[] predicted, int length) {
    double[] errors = new double[(values.length - 1) / length + 1];
    int used = 0;
    for (int from = 0; from < values.length; from += length) {
      double sum = 0;
      int count = 0;
      for (int i = from; i < Math.min(values.length, from + length); i++) {
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
    int counted = (int) Math.ceil(COUNTED * used);
    double sum = 0;
    for (int b = 0; b < counted; b++) {
      sum += errors[b];
    }
    return sum / counted;
  }

  private static double[] shares(double[] errors) {
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
