package io.hybridanomaly.detection;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A heartbeat some of whose beats are broad, as ectopic ones are.
 *
 * @param values in millivolts, sixty for a beat
 * @param broad [points] whether they belong to such a beat
 */
record Heart(double[] values, boolean[] broad) {

  private static final int BEAT = 60;

  /**
   * A heart that never beats in quite the same time.
   *
   * @param broadBeats how many of the beats are broad, at random; the first never is
   */
  static Heart of(int beats, int broadBeats, long seed) {
    Random random = new Random(seed);
    int[] order = IntStream.range(1, beats).toArray();
    for (int i = 0; i < broadBeats; i++) {
      int other = i + random.nextInt(order.length - i);
      int chosen = order[other];
      order[other] = order[i];
      order[i] = chosen;
    }
    Arrays.sort(order, 0, broadBeats);
    double[] values = new double[2 * BEAT * beats];
    boolean[] broad = new boolean[values.length];
    int at = 0;
    for (int beat = 0; beat < beats; beat++) {
      boolean isBroad = Arrays.binarySearch(order, 0, broadBeats, beat) >= 0;
      int length = (int) Math.round(BEAT * (1 + 0.04 * random.nextGaussian()));
      for (int i = 0; i < length; i++) {
        values[at] = value((double) i / length, isBroad) + 0.02 * random.nextGaussian();
        broad[at] = isBroad;
        at++;
      }
    }
    return new Heart(Arrays.copyOf(values, at), Arrays.copyOf(broad, at));
  }

  /** The broad beats; those that follow each other are one stretch. */
  List<Segment> broadBeats() {
    return Runs.of(broad.length, i -> broad[i]).segments();
  }

  private static double value(double phase, boolean isBroad) {
    return isBroad
        ? 0.9 * wave(phase, 0.35, 0.06) - 0.5 * wave(phase, 0.55, 0.08)
        : 1.2 * wave(phase, 0.4, 0.02) + 0.3 * wave(phase, 0.7, 0.05);
  }

  private static double wave(double phase, double middle, double width) {
    return Math.exp(-Math.pow((phase - middle) / width, 2) / 2);
  }
}
