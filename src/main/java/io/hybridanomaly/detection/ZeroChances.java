package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.Arrays;

/**
 * How likely zeros are in a series of counts: the share of zeros among the points of the same level
 * at the same time of a season, and after a zero the share among those that follow a zero too. So
 * zeros that bring others with them, as quiet days and holidays do, are no surprise. A stretch is
 * judged by all others.
 */
final class ZeroChances {

  private static final int LEAST_POINTS = 100;
  private static final int MOST_LEVELS = 8;

  /** What follows a zero is taken to be independent of it as if seen in so many points. */
  private static final double INDEPENDENT = 2;

  private final int[] level;
  private final boolean[] zero;

  /** Of each level: points, zeros, points behind a zero, zeros behind a zero. */
  private final Counts[] counts;

  private static final class Counts {
    private int points;
    private int zeros;
    private int behind;
    private int zerosBehind;

    void add(boolean isZero, boolean isBehind, int times) {
      points += times;
      zeros += isZero ? times : 0;
      behind += isBehind ? times : 0;
      zerosBehind += isZero && isBehind ? times : 0;
    }

    double chance(boolean isBehind) {
      double any = (zeros + 1.0) / (points + 2.0);
      return isBehind ? (zerosBehind + INDEPENDENT * any) / (behind + INDEPENDENT) : any;
    }
  }

  private ZeroChances(int[] level, boolean[] zero, Counts[] counts) {
    this.level = level;
    this.zero = zero;
    this.counts = counts;
  }

  /**
   * The chances of a series.
   *
   * @param values [points]
   * @param usual [points] what is usual at that time
   */
  static ZeroChances of(double[] values, double[] usual) {
    LevelGroups levels = LevelGroups.of(usual, LEAST_POINTS, MOST_LEVELS);
    int[] level = Arrays.stream(usual).mapToInt(levels::of).toArray();
    boolean[] zero = new boolean[values.length];
    Counts[] counts = new Counts[levels.count()];
    Arrays.setAll(counts, g -> new Counts());
    for (int i = 0; i < values.length; i++) {
      zero[i] = values[i] == 0;
      counts[level[i]].add(zero[i], i > 0 && zero[i - 1], 1);
    }
    return new ZeroChances(level, zero, counts);
  }

  /** The decimal logarithm of the chance of zeros in a row, without its sign. */
  double surprise(Segment zeros) {
    count(zeros, -1);
    double surprise = 0;
    for (int i = zeros.from(); i < zeros.to(); i++) {
      surprise -= Math.log10(counts[level[i]].chance(i > zeros.from()));
    }
    count(zeros, 1);
    return surprise;
  }

  private void count(Segment zeros, int times) {
    for (int i = zeros.from(); i < Math.min(zeros.to() + 1, zero.length); i++) {
      counts[level[i]].add(zero[i], i > zeros.from(), times);
    }
  }
}
