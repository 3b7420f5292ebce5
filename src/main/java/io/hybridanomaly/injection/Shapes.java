package io.hybridanomaly.injection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What an anomaly of each kind looks like in one series. Sizes are relative to the series: heights
 * to its spread, the distance between the 5th and the 95th percentile, and lengths to the window
 * that the detector looks at. The ranges begin where a person who sees the chart would begin to
 * agree that something is wrong, so that finding them all is not for free:
 *
 * <ul>
 *   <li>a spike of 0.75 to 1.5 spreads: from the middle of the series that is outside its normal
 *       range, from one edge of the range to the other it is not;
 *   <li>a level shift of 0.4 to 1 spread over 1.5 to 3 windows: less than the daily rise and fall
 *       of most series, but it stays;
 *   <li>a flat line over 1 to 2 windows: shorter ones are common in rounded data;
 *   <li>half or double speed over 2 to 3 windows: one window would hold half a cycle only;
 *   <li>invented digits in 120 to 240 values (at most a fifth of the series), because less than 100
 *       numbers do not show a distribution of nine digits.
 * </ul>
 */
final class Shapes {

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private static final int FEWEST_DIGITS = 120;
  private static final int MOST_DIGITS = 240;
  private static final int DIGITS_PART = 5;

  private final double[] values;
  private final int window;
  private final double spread;
  private final boolean negatives;

  Shapes(double[] values, int window) {
    this.values = values;
    this.window = window;
    this.spread = spread(values);
    boolean below = false;
    for (double value : values) {
      below |= value < 0;
    }
    this.negatives = below;
  }

  /** p95 − p5, or the whole range where most values are equal. */
  private static double spread(double[] values) {
    double middle = Quantiles.distance(values, LOW, HIGH);
    return middle > 0 ? middle : Quantiles.distance(values, 0, 1);
  }

  /** Number of points of one anomaly. */
  int length(InjectedKind kind, SplittableRandom random) {
    return switch (kind) {
      case SPIKE -> 1;
      case LEVEL_SHIFT -> windows(1.5, 3, random);
      case FLAT_LINE -> windows(1, 2, random);
      case CHANGED_RHYTHM -> windows(2, 3, random);
      case INVENTED_DIGITS ->
          Math.max(
              1,
              Math.min(
                  random.nextInt(FEWEST_DIGITS, MOST_DIGITS + 1), values.length / DIGITS_PART));
    };
  }

  private int windows(double from, double to, SplittableRandom random) {
    return Math.max(1, (int) Math.round(window * random.nextDouble(from, to)));
  }

  /**
   * Writes an anomaly into a copy of the series.
   *
   * @return whether that changed anything: a flat line in a flat stretch does not
   */
  boolean write(InjectedAnomaly place, double[] copy, SplittableRandom random) {
    switch (place.kind()) {
      case SPIKE -> add(place, copy, height(place, 0.75, 1.5, random));
      case LEVEL_SHIFT -> add(place, copy, height(place, 0.4, 1, random));
      case FLAT_LINE ->
          Arrays.fill(
              copy, place.segment().from(), place.segment().to(), copy[place.segment().from()]);
      case CHANGED_RHYTHM -> changeSpeed(place, copy, random.nextBoolean());
      case INVENTED_DIGITS -> invent(place, copy, random);
    }
    for (int i = place.segment().from(); i < place.segment().to(); i++) {
      if (copy[i] != values[i]) {
        return true;
      }
    }
    return false;
  }

  /** Up or down at random; always up where values below zero would give the series away. */
  private double height(InjectedAnomaly place, double from, double to, SplittableRandom random) {
    double height = spread * random.nextDouble(from, to);
    boolean down = random.nextBoolean();
    for (int i = place.segment().from(); i < place.segment().to() && down && !negatives; i++) {
      down = values[i] >= height;
    }
    return down ? -height : height;
  }

  private static void add(InjectedAnomaly place, double[] copy, double height) {
    for (int i = place.segment().from(); i < place.segment().to(); i++) {
      copy[i] += height;
    }
  }

  /** At half speed the first half fills the stretch, at double speed all of it comes twice. */
  private void changeSpeed(InjectedAnomaly place, double[] copy, boolean faster) {
    int n = place.length();
    for (int i = 0; i < n; i++) {
      double from = faster ? 2 * i % n : i / 2.0;
      int left = place.segment().from() + (int) from;
      int right = Math.min(left + 1, place.segment().last());
      double weight = from - (int) from;
      copy[place.segment().from() + i] = (1 - weight) * values[left] + weight * values[right];
    }
  }

  /**
   * Keeps the order of magnitude of each number and makes its digits up: people who invent numbers
   * begin with each digit about equally often. With two digits and a fraction uniform from 10 to
   * 100.
   *
   * <p>Source: Hill, "Random-number guessing and the first digit phenomenon", Psychological Reports
   * 62 (1988), doi:10.2466/pr0.1988.62.3.967.
   */
  private static void invent(InjectedAnomaly place, double[] copy, SplittableRandom random) {
    for (int i = place.segment().from(); i < place.segment().to(); i++) {
      double size = Math.abs(copy[i]);
      if (size > 0) {
        double decade = Math.pow(10, Math.floor(Math.log10(size)) - 1);
        copy[i] = Math.copySign(random.nextDouble(10, 100) * decade, copy[i]);
      }
    }
  }
}
