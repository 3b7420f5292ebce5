package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Points in groups of about equal size by what is expected of them, the lowest first. Points of
 * which the same is expected are in one group.
 */
final class LevelGroups {

  /** What is expected at most in each group, ascending; no two are the same. */
  private final double[] upper;

  private final double[] expected;

  private LevelGroups(double[] upper, double[] expected) {
    this.upper = upper;
    this.expected = expected;
  }

  /**
   * The groups of a series.
   *
   * @param expected [points], at least one, finite; not copied, must not be changed
   * @param least points of a group, about
   * @param most groups
   */
  static LevelGroups of(double[] expected, int least, int most) {
    double[] sorted = expected.clone();
    Arrays.sort(sorted);
    int groups = Math.clamp(sorted.length / least, 1, most);
    double[] upper =
        IntStream.rangeClosed(1, groups)
            .mapToDouble(g -> sorted[(int) ((long) sorted.length * g / groups) - 1])
            .distinct()
            .toArray();
    return new LevelGroups(upper, expected);
  }

  /** How many there are, at least one. */
  int count() {
    return upper.length;
  }

  /** The group of what is expected; the last one also for what is above all. */
  int of(double level) {
    int place = Arrays.binarySearch(upper, level);
    return Math.min(upper.length - 1, place < 0 ? -place - 1 : place);
  }

  /**
   * A quantity of the points of each group.
   *
   * @param quantity [points], not a number where a point does not count
   * @return [groups][points that count]
   */
  double[][] of(double[] quantity) {
    int[] group = Arrays.stream(expected).mapToInt(this::of).toArray();
    int[] sizes = new int[count()];
    for (int i = 0; i < group.length; i++) {
      sizes[group[i]] += Double.isNaN(quantity[i]) ? 0 : 1;
    }
    double[][] groups = new double[count()][];
    Arrays.setAll(groups, g -> new double[sizes[g]]);
    int[] filled = new int[count()];
    for (int i = 0; i < group.length; i++) {
      if (!Double.isNaN(quantity[i])) {
        groups[group[i]][filled[group[i]]++] = quantity[i];
      }
    }
    return groups;
  }
}
