package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.stream.IntStream;

/** One length of a {@link NeighbourSweep}, in one of its two ways, and what has been found. */
final class SweepLevel {

  /**
   * A stretch whose standard deviation is this share of the median one counts as that: noise on a
   * flat line must not be blown up to a shape.
   */
  private static final double LEAST_AMPLITUDE = 0.25;

  /** Keeps a constant series from dividing by 0. */
  private static final double TINY = 1e-6;

  private final int length;
  private final int stride;
  private final int exclusionZone;
  private final double[] distances;

  /** Of all stretches of this length; empty if they are compared as they are. */
  private final Shapes stretches;

  /** Of the references. */
  private final Shapes compared;

  /** Those references that are whole at this length, ascending. */
  private final int[] references;

  /** Which of these are not compared with. */
  private final int[] ignored;

  /**
   * What is taken off stretches.
   *
   * @param means of each
   * @param amplitudes standard deviation of each, not below the floor
   * @param norms squared norm of each without its mean, in units of its amplitude
   */
  private record Shapes(float[] means, float[] amplitudes, float[] norms) {

    static Shapes empty(int count) {
      return new Shapes(new float[count], new float[count], new float[count]);
    }

    Shapes at(int[] some) {
      Shapes chosen = empty(some.length);
      for (int j = 0; j < some.length; j++) {
        chosen.means[j] = means[some[j]];
        chosen.amplitudes[j] = amplitudes[some[j]];
        chosen.norms[j] = norms[some[j]];
      }
      return chosen;
    }
  }

  /**
   * @param series scaled values, at least {@code length}
   * @param normalised whether level and amplitude are taken off
   * @param references with which stretches all are compared, ascending
   * @param outlying [points] a reference half of which or more are such is not compared with
   */
  SweepLevel(
      float[] series,
      int length,
      int stride,
      boolean normalised,
      int[] references,
      boolean[] outlying) {
    int starts = starts(series.length, length, stride);
    this.length = length;
    this.stride = stride;
    distances = new double[starts];
    exclusionZone = Windows.exclusionZone(length, (starts - 1) * stride);
    this.references = Arrays.copyOf(references, countBelow(references, starts));
    ignored = ignored(outlying);
    stretches = Shapes.empty(normalised ? starts : 0);
    if (normalised) {
      normalise(series);
    }
    compared = normalised ? stretches.at(this.references) : stretches;
  }

  private int[] ignored(boolean[] outlying) {
    return IntStream.range(0, references.length)
        .filter(j -> isHalf(outlying, references[j] * stride))
        .toArray();
  }

  private boolean isHalf(boolean[] outlying, int from) {
    int count = 0;
    for (int i = from; i < from + length; i++) {
      count += outlying[i] ? 1 : 0;
    }
    return 2 * count >= length;
  }

  /** How many stretches of a length begin in a series. */
  static int starts(int points, int length, int stride) {
    return (points - length) / stride + 1;
  }

  /** How many of some ascending numbers are below another. */
  private static int countBelow(int[] ascending, int limit) {
    int at = Arrays.binarySearch(ascending, limit);
    return at < 0 ? -at - 1 : at;
  }

  /** Points in a stretch. */
  int length() {
    return length;
  }

  /** Whether level and amplitude are taken off. */
  boolean isNormalised() {
    return stretches.norms().length > 0;
  }

  /** Number of stretches of this length. */
  int starts() {
    return distances.length;
  }

  /**
   * Distance of each stretch to the nearest others outside the exclusion zone, as the {@link
   * Neighbourhood} says; 0 where there are none.
   *
   * @return [starts]
   */
  double[] distances() {
    return distances;
  }

  private void normalise(float[] series) {
    int count = distances.length;
    double[] deviations = new double[count];
    for (int i = 0; i < count; i++) {
      double mean = 0;
      for (int d = 0; d < length; d++) {
        mean += series[i * stride + d];
      }
      mean /= length;
      double squares = 0;
      for (int d = 0; d < length; d++) {
        double difference = series[i * stride + d] - mean;
        squares += difference * difference;
      }
      stretches.means()[i] = (float) mean;
      deviations[i] = Math.sqrt(squares / length);
    }
    double floor = LEAST_AMPLITUDE * Quantiles.median(deviations) + TINY;
    for (int i = 0; i < count; i++) {
      double amplitude = Math.hypot(deviations[i], floor);
      double ratio = deviations[i] / amplitude;
      stretches.amplitudes()[i] = (float) amplitude;
      stretches.norms()[i] = (float) (length * ratio * ratio);
    }
  }

  /**
   * Finds the nearest of the references to one stretch.
   *
   * @param start which stretch
   * @param sums for each reference: the sum of squared differences, or of products if normalised;
   *     of no meaning where the reference is too near the end of the series
   * @param squares a buffer for as many numbers, overwritten
   * @param nearest with room for those that are looked for, overwritten
   */
  void found(int start, float[] sums, float[] squares, NearestFew nearest) {
    float[] all = sums;
    if (isNormalised()) {
      normalised(start, sums, squares);
      all = squares;
    } else if (ignored.length > 0) {
      System.arraycopy(sums, 0, squares, 0, references.length);
      all = squares;
    }
    for (int j : ignored) {
      all[j] = Float.POSITIVE_INFINITY;
    }
    int zone = (exclusionZone + stride - 1) / stride;
    nearest.clear();
    nearest.offer(all, 0, countBelow(references, start - zone + 1));
    nearest.offer(all, countBelow(references, start + zone), references.length);
    distances[start] = nearest.distance();
  }

  /** Squared distances from sums of products, in one plain loop, which the compiler vectorises. */
  private void normalised(int start, float[] products, float[] squares) {
    float mean = length * stretches.means()[start];
    float amplitude = stretches.amplitudes()[start];
    float norm = stretches.norms()[start];
    float[] means = compared.means();
    float[] amplitudes = compared.amplitudes();
    float[] norms = compared.norms();
    for (int j = 0; j < means.length; j++) {
      float covariance = products[j] - mean * means[j];
      squares[j] = Math.max(0, norm + norms[j] - 2 * covariance / (amplitude * amplitudes[j]));
    }
  }
}
