package io.hybridanomaly.benford;

/** How far counts are from probabilities, in several measures. All are 0 if nothing was counted. */
final class Deviations {

  private Deviations() {}

  /** Pearson's Σ (count − n·p)² / (n·p). */
  static double chiSquare(int[] counts, int n, double[] expected) {
    double sum = 0;
    for (int k = 0; k < counts.length && n > 0; k++) {
      double deviation = counts[k] - n * expected[k];
      sum += deviation * deviation / (n * expected[k]);
    }
    return sum;
  }

  /** The mean of |count/n − p|. */
  static double mad(int[] counts, int n, double[] expected) {
    double sum = 0;
    for (int k = 0; k < counts.length && n > 0; k++) {
      sum += Math.abs((double) counts[k] / n - expected[k]);
    }
    return sum / counts.length;
  }

  /** The largest difference of both cumulative distributions. */
  static double kolmogorovSmirnov(int[] counts, int n, double[] expected) {
    double difference = 0;
    double largest = 0;
    for (int k = 0; k < counts.length && n > 0; k++) {
      difference += (double) counts[k] / n - expected[k];
      largest = Math.max(largest, Math.abs(difference));
    }
    return largest;
  }

  /** The sum of the largest differences of both cumulative distributions in either direction. */
  static double kuiper(int[] counts, int n, double[] expected) {
    double difference = 0;
    double above = 0;
    double below = 0;
    for (int k = 0; k < counts.length && n > 0; k++) {
      difference += (double) counts[k] / n - expected[k];
      above = Math.max(above, difference);
      below = Math.max(below, -difference);
    }
    return above + below;
  }
}
