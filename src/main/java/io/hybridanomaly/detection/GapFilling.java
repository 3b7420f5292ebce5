package io.hybridanomaly.detection;

import io.hybridanomaly.expectation.ExpectedValues;
import io.hybridanomaly.series.SampleGrid;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;

/**
 * Puts values where a series has no points, so that its season goes on behind a gap: what is
 * expected there, with the deviations of the points before the gap, since a stretch without noise
 * would be unusual itself. The values are for the detector alone; nothing is said of them.
 */
final class GapFilling {

  /** Deviations beyond these quantiles are clipped: no outlier is repeated. */
  private static final double LOW = 0.05;

  private static final double HIGH = 0.95;

  private GapFilling() {}

  /**
   * The series with a value at each step of its grid.
   *
   * @param step called now and then; what it throws ends the work
   * @return [steps]; the points are as they are
   */
  static double[] of(SampleGrid grid, Runnable step) {
    if (grid.isEven()) {
      return grid.values();
    }
    boolean[] missing = grid.missing();
    double[] filled = grid.values().clone();
    double[] expected = ExpectedValues.of(filled, missing, step);
    double[] deviations = deviations(grid, expected);
    int before = 0;
    for (int from = 0, to; from < filled.length; from = to + 1) {
      to = from;
      for (; to < filled.length && missing[to]; to++) {
        int mirrored = Math.floorMod(before - 1 - (to - from), deviations.length);
        double value = expected[to] + deviations[mirrored];
        filled[to] = Double.isFinite(value) ? value : filled[to];
      }
      before++;
    }
    return filled;
  }

  /** Of the steps that have a point, in their order. */
  private static double[] deviations(SampleGrid grid, double[] expected) {
    double[] deviations = new double[grid.size()];
    int count = 0;
    for (int i = 0; i < deviations.length; i++) {
      if (!grid.missing()[i]) {
        deviations[count++] = grid.values()[i] - expected[i];
      }
    }
    double[] there = Arrays.copyOf(deviations, count);
    double low = Quantiles.quantile(there, LOW);
    double high = Quantiles.quantile(there, HIGH);
    // Of the largest numbers there are, differences may be infinite.
    boolean known = Double.isFinite(low) && Double.isFinite(high);
    Arrays.setAll(there, i -> known ? Math.clamp(there[i], low, high) : 0);
    return there;
  }
}
