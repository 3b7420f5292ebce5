package io.hybridanomaly.expectation;

import java.util.Arrays;

/** Medians of many small sets, by selection in the caller's array. */
final class Medians {

  /** Up to here sorting is faster than selecting. */
  private static final int SMALL = 24;

  private Medians() {}

  /** The median of numbers, at least one, none NaN; their order stays. */
  static double of(double[] values) {
    return inPlace(values.clone(), values.length);
  }

  /**
   * The median of the first numbers of an array, whose order changes; the mean of the middle two if
   * their number is even.
   *
   * @param work at least {@code count} numbers, none NaN
   * @param count at least 1
   */
  static double inPlace(double[] work, int count) {
    int middle = count / 2;
    if (count <= SMALL) {
      Arrays.sort(work, 0, count);
    } else {
      select(work, count, middle);
    }
    if (count % 2 == 1) {
      return work[middle];
    }
    double below = work[0];
    for (int i = 1; i < middle; i++) {
      below = Math.max(below, work[i]);
    }
    return below + (work[middle] - below) / 2;
  }

  /** Afterwards nothing before the place is larger, and nothing after it smaller. */
  private static void select(double[] work, int count, int place) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      double pivot = middleOfThree(work[low], work[(low + high) >>> 1], work[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (work[i] < pivot) {
          i++;
        }
        while (work[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = work[i];
          work[i++] = work[j];
          work[j--] = swapped;
        }
      }
      if (place <= j) {
        high = j;
      } else if (place >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private static double middleOfThree(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
