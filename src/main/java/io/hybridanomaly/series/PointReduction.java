package io.hybridanomaly.series;

import java.util.BitSet;

/**
 * Chooses the points of a long line that are worth drawing. The smallest and the largest value of
 * every bucket stay, so a spike of a single point is never lost, as it is when buckets are
 * averaged.
 */
public final class PointReduction {

  private PointReduction() {}

  /**
   * Chooses points of a line.
   *
   * @param values the line
   * @param detailFrom first point of the stretch that is looked at
   * @param detailTo the point after its last
   * @param detailBuckets buckets inside the stretch; two points of each are kept
   * @param outerBuckets buckets for all that lies outside
   * @param always points that are kept whatever their value, ascending
   * @return indices, ascending; all of them if there are not more than the buckets hold
   */
  public static int[] choose(
      double[] values,
      int detailFrom,
      int detailTo,
      int detailBuckets,
      int outerBuckets,
      int[] always) {
    BitSet chosen = new BitSet(values.length);
    int outside = values.length - (detailTo - detailFrom);
    int before = outside == 0 ? 0 : (int) ((long) outerBuckets * detailFrom / outside);
    keepExtremes(values, 0, detailFrom, Math.max(1, before), chosen);
    keepExtremes(values, detailFrom, detailTo, detailBuckets, chosen);
    keepExtremes(values, detailTo, values.length, Math.max(1, outerBuckets - before), chosen);
    for (int index : always) {
      chosen.set(index);
    }
    if (values.length > 0) {
      chosen.set(0);
      chosen.set(values.length - 1);
    }
    return chosen.stream().toArray();
  }

  private static void keepExtremes(double[] values, int from, int to, int buckets, BitSet chosen) {
    int count = to - from;
    if (count <= 2 * buckets) {
      chosen.set(from, to);
      return;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      int start = from + (int) ((long) count * bucket / buckets);
      int end = from + (int) ((long) count * (bucket + 1) / buckets);
      int low = start;
      int high = start;
      for (int i = start + 1; i < end; i++) {
        if (values[i] < values[low]) {
          low = i;
        }
        if (values[i] > values[high]) {
          high = i;
        }
      }
      chosen.set(low);
      chosen.set(high);
    }
  }
}
