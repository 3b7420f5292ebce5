package io.hybridanomaly.acceptance;

import java.util.Locale;
import java.util.Random;

/** Files with a season and noise. */
final class Seasons {

  private static final int LENGTH = 48;

  private Seasons() {}

  /** Another series for each seed. */
  static String csv(int rows, int seed) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("value\n");
    for (int i = 0; i < rows; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%.4f%n",
              10 + 3 * Math.sin(2 * Math.PI * i / LENGTH) + 0.4 * random.nextGaussian()));
    }
    return csv.toString();
  }
}
