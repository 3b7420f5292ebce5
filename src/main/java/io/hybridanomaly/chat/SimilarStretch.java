package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;

/**
 * The stretch of a series whose shape is nearest to a given one.
 *
 * @param stretch the nearest, not overlapping the given one
 * @param distance root mean square difference after removing both means, in the series' units
 */
record SimilarStretch(Segment stretch, double distance) {

  /** Longer stretches are compared by the means of this many equal parts. */
  private static final int PARTS = 128;

  /**
   * Compares with every stretch of the same length, or for long stretches with those that start at
   * a multiple of their parts; about 10⁸ steps for a million points.
   *
   * @param values [points]
   * @param wanted what to look for
   * @throws IllegalArgumentException in a sentence for the model if no other stretch is as long
   */
  static SimilarStretch find(double[] values, Segment wanted) {
    int factor = Math.max(1, (wanted.length() + PARTS - 1) / PARTS);
    double[] coarse = means(values, factor);
    int length = Math.max(1, wanted.length() / factor);
    int start = Math.min(wanted.from() / factor, coarse.length - length);
    double[] query = centred(coarse, start, length);
    double best = Double.POSITIVE_INFINITY;
    int at = -1;
    for (int i = 0; i + length <= coarse.length; i++) {
      boolean overlaps = i * factor < wanted.to() && i * factor + wanted.length() > wanted.from();
      if (overlaps || i * factor + wanted.length() > values.length) {
        continue;
      }
      double distance = distance(coarse, i, query, best);
      if (distance < best) {
        best = distance;
        at = i;
      }
    }
    if (at < 0) {
      throw new IllegalArgumentException(
          "No other stretch of the series is as long: choose a shorter one.");
    }
    return new SimilarStretch(
        new Segment(at * factor, at * factor + wanted.length()), Math.sqrt(best / length));
  }

  private static double[] means(double[] values, int factor) {
    double[] means = new double[values.length / factor];
    for (int i = 0; i < means.length; i++) {
      for (int k = 0; k < factor; k++) {
        means[i] += values[i * factor + k] / factor;
      }
    }
    return means;
  }

  private static double[] centred(double[] values, int start, int length) {
    double mean = mean(values, start, length);
    double[] centred = new double[length];
    for (int k = 0; k < length; k++) {
      centred[k] = values[start + k] - mean;
    }
    return centred;
  }

  private static double mean(double[] values, int start, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += values[start + k];
    }
    return sum / length;
  }

  /** Sum of squares, given up as soon as it exceeds the best. */
  private static double distance(double[] values, int start, double[] query, double best) {
    double mean = mean(values, start, query.length);
    double sum = 0;
    for (int k = 0; k < query.length && sum < best; k++) {
      double difference = values[start + k] - mean - query[k];
      sum += difference * difference;
    }
    return sum;
  }
}
