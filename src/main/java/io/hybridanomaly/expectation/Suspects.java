package io.hybridanomaly.expectation;

import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import java.util.List;

/**
 * Stretches that differ from what their surroundings say: single points, and stretches of a quarter
 * of a cycle and of a cycle whose median error is far from the usual one. Nothing is judged here;
 * what is suspicious is only not asked what is normal.
 */
final class Suspects {

  /** Robust deviations from which on an error is suspicious. */
  private static final double FAR = 5;

  /** Largest share of a series that is suspicious. */
  static final double LARGEST_SHARE = 0.1;

  private Suspects() {}

  /**
   * The suspicious points.
   *
   * @param raw [points], value minus what was said without it
   * @param seasons in points
   * @param cycle points of a cycle
   */
  static boolean[] of(double[] raw, List<Double> seasons, int cycle) {
    int n = raw.length;
    boolean[] none = new boolean[n];
    double[] errors = seasons.isEmpty() ? raw : relative(raw, none, cycle);
    double[] far = new double[n];
    for (int width : new int[] {1, Math.max(3, cycle / 4), Math.max(5, cycle)}) {
      if (width > n / 4) {
        break;
      }
      double[] level = width == 1 ? errors : RunningLevel.of(errors, none, width);
      double middle = Medians.of(level);
      double[] away = new double[n];
      Arrays.setAll(away, i -> Math.abs(level[i] - middle));
      double deviation = Statistics.NORMAL_SCALE * Medians.of(away);
      for (int i = 0; i < n && deviation > 0; i++) {
        far[i] = Math.max(far[i], away[i] / deviation);
      }
    }
    double[] sorted = far.clone();
    Arrays.sort(sorted);
    double limit = Math.max(FAR, sorted[n - 1 - (int) (LARGEST_SHARE * n)]);
    boolean[] suspicious = new boolean[n];
    for (int i = 0; i < n; i++) {
      suspicious[i] = far[i] > limit;
    }
    return suspicious;
  }

  /** Errors relative to what is usual in their phase, where that is more than elsewhere. */
  private static double[] relative(double[] errors, boolean[] none, double period) {
    double[] sizes = new double[errors.length];
    Arrays.setAll(sizes, i -> Math.abs(errors[i]));
    double[] usual = SeasonalProfile.of(sizes, none, period, 0);
    double least = Medians.of(sizes);
    double[] relative = new double[errors.length];
    Arrays.setAll(relative, i -> least == 0 ? errors[i] : errors[i] / Math.max(least, usual[i]));
    return relative;
  }
}
