package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.RunningMedian;
import io.hybridanomaly.windowing.Statistics;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Readings that are far from all others but come again and again in a steady rhythm, each about as
 * large: the salary and the rent of a bank account, the monthly backup of a server. Alone each is
 * rare; together they are a habit, and would hide what is none. Months differ in length, and one or
 * the other may be missing.
 */
final class RecurringReadings {

  /** Robust standard deviations from the median from which a reading is far. */
  private static final double FAR = 5;

  /** Fewer are no rhythm. */
  static final int FEWEST = 6;

  /** Readings of a habit differ from the next larger one by at most this part. */
  private static final double ALIKE = 0.1;

  /** The distance from one to the next is the usual one up to this part. */
  private static final double STEADY = 0.34;

  /** Part of the distances that may be others. */
  private static final double OTHERS = 0.1;

  /** The first and the last are at most so many usual distances from the ends. */
  static final double FROM_THE_ENDS = 1.5;

  /**
   * Far readings that are no habit, beside those that are, at most: in a heartbeat some of whose
   * peaks are alike the others would stand out.
   */
  private static final double UNEXPLAINED = 0.2;

  private RecurringReadings() {}

  /**
   * Which points are habits.
   *
   * @param values of a series, finite
   * @return [points]
   */
  static boolean[] in(double[] values) {
    boolean[] recurring = new boolean[values.length];
    int[] far = far(values);
    double[] sorted = Arrays.stream(far).mapToDouble(point -> values[point]).sorted().toArray();
    int[] starts =
        IntStream.range(0, far.length)
            .filter(k -> k == 0 || !areAlike(sorted[k - 1], sorted[k]))
            .toArray();
    int[] grouped = grouped(far, values, sorted, starts);
    for (int g = 0; g < starts.length; g++) {
      int end = g + 1 < starts.length ? starts[g + 1] : far.length;
      mark(Arrays.copyOfRange(grouped, starts[g], end), recurring);
    }
    long habits = Arrays.stream(far).filter(point -> recurring[point]).count();
    return far.length - habits <= UNEXPLAINED * habits ? recurring : new boolean[values.length];
  }

  /**
   * The values with the level around them in the place of habits; the same array if there are none.
   *
   * @param recurring [points]
   */
  static double[] without(boolean[] recurring, double[] values) {
    if (IntStream.range(0, recurring.length).noneMatch(i -> recurring[i])) {
      return values;
    }
    double[] level = RunningMedian.of(values, PointDeviation.HALF_LEVEL);
    double[] ordinary = new double[values.length];
    Arrays.setAll(ordinary, i -> recurring[i] ? level[i] : values[i]);
    return ordinary;
  }

  /** Points that are far from the median, in order. */
  private static int[] far(double[] values) {
    double[] distances = Statistics.distancesFromMedian(values);
    double far = FAR * Statistics.robustDeviation(distances);
    return IntStream.range(0, values.length).filter(i -> far > 0 && distances[i] > far).toArray();
  }

  /**
   * Puts the points of each group behind each other, in order.
   *
   * @param points ascending
   * @param sorted their values, ascending
   * @param starts where each group of values begins among the sorted ones
   */
  private static int[] grouped(int[] points, double[] values, double[] sorted, int[] starts) {
    int[] grouped = new int[points.length];
    int[] next = starts.clone();
    for (int point : points) {
      int group = Arrays.binarySearch(starts, Arrays.binarySearch(sorted, values[point]));
      grouped[next[group >= 0 ? group : -group - 2]++] = point;
    }
    return grouped;
  }

  private static boolean areAlike(double value, double next) {
    return Math.abs(next - value) <= ALIKE * Math.max(Math.abs(value), Math.abs(next));
  }

  private static void mark(int[] points, boolean[] recurring) {
    if (points.length >= FEWEST && isSteady(points, recurring.length)) {
      for (int point : points) {
        recurring[point] = true;
      }
    }
  }

  private static boolean isSteady(int[] points, int n) {
    int[] distances =
        IntStream.range(1, points.length).map(k -> points[k] - points[k - 1]).toArray();
    int[] sorted = distances.clone();
    Arrays.sort(sorted);
    int usual = sorted[sorted.length / 2];
    long others =
        Arrays.stream(distances)
            .filter(distance -> Math.abs(distance - usual) > STEADY * usual)
            .count();
    return usual > 1
        && others <= OTHERS * distances.length
        && points[0] <= FROM_THE_ENDS * usual
        && n - points[points.length - 1] <= FROM_THE_ENDS * usual;
  }
}
