package io.hybridanomaly.evaluation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Stretches of consecutive points that have a property, in time order.
 *
 * @param starts first point of each
 * @param ends the point after its last
 */
record Runs(int[] starts, int[] ends) {

  /** The longest stretches of points from 0 to n − 1 that all have the property. */
  static Runs of(int n, IntPredicate property) {
    int[] starts = new int[n / 2 + 1];
    int[] ends = new int[n / 2 + 1];
    int count = 0;
    boolean inside = false;
    for (int i = 0; i <= n; i++) {
      boolean now = i < n && property.test(i);
      if (now && !inside) {
        starts[count] = i;
      } else if (!now && inside) {
        ends[count++] = i;
      }
      inside = now;
    }
    return new Runs(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  int count() {
    return starts.length;
  }

  /** How many of these runs share a point with one of the others. */
  int touching(Runs others) {
    int touching = 0;
    int j = 0;
    for (int i = 0; i < count(); i++) {
      while (j < others.count() && others.ends[j] <= starts[i]) {
        j++;
      }
      if (j < others.count() && others.starts[j] < ends[i]) {
        touching++;
      }
    }
    return touching;
  }

  /** Whether a point is inside a run or at most so many points away from one. */
  boolean isNear(int point, int tolerance) {
    for (int i = 0; i < count(); i++) {
      if (starts[i] - tolerance <= point && point < ends[i] + tolerance) {
        return true;
      }
    }
    return false;
  }
}
