package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.List;

/**
 * Lengths of stretches (subsequences) that are compared in one {@link NeighbourSweep}, in points,
 * all multiples of {@link BlockSums#STEP}.
 *
 * @param plain compared as they are, at least one, short to long; the shortest of all is among them
 * @param normalised compared without level and amplitude, short to long
 */
record SweepLengths(int[] plain, int[] normalised) {

  private static final int[] PLAIN = {10, 20, 40, 80};
  private static final int[] NORMALISED = {20, 40, 80, 160};

  /** The one length for a series shorter than four times the shortest of the others. */
  private static final int SHORTEST = 8;

  /** A length is at most one of so many parts of the series. */
  private static final int PART = 4;

  /** From this length on, stretches of a very long series begin further apart. */
  private static final int LONG = 40;

  /** Those that fit a series. */
  static SweepLengths of(int points) {
    int longest = points / PART;
    int[] plain = between(PLAIN, 0, longest + 1);
    return new SweepLengths(
        plain.length == 0 ? new int[] {SHORTEST} : plain, between(NORMALISED, 0, longest + 1));
  }

  /**
   * The sweeps over a series: one, but for very long ones, whose long stretches need not begin as
   * close together as its short ones.
   */
  static List<SweepLengths> sweeps(int points) {
    SweepLengths all = of(points);
    return Windows.stride(points, LONG) == all.stride(points)
        ? List.of(all)
        : List.of(all.between(0, LONG), all.between(LONG, Integer.MAX_VALUE));
  }

  private static int[] between(int[] lengths, int from, int to) {
    return Arrays.stream(lengths).filter(length -> length >= from && length < to).toArray();
  }

  private SweepLengths between(int from, int to) {
    return new SweepLengths(between(plain, from, to), between(normalised, from, to));
  }

  int shortest() {
    return plain[0];
  }

  int longestPlain() {
    return plain[plain.length - 1];
  }

  int longestNormalised() {
    return normalised.length == 0 ? 0 : normalised[normalised.length - 1];
  }

  int longest() {
    return Math.max(longestPlain(), longestNormalised());
  }

  /** How many stretches of the shortest length begin in a series. */
  int starts(int points, int stride) {
    return SweepLevel.starts(points, shortest(), stride);
  }

  /** Points from one stretch to the next: 1 but for very long series. */
  int stride(int points) {
    return Windows.stride(points, shortest());
  }

  /**
   * What comparing two stretches of all lengths costs.
   *
   * @param reference for looking whether a stretch is near, at one length
   * @param number for comparing two numbers
   */
  double cost(double reference, double number) {
    return reference * (plain.length + normalised.length)
        + number * (longestPlain() + longestNormalised());
  }
}
