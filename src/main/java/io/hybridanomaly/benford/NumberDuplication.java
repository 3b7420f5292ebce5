package io.hybridanomaly.benford;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which numbers occur more than once, and how much repetition there is.
 *
 * <p>Source: Nigrini, "Forensic Analytics", Wiley 2011, chapter 8.
 *
 * @param n number of values
 * @param distinct number of different values
 * @param frequencyFactor Σ c²/n² over the counts c of values that occur more than once: 0 if none
 *     does, 1 if all are equal
 * @param mostFrequent the repeated values, the most frequent first, of equally frequent ones the
 *     larger first
 */
public record NumberDuplication(
    int n, int distinct, double frequencyFactor, List<Repeated> mostFrequent) {

  /**
   * A value that occurs more than once.
   *
   * @param value the value
   * @param count how often
   */
  public record Repeated(double value, int count) {}

  public NumberDuplication {
    mostFrequent = List.copyOf(mostFrequent);
  }

  /**
   * Counts equal values.
   *
   * @param values finite
   * @param limit how many repeated values to name at most
   */
  public static NumberDuplication of(double[] values, int limit) {
    // Adding 0 makes -0.0 equal to 0.0.
    double[] sorted = Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
    List<Repeated> repeated = new ArrayList<>();
    int distinct = 0;
    double squares = 0;
    for (int start = 0; start < sorted.length; ) {
      int end = start + 1;
      while (end < sorted.length && sorted[end] == sorted[start]) {
        end++;
      }
      distinct++;
      if (end - start > 1) {
        repeated.add(new Repeated(sorted[start], end - start));
        squares += (double) (end - start) * (end - start);
      }
      start = end;
    }
    repeated.sort(
        Comparator.comparingInt(Repeated::count).thenComparingDouble(Repeated::value).reversed());
    double n = Math.max(1, sorted.length);
    return new NumberDuplication(
        sorted.length,
        distinct,
        squares / (n * n),
        repeated.subList(0, Math.min(limit, repeated.size())));
  }
}
