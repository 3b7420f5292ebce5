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

  /** Points at the step of another one, at most, as a part of all: more of them are a ledger. */
  private static final double MOST_REPEATED = 0.05;

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
   *     where a clock is set back
   */
  private Spacing(int[] after, int[] steps) {
    this.after = after;
    this.steps = steps;
  }

  /**
   * The spacing of times that nearly all have the same distance, months and jittering clocks
   * included. Others are {@link #EVEN}, and so are series in which many points share their step,
   * and those of which more than a fifth would be missing, as the nights of a shop or the weekends
   * of an exchange: nothing is missing there, and a season has the same number of points each time.
   * If it is long gaps that are too much, what is left of them after whole weeks counts, or after
   * whole years where a week is no two steps. Distances are those of instants, and at a change of
   * the clocks those on the wall if the values follow it.
   *
   * @param values [points] at these times
   */
  public static Spacing of(TimeAxis times, double[] values) {
    int n = times.size();
    double[] distances = new double[Math.max(0, n - 1)];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = times.instant(i + 1) - times.instant(i);
    }
    for (int change : ClockShifts.followed(times, values)) {
      distances[change - 1] = times.position(change) - times.position(change - 1);
    }
    double[] sorted = Arrays.stream(distances).filter(distance -> distance > 0).sorted().toArray();
    if (sorted.length == 0) {
      return EVEN;
    }
    double step = step(sorted);
    long usual = Arrays.stream(sorted).filter(distance -> isSteps(distance / step)).count();
    if (usual < USUAL * sorted.length) {
      return EVEN;
    }
    Spacing whole = of(distances, step, Double.POSITIVE_INFINITY);
    if (whole.fits(n)) {
      return whole;
    }
    double cycle = 2 * step > WEEK ? YEAR : WEEK;
    if (!(times instanceof Timestamps) || 2 * step > cycle) {
      return EVEN;
    }
    Spacing shortened = of(distances, step, cycle);
    return shortened.fits(n) ? shortened : EVEN;
  }

  /** The mean of the distances of one step: months, and times that are rounded, are unlike. */
  private static double step(double[] sorted) {
    double middle = sorted[sorted.length / 2];
    return Arrays.stream(sorted)
        .filter(distance -> Math.abs(distance - middle) <= TOLERANCE * middle)
        .average()
        .orElse(middle);
  }

  private static boolean isSteps(double steps) {
    return Math.abs(steps - Math.max(1, Math.round(steps))) <= TOLERANCE;
  }

  /**
   * @param cycle of gaps longer than two of them, one and what is left after whole ones counts
   */
  private static Spacing of(double[] distances, double step, double cycle) {
    int[] after = new int[distances.length];
    int[] steps = new int[distances.length];
    int places = 0;
    for (int i = 0; i < distances.length; i++) {
      double distance = distances[i];
      if (MissingStretch.isGap(distance, step) || distance <= 0) {
        double left = distance > 2 * cycle ? cycle + distance % cycle : distance;
        after[places] = i;
        steps[places] = (int) Math.rint(left / step);
        places++;
      }
    }
    return new Spacing(Arrays.copyOf(after, places), Arrays.copyOf(steps, places));
  }

  /**
   * Whether few steps have no point, few have more than one, and none is before the first or behind
   * the last.
   */
  private boolean fits(int n) {
    long repeated =
        Arrays.stream(steps).filter(each -> each <= 0).mapToLong(each -> 1L - each).sum();
    long size = size(n);
    return repeated <= MOST_REPEATED * n
        && size - n + repeated <= MOST_MISSING * n
        && Arrays.stream(places(n)).allMatch(place -> place >= 0 && place < size);
  }

  /**
   * Number of steps of the grid: to the last point, behind which there is none. Looks at the gaps
   * only.
   *
   * @param n number of points
   */
  long size(int n) {
    return n + Arrays.stream(steps).mapToLong(each -> each - 1L).sum();
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

  /**
   * The step at which each point is, from 0; ascending but where a clock is set back.
   *
   * @param n number of points
   */
  public int[] places(int n) {
    int[] places = new int[n];
    int next = 0;
    for (int i = 1; i < n; i++) {
      boolean jump = next < after.length && after[next] == i - 1;
      places[i] = places[i - 1] + (jump ? steps[next++] : 1);
    }
    return places;
  }

  /**
   * The spacing of points at given steps.
   *
   * @param places [points], whole numbers; what cannot be the grid of a series is {@link #EVEN}
   */
  public static Spacing ofPlaces(double[] places) {
    double[] distances = new double[Math.max(0, places.length - 1)];
    Arrays.setAll(distances, i -> places[i + 1] - places[i]);
    Spacing spacing = of(distances, 1, Double.POSITIVE_INFINITY);
    boolean possible = places.length > 0 && Arrays.stream(places).allMatch(Double::isFinite);
    return possible && spacing.fits(places.length) ? spacing : EVEN;
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
