package io.hybridanomaly.detection;

import io.hybridanomaly.series.Rests;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches in which the value stands still, in a series where it does not: a stuck sensor. Among
 * noise such a stretch is nearer to every other than they are to each other, so that no distance
 * sees it; it is the chance of so many equal readings that speaks.
 */
final class StuckValues {

  /** Fewest pairs of equal neighbours: those of the five weekdays. */
  private static final int FEWEST = 4;

  /** A stretch must be so many times as long as every other that is no outlier itself. */
  private static final int LONGER = 3;

  /** More such stretches are a habit of the series. */
  private static final int MOST = 5;

  /**
   * Largest share of equal neighbours outside where chance does not explain the other stretches.
   */
  private static final double OFTEN = 0.2;

  /**
   * Rarity up to which chance explains the longest of the other stretches, one series in ten:
   * readings that are equal as if by lot, such as whole heartbeats a minute or counts.
   */
  private static final double BY_CHANCE = 1;

  /** Rarity, see {@link OutlierTail#rarity}, from which it is not worth telling apart. */
  private static final double MOST_RARE = 12;

  private StuckValues() {}

  /**
   * Raises the rarity of the points of stuck stretches.
   *
   * @param values the series in its own units
   * @param rarities [points], changed
   */
  static void raise(double[] values, double[] rarities) {
    List<Segment> still = Runs.of(values.length - 1, i -> values[i] == values[i + 1]).segments();
    List<Segment> moving = withoutRests(values, still);
    int[] all = lengths(still);
    int[] others = lengths(moving);
    moving.stream()
        .sorted(Comparator.comparingInt(Segment::length).reversed())
        .limit(MOST)
        .forEach(
            at -> {
              double byLot = rarity(at.length(), all, true, values.length);
              double seldom = rarity(at.length(), others, false, values.length);
              for (int i = at.from(); i <= at.to(); i++) {
                rarities[i] = Math.max(rarities[i], Math.max(byLot, seldom));
              }
            });
  }

  /** In ascending order. */
  private static int[] lengths(List<Segment> segments) {
    return segments.stream().mapToInt(Segment::length).sorted().toArray();
  }

  /** Leaves out long stretches where the series rests. */
  private static List<Segment> withoutRests(double[] values, List<Segment> still) {
    Rests rests = Rests.of(values, still.stream().filter(StuckValues::isLong).toList());
    return still.stream().filter(at -> !isLong(at) || !rests.isRest(at)).toList();
  }

  private static boolean isLong(Segment still) {
    return still.length() >= FEWEST;
  }

  /**
   * How rare a stretch of so many equal neighbours is, 0 if it is not or if half of the series is
   * like that.
   *
   * @param lengths of all stretches, ascending
   * @param byLot whether equal neighbours may be common, if chance explains the longest of the
   *     others
   */
  private static double rarity(int length, int[] lengths, boolean byLot, int n) {
    int asStill = 0;
    int equal = 0;
    int longest = 1;
    for (int other : lengths) {
      if (other < length) {
        equal += other;
        longest = other;
      } else {
        asStill += other;
      }
    }
    long asLong = Arrays.stream(lengths).filter(other -> other >= length).count();
    double share = (equal + 1.0) / (n - asStill + 1.0);
    boolean standsOut =
        length >= Math.max(FEWEST, LONGER * longest)
            && asLong <= MOST
            && (byLot ? rarity(longest, share, n) <= BY_CHANCE : share < OFTEN);
    boolean fewPoints = 2 * asStill <= n;
    return standsOut && fewPoints ? Math.clamp(rarity(length, share, n), 0, MOST_RARE) : 0;
  }

  /** Of so many equal neighbours in a row, where each pair is equal by the same chance. */
  private static double rarity(int length, double share, int n) {
    return -length * Math.log10(share) - Math.log10(n);
  }
}
