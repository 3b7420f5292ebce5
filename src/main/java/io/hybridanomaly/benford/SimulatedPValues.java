package io.hybridanomaly.benford;

import java.util.SplittableRandom;

/**
 * The probabilities of deviations at least as large as the observed ones, if the digits were
 * independent draws that follow the law, from simulated samples of the same size: right for small
 * samples and for the discrete Kolmogorov-Smirnov and Kuiper statistics. Neighbouring values of a
 * time series are not independent; {@link StretchSignificance} allows for that.
 *
 * <p>Source: Davison, Hinkley, "Bootstrap Methods and their Application", Cambridge 1997, section
 * 4.2: (1 + number of simulated statistics that reach the observed one) / (1 + samples).
 *
 * @param chiSquare for Pearson's χ²
 * @param kolmogorovSmirnov for the largest cumulative difference
 * @param kuiper for Kuiper's statistic
 * @param mad for the mean absolute deviation
 */
public record SimulatedPValues(
    double chiSquare, double kolmogorovSmirnov, double kuiper, double mad) {

  /** Rounding must not make a simulated sample with the very same counts less than the observed. */
  private static final double ROUNDING = 1 - 1e-12;

  /**
   * Simulates, in time proportional to samples · {@link DigitStatistics#n()}.
   *
   * @param observed the observed digits
   * @param samples simulated samples, for example 2000: no p-value is below 1/(1 + samples)
   * @param seed start of the random numbers
   * @throws IllegalArgumentException if there is no sample
   */
  public static SimulatedPValues of(DigitStatistics observed, int samples, long seed) {
    if (samples < 1) {
      throw new IllegalArgumentException("at least one sample is needed");
    }
    double[] expected = observed.digits().expected();
    double chiSquare = observed.chiSquare() * ROUNDING;
    double kolmogorovSmirnov = observed.kolmogorovSmirnov() * ROUNDING;
    double kuiper = observed.kuiper() * ROUNDING;
    double mad = observed.mad() * ROUNDING;
    int n = observed.n();
    int[] reached = new int[4];
    SplittableRandom random = new SplittableRandom(seed);
    double[] cumulative = cumulative(expected);
    for (int sample = 0; sample < samples; sample++) {
      int[] counts = draw(n, cumulative, random);
      reached[0] += Deviations.chiSquare(counts, n, expected) >= chiSquare ? 1 : 0;
      reached[1] += Deviations.kolmogorovSmirnov(counts, n, expected) >= kolmogorovSmirnov ? 1 : 0;
      reached[2] += Deviations.kuiper(counts, n, expected) >= kuiper ? 1 : 0;
      reached[3] += Deviations.mad(counts, n, expected) >= mad ? 1 : 0;
    }
    double all = 1.0 + samples;
    return new SimulatedPValues(
        (1 + reached[0]) / all,
        (1 + reached[1]) / all,
        (1 + reached[2]) / all,
        (1 + reached[3]) / all);
  }

  private static double[] cumulative(double[] probabilities) {
    double[] cumulative = new double[probabilities.length];
    double sum = 0;
    for (int k = 0; k < cumulative.length; k++) {
      sum += probabilities[k];
      cumulative[k] = sum;
    }
    return cumulative;
  }

  private static int[] draw(int n, double[] cumulative, SplittableRandom random) {
    int[] counts = new int[cumulative.length];
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      int low = 0;
      int high = cumulative.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (u < cumulative[middle]) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      counts[low]++;
    }
    return counts;
  }
}
