package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How punctual a series is that switches between levels, as a machine does that runs for some
 * minutes in each hour. Where it switches a few points sooner or later each time, the readings in
 * between are on the other level beside other seasons, and that says nothing. Decision 0039
 * measures what each limit does.
 */
final class SwitchTimes {

  /** A switch is a step by this part of the spread of the values. */
  private static final double STEP = 1.0 / 3;

  /** And this part of it lasts: a spike is none. */
  private static final double LASTING = 0.5;

  /** Of fewer switches nothing is known: one wrong cycle makes four of them differ. */
  private static final int FEWEST = 40;

  /** A switch further away, as a part of the season, is not the same one. */
  private static final int NEAR_PART = 8;

  /** A tenth of them may be anomalies. */
  private static final double MOST = 0.9;

  /** What comes back with the season does so within this part of what is near. */
  private static final double PUNCTUAL = 1.0 / 3;

  /** And within this part of the way to the next: dense switches are near to each other anyway. */
  private static final double OF_GAP = 0.25;

  private SwitchTimes() {}

  /**
   * By how many points switches come sooner or later than a season before, but for the tenth that
   * differs most.
   *
   * @param values in units of their spread, finite
   * @param season in points, above 0
   * @return 0 if there are hardly any switches; empty if they do not come back with the season
   */
  static OptionalInt jitter(double[] values, int season) {
    int[] up = switches(values, 1);
    int[] down = switches(values, -1);
    int near = season / NEAR_PART;
    double[] offsets =
        IntStream.concat(offsets(up, season, near), offsets(down, season, near))
            .asDoubleStream()
            .toArray();
    if (offsets.length < FEWEST) {
      return OptionalInt.of(0);
    }
    double jitter = Quantiles.quantile(offsets, MOST);
    double gap = 2.0 * values.length / (up.length + down.length);
    return jitter <= Math.min(PUNCTUAL * near, OF_GAP * gap)
        ? OptionalInt.of((int) Math.round(jitter))
        : OptionalInt.empty();
  }

  /**
   * Points at which the values step.
   *
   * @param direction 1 for upwards, −1 for downwards
   */
  private static int[] switches(double[] values, int direction) {
    return IntStream.range(2, values.length - 1)
        .filter(
            i -> {
              double step = direction * (values[i] - values[i - 1]);
              double before = direction * (values[i] - values[i - 2]);
              double after = direction * (values[i + 1] - values[i - 1]);
              return step >= STEP && Math.min(before, after) >= LASTING * step;
            })
        .toArray();
  }

  /** How far the switch is that is nearest to a season after each, at most as far as is near. */
  private static IntStream offsets(int[] switches, int season, int near) {
    int last = switches.length == 0 ? 0 : switches[switches.length - 1];
    return Arrays.stream(switches)
        .filter(at -> at + season <= last + near)
        .map(at -> Math.min(near, distance(switches, at + season)));
  }

  /** From a place to the nearest switch. */
  private static int distance(int[] switches, int place) {
    int found = Arrays.binarySearch(switches, place);
    if (found >= 0) {
      return 0;
    }
    int after = -found - 1;
    int next = after < switches.length ? switches[after] - place : Integer.MAX_VALUE;
    int last = after > 0 ? place - switches[after - 1] : Integer.MAX_VALUE;
    return Math.min(next, last);
  }
}
