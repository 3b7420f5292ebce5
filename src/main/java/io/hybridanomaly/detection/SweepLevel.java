package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;

/** One length of a {@link NeighbourSweep}, in one of its two ways, and what has been found. */
final class SweepLevel {

  private static final int NEIGHBOURS = 3;

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

  /** [starts]: mean of each stretch; empty if they are compared as they are. */
  private final float[] means;

  /** [starts]: standard deviation of each stretch, not below the floor. */
  private final float[] amplitudes;

  /** [starts]: squared norm of the stretch without its mean, in units of its amplitude. */
  private final float[] norms;

  /**
   * @param series scaled values, at least {@code length}
   * @param normalised whether level and amplitude are taken off
   */
  SweepLevel(float[] series, int length, int stride, boolean normalised) {
    int starts = (series.length - length) / stride + 1;
    this.length = length;
    this.stride = stride;
    distances = new double[starts];
    exclusionZone = Math.min(length, Math.max(1, (starts - 1) * stride / 4));
    int count = normalised ? starts : 0;
    means = new float[count];
    amplitudes = new float[count];
    norms = new float[count];
    if (normalised) {
      normalise(series);
    }
  }

  /** Points in a stretch. */
  int length() {
    return length;
  }

  /** Whether level and amplitude are taken off. */
  boolean isNormalised() {
    return norms.length > 0;
  }

  /** Number of stretches of this length. */
  int starts() {
    return distances.length;
  }

  /**
   * Root mean square distance of each stretch to the nearest others outside the exclusion zone; 0
   * where there are none.
   *
   * @return [starts]
   */
  double[] distances() {
    return distances;
  }

  private void normalise(float[] series) {
    double[] deviations = new double[means.length];
    for (int i = 0; i < means.length; i++) {
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
      means[i] = (float) mean;
      deviations[i] = Math.sqrt(squares / length);
    }
    double floor = LEAST_AMPLITUDE * Quantiles.median(deviations) + TINY;
    for (int i = 0; i < means.length; i++) {
      double amplitude = Math.hypot(deviations[i], floor);
      double ratio = deviations[i] / amplitude;
      amplitudes[i] = (float) amplitude;
      norms[i] = (float) (length * ratio * ratio);
    }
  }

  /**
   * Finds the nearest of the references to one stretch.
   *
   * @param start which stretch
   * @param sums for each reference: the sum of squared differences, or of products if normalised;
   *     of no meaning where the reference is too near the end of the series
   * @param references which stretches the references are
   * @param nearest from {@link #nearest}, overwritten
   */
  void found(int start, float[] sums, int[] references, NearestFew nearest) {
    nearest.clear();
    int zone = (exclusionZone + stride - 1) / stride;
    for (int j = 0; j < sums.length; j++) {
      int other = references[j];
      if (other < distances.length && Math.abs(other - start) >= zone) {
        nearest.offer(isNormalised() ? normalised(start, other, sums[j]) : sums[j]);
      }
    }
    distances[start] = nearest.rootMean();
  }

  /** A buffer for the neighbours that are looked for. */
  static NearestFew nearest() {
    return new NearestFew(NEIGHBOURS);
  }

  private float normalised(int a, int b, float products) {
    float covariance = products - length * means[a] * means[b];
    return Math.max(0, norms[a] + norms[b] - 2 * covariance / (amplitudes[a] * amplitudes[b]));
  }
}
