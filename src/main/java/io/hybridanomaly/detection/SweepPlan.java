package io.hybridanomaly.detection;

import java.util.List;

/**
 * What one {@link NeighbourSweep} compares.
 *
 * @param lengths of the stretches
 * @param stride points from one stretch to the next
 * @param references with how many stretches all are compared at most
 * @param neighbourhood which of these tell how far a stretch is from them
 */
record SweepPlan(SweepLengths lengths, int stride, int references, Neighbourhood neighbourhood) {

  /** The sweeps that look for the nearest, one for each of {@link SweepLengths#sweeps}. */
  static List<SweepPlan> nearest(int points) {
    return SweepLengths.sweeps(points).stream()
        .map(
            lengths -> {
              int stride = lengths.stride(points);
              int starts = lengths.starts(points, stride);
              return new SweepPlan(
                  lengths, stride, Windows.references(starts), Neighbourhood.NEAREST);
            })
        .toList();
  }

  /** How many stretches of the shortest length begin in a series. */
  int starts(int points) {
    return lengths.starts(points, stride);
  }

  /** What some sweeps over a series cost, in the unit of both costs. */
  static double cost(List<SweepPlan> sweeps, int points, double reference, double number) {
    return sweeps.stream().mapToDouble(plan -> plan.cost(points, reference, number)).sum();
  }

  /**
   * What the sweep over a series costs.
   *
   * @param reference for looking whether a stretch is near, at one length
   * @param number for comparing two numbers
   */
  double cost(int points, double reference, double number) {
    return (double) starts(points)
        * Math.min(references, starts(points))
        * lengths.cost(reference, number);
  }
}
