package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RunningExtremes;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How far readings are from what is usual at their time, beyond what says nothing: a reading is as
 * coarse as it was rounded, and a machine switches a step sooner or later. Without either the edges
 * of a cycle, and the ties of rounded values, are the rarest points of a series.
 */
final class ContextDistance {

  /** Coarser values are states, which are not rounded, as a share of their spread. */
  private static final double COARSEST = 0.34;

  /** Gaps between distinct values that a few finer ones do not change. */
  private static final double USUAL_GAP = 0.1;

  /** Values nearer to each other are equal, in units of the spread. */
  private static final double EQUAL = 1e-9;

  /** A step is nothing beside a season of so many; a week of days has none to spare. */
  private static final int LONG_SEASON = 40;

  private final double[] values;
  private final PointDeviation.Season season;

  /** Whether values are so coarse that they are states. */
  private final boolean states;

  /** The step between rounded values; 0 if they are fine, or states. */
  private final double resolution;

  private final int tolerance;
  private final boolean punctual;

  /** [steps] From the same time in other seasons; empty if there is no season. */
  private final double[] seasonal;

  /**
   * Distances of the readings of a series.
   *
   * @param values in units of their spread, finite
   * @param season of the same values
   */
  ContextDistance(double[] values, PointDeviation.Season season) {
    this.values = values;
    this.season = season;
    double step = usualGap(values);
    this.states = step > COARSEST;
    this.resolution = states ? 0 : step;
    boolean isLong = season.points() >= LONG_SEASON;
    OptionalInt jitter = isLong ? SwitchTimes.jitter(values, season.points()) : OptionalInt.of(0);
    this.punctual = jitter.isPresent();
    this.tolerance = isLong ? Math.max(1, jitter.orElse(0)) : 0;
    this.seasonal = season.exists() ? from(season.sameTime()) : new double[0];
  }

  /** [steps] The readings. */
  double[] values() {
    return values;
  }

  /** The season of the readings. */
  PointDeviation.Season season() {
    return season;
  }

  /** Whether the values are states, such as on and off. */
  boolean areStates() {
    return states;
  }

  /** Whether what switches does so at the same time of each season, as far as is known. */
  boolean isPunctual() {
    return punctual;
  }

  /** [steps] {@link #from} the same time in other seasons; empty if there is no season. */
  double[] seasonal() {
    return seasonal;
  }

  /**
   * The distance of each value from the nearest of what is usual around its time, less the step
   * between rounded values.
   *
   * @param usual [steps]
   * @return [steps] 0 or more
   */
  double[] from(double[] usual) {
    double[] lowest = RunningExtremes.lowest(usual, tolerance);
    double[] highest = RunningExtremes.highest(usual, tolerance);
    double[] distances = new double[values.length];
    for (int i = 0; i < distances.length; i++) {
      double left = Math.max(lowest[i] - values[i], values[i] - highest[i]) - resolution;
      distances[i] = left > EQUAL ? left : 0;
    }
    return distances;
  }

  /**
   * The lesser of the distances from what is expected and from other seasons: what is expected is
   * smoothed at an edge, and other seasons know nothing of a change for good.
   *
   * @param fromExpected [steps]
   */
  double[] orSeasonal(double[] fromExpected) {
    double[] distances = new double[values.length];
    Arrays.setAll(distances, i -> Math.min(fromExpected[i], seasonal[i]));
    return distances;
  }

  /** The distance of each value from what is usual at its time, without any tolerance. */
  double[] plain(double[] usual) {
    return PointDeviation.distances(values, usual);
  }

  /** The distance between values next to each other in size, but for a few finer ones. */
  private static double usualGap(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] gaps = new double[sorted.length];
    int count = 0;
    for (int i = 1; i < sorted.length; i++) {
      double gap = sorted[i] - sorted[i - 1];
      if (gap > EQUAL) {
        gaps[count++] = gap;
      }
    }
    return count == 0 ? 0 : Quantiles.quantile(Arrays.copyOf(gaps, count), USUAL_GAP);
  }
}
