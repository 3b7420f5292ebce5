package io.hybridanomaly.benford;

import java.util.Arrays;

/**
 * The probabilities of leading digits under Benford's law: a number's significand is at most s with
 * probability log10(s).
 *
 * <p>Source: Benford, "The law of anomalous numbers", Proceedings of the American Philosophical
 * Society 78 (1938); Hill, "A statistical derivation of the significant-digit law", Statistical
 * Science 10 (1995), doi:10.1214/ss/1177009869.
 */
public final class BenfordLaw {

  private BenfordLaw() {}

  /** The probabilities of the first digits 1 to 9: log10(1 + 1/d). */
  public static double[] first() {
    return leading(1, 9);
  }

  /** The probabilities of the first two digits 10 to 99: log10(1 + 1/d). */
  public static double[] firstTwo() {
    return leading(10, 99);
  }

  /** The probabilities of the second digits 0 to 9, whatever the first is. */
  public static double[] second() {
    double[] firstTwo = firstTwo();
    double[] probabilities = new double[10];
    for (int i = 0; i < firstTwo.length; i++) {
      probabilities[i % 10] += firstTwo[i];
    }
    return probabilities;
  }

  /**
   * The probabilities of the last two digits 00 to 99 of a number with at least four: 1/100 each,
   * to which later digits tend (Hill 1995).
   */
  public static double[] lastTwo() {
    double[] probabilities = new double[100];
    Arrays.fill(probabilities, 0.01);
    return probabilities;
  }

  private static double[] leading(int lowest, int highest) {
    double[] probabilities = new double[highest - lowest + 1];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = Math.log1p(1.0 / (lowest + i)) / Math.log(10);
    }
    return probabilities;
  }
}
