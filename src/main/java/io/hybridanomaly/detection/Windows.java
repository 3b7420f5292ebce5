package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which windows of a series are scored and which are the reference sample.
 *
 * @param length window length in points
 * @param stride points from the start of one window to the next
 * @param starts first point of each window
 * @param references indices into starts, ascending
 */
record Windows(int length, int stride, int[] starts, int[] references) {

  /**
   * Size of the reference sample of a long series. Shorter series use more, up to all windows, as
   * far as the work allows.
   */
  static final int FEWEST_REFERENCES = 5_000;

  /** Pairs of windows to compare; a fraction of a second. */
  private static final double PAIRS = 6e7;

  /** From this number of windows on, a longer series is scored at a stride. */
  static final int ENOUGH_WINDOWS = 50_000;

  /** At least this many windows cover each point, whatever the stride. */
  private static final int MIN_COVER = 4;

  /**
   * Windows over a series.
   *
   * @param points length of the series, at least the window
   */
  static Windows over(int points, int length, SplittableRandom random) {
    int stride = stride(points, length);
    int[] starts = new int[(points - length) / stride + 1];
    Arrays.setAll(starts, i -> i * stride);
    return new Windows(
        length, stride, starts, sample(starts.length, references(starts.length), random));
  }

  /** Points from one window to the next. */
  static int stride(int points, int length) {
    return Math.clamp((points - length) / ENOUGH_WINDOWS + 1, 1, Math.max(1, length / MIN_COVER));
  }

  /** Size of the reference sample of so many windows. */
  static int references(int windows) {
    return Math.min(windows, Math.max(FEWEST_REFERENCES, (int) Math.min(PAIRS / windows, windows)));
  }

  /** Distinct windows, all equally likely: a regular choice would fall in step with a season. */
  static int[] sample(int windows, int size, SplittableRandom random) {
    int[] chosen = new int[size];
    int found = 0;
    for (int i = 0; i < windows; i++) {
      if (random.nextInt(windows - i) < chosen.length - found) {
        chosen[found++] = i;
      }
    }
    return chosen;
  }

  /** The exclusion zone of these windows. */
  int exclusionZone() {
    return exclusionZone(length, starts[starts.length - 1]);
  }

  /**
   * The exclusion zone: so many points windows must be apart to be compared, since windows that
   * overlap are alike. A full window, less in a series too short for that.
   *
   * @param length of a window in points
   * @param last first point of the last window
   */
  static int exclusionZone(int length, int last) {
    return Math.min(length, Math.max(1, last / 4));
  }
}
