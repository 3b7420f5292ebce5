package io.hybridanomaly.series;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values at which a series rests: it stands still there again and again for about as long, as a
 * sun meter does at night. A value that is stuck stands still once.
 */
public final class Rests {

  /** A stretch is no rest if it is so many times as long as every other one at its value. */
  private static final int LONGER = 3;

  private final double[] values;

  /** The second longest and the longest length at each value. */
  private final Map<Double, int[]> longest = new HashMap<>();

  private Rests(double[] values) {
    this.values = values;
  }

  /**
   * Looks at how long a series stands still at each value.
   *
   * @param values [points], finite; not copied
   * @param still stretches of equal values, without those that are too short to say anything; their
   *     lengths are compared as they are given, in points or in pairs of neighbours
   */
  public static Rests of(double[] values, List<Segment> still) {
    Rests rests = new Rests(values);
    for (Segment stretch : still) {
      int[] lengths = rests.longest.computeIfAbsent(rests.level(stretch), level -> new int[2]);
      if (stretch.length() > lengths[0]) {
        lengths[0] = Math.min(stretch.length(), lengths[1]);
        lengths[1] = Math.max(stretch.length(), lengths[1]);
      }
    }
    return rests;
  }

  /**
   * Whether others at the same value are nearly as long.
   *
   * @param stretch one of those looked at
   */
  public boolean isRest(Segment stretch) {
    int[] lengths = longest.getOrDefault(level(stretch), new int[2]);
    int other = stretch.length() == lengths[1] ? lengths[0] : lengths[1];
    return LONGER * other > stretch.length();
  }

  /** Where it stands still; a zero has no sign. */
  private double level(Segment stretch) {
    return values[stretch.from()] + 0.0;
  }
}
