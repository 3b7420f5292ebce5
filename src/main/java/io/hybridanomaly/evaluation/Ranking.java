package io.hybridanomaly.evaluation;

import java.util.Arrays;

/**
 * Points in the order of their scores, the highest first. Equal scores share a threshold: whatever
 * is measured at a threshold counts all points that reach it.
 */
final class Ranking {

  private final int[] order;
  private final double[] descending;

  /**
   * Ranks points; a score that is not finite counts as the lowest one.
   *
   * @param scores [points]
   */
  Ranking(double[] scores) {
    int n = scores.length;
    double lowest = Arrays.stream(scores).filter(Double::isFinite).min().orElse(0);
    double[] clean = new double[n];
    // Adding 0 makes -0.0 equal to 0.0, which sorting would separate.
    Arrays.setAll(clean, i -> (Double.isFinite(scores[i]) ? scores[i] : lowest) + 0.0);
    double[] ascending = clean.clone();
    Arrays.sort(ascending);
    descending = new double[n];
    Arrays.setAll(descending, i -> ascending[n - 1 - i]);
    order = new int[n];
    int[] placed = new int[n];
    for (int i = 0; i < n; i++) {
      int first = firstOf(clean[i]);
      order[first + placed[first]++] = i;
    }
  }

  int size() {
    return order.length;
  }

  /** The point with the r-th highest score, from 0; of equal ones the earlier point first. */
  int point(int r) {
    return order[r];
  }

  /** The place of each point in the order, [points]. */
  int[] ranks() {
    int[] ranks = new int[order.length];
    for (int r = 0; r < order.length; r++) {
      ranks[order[r]] = r;
    }
    return ranks;
  }

  /** Whether the r-th highest score is the last of its equals. */
  boolean endsTie(int r) {
    return r == order.length - 1 || descending[r + 1] != descending[r];
  }

  /** How many points have at least the r-th highest score. */
  int reaching(int r) {
    int low = r;
    int high = order.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (descending[middle] == descending[r]) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private int firstOf(double score) {
    int low = -1;
    int high = order.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (descending[middle] <= score) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
