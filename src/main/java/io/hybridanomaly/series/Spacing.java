package io.hybridanomaly.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the points of a series stand on the grid of its sampling step: right after each other, but
 * for the places where steps are missing or a time stands twice. A season is a number of steps, not
 * of points: one that forgets its missing steps is out of phase from there on.
 */
public final class Spacing {

  /** Of points that are one step apart, or have no step. */
  public static final Spacing EVEN = new Spacing(new int[0], new int[0]);

  /** A distance differs at most by this part of a step from a number of steps. */
  private static final double TOLERANCE = 0.15;

  /** The part of all distances that are a number of steps, at least, in a series with a grid. */
  private static final double USUAL = 0.9;

  /** Rows at the time of the row before, at most: more of them are a ledger. */
  private static final double MOST_REPEATED = 0.05;

  /** A distance counts as a gap from this many steps on. */
  private static final double GAP = 1.5;

  /** Missing steps for each point, at most. */
  private static final double MOST_MISSING = 0.25;

  private static final double DAY = 86_400_000;
  private static final double WEEK = 7 * DAY;
  private static final double YEAR = 365.2425 * DAY;

  private final int[] after;
  private final int[] steps;

  /**
   * @param after [places] points behind which the next one is not one step further, ascending
   * @param steps [places] from that point to the next one: 2 or more, 0 at the same time, less
   *     where the clock was set back
   */
  private Spacing(int[] after, int[] steps) {
    this.after = after;
    this.steps = steps;
  }

  /**
   * The spacing of times that nearly all have the same distance, months and jittering clocks
   * included. Others are {@link #EVEN}, and so are series in which many rows share their time, and
   * those of which more than a fifth would be missing, as the nights of a shop or the weekends of
   * an exchange: nothing is missing there, and a season has the same number of points each time. Of
   * a very long gap only what is left after whole weeks or years counts.
   */
  public static Spacing of(TimeAxis times) {
    int n = times.size();
    double[] distances = new double[Math.max(0, n - 1)];
    int repeated = 0;
    for (int i = 0; i < distances.length; i++) {
      // By the clock on the wall: what people do follows it, also where it is set.
      distances[i] = times.position(i + 1) - times.position(i);
      repeated += distances[i] > 0 ? 0 : 1;
    }
    double[] sorted = Arrays.stream(distances).filter(distance -> distance > 0).sorted().toArray();
    if (sorted.length == 0 || repeated > MOST_REPEATED * n) {
      return EVEN;
    }
    boolean calendar = times instanceof Timestamps;
    double middle = sorted[sorted.length / 2];
    double step = calendar ? calendarStep(middle) : middle;
    long usual = Arrays.stream(sorted).filter(distance -> isSteps(distance / step)).count();
    if (usual < USUAL * sorted.length) {
      return EVEN;
    }
    Spacing spacing = of(distances, step, calendar ? cycle(step) : 0);
    return spacing.missing() > MOST_MISSING * n ? EVEN : spacing;
  }

  /** Months are of unlike length: their mean. */
  private static double calendarStep(double step) {
    double month = YEAR / 12;
    double mean = Math.max(1, Math.round(step / month)) * month;
    return Math.abs(step - mean) <= 2.5 * DAY && step >= 28 * DAY ? mean : step;
  }

  private static boolean isSteps(double steps) {
    return Math.abs(steps - Math.max(1, Math.round(steps))) <= TOLERANCE;
  }

  private static Spacing of(double[] distances, double step, long cycle) {
    int[] after = new int[distances.length];
    int[] steps = new int[distances.length];
    int places = 0;
    for (int i = 0; i < distances.length; i++) {
      boolean gap = distances[i] > GAP * step;
      if (gap || distances[i] <= 0) {
        after[places] = i;
        steps[places] = shortened(Math.round(distances[i] / step), cycle);
        places++;
      }
    }
    return new Spacing(Arrays.copyOf(after, places), Arrays.copyOf(steps, places));
  }

  /** Steps of a week, or of a year if a week has fewer than two. */
  private static long cycle(double step) {
    return Math.round((2 * step > WEEK ? YEAR : WEEK) / step);
  }

  private static int shortened(long steps, long cycle) {
    long left = cycle > 0 && steps > 2 * cycle ? cycle + steps % cycle : steps;
    return (int) Math.min(left, Integer.MAX_VALUE / 2);
  }

  /** Whether every point is one step after the one before it. */
  public boolean isEven() {
    return after.length == 0;
  }

  /** Whether steps are missing between a point and the next one. */
  public boolean isMissingAfter(int point) {
    int place = Arrays.binarySearch(after, point);
    return place >= 0 && steps[place] > 1;
  }

  /** Number of steps without a point. */
  public long missing() {
    return Arrays.stream(steps).filter(each -> each > 0).mapToLong(each -> each - 1L).sum();
  }

  /**
   * The step at which each point is, counted from the first point.
   *
   * @param n number of points
   */
  int[] places(int n) {
    int[] places = new int[n];
    int next = 0;
    for (int i = 1; i < n; i++) {
      boolean jump = next < after.length && after[next] == i - 1;
      places[i] = places[i - 1] + (jump ? steps[next++] : 1);
    }
    return places;
  }

  /** This spacing as numbers, for {@link #ofNumbers}; none if it is even. */
  public double[] toNumbers() {
    double[] numbers = new double[2 * after.length];
    for (int i = 0; i < after.length; i++) {
      numbers[2 * i] = after[i];
      numbers[2 * i + 1] = steps[i];
    }
    return numbers;
  }

  /** Reads {@link #toNumbers}. */
  public static Spacing ofNumbers(double[] numbers) {
    int[] after = new int[numbers.length / 2];
    int[] steps = new int[numbers.length / 2];
    for (int i = 0; i < after.length; i++) {
      after[i] = (int) numbers[2 * i];
      steps[i] = (int) numbers[2 * i + 1];
    }
    return after.length == 0 ? EVEN : new Spacing(after, steps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Spacing spacing
        && Arrays.equals(after, spacing.after)
        && Arrays.equals(steps, spacing.steps);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(after) + Arrays.hashCode(steps);
  }
}
