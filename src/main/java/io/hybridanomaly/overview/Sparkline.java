package io.hybridanomaly.overview;

import io.hybridanomaly.series.PointReduction;
import io.hybridanomaly.series.TimeSeries;
import java.util.Arrays;

/**
 * A line in small. Nothing of it may be changed afterwards.
 *
 * @param places when each of its points is, ascending, [points]
 * @param heights 0 at the smallest value and 1 at the largest, [points]; all 0.5 if they are equal
 */
public record Sparkline(double[] places, double[] heights) {

  /** Two points of each are drawn. */
  private static final int BUCKETS = 80;

  private static final int[] NONE = {};

  /** Whether all values are equal. */
  public boolean isFlat() {
    return Arrays.stream(heights).allMatch(height -> height == 1.0 / 2);
  }

  static Sparkline of(TimeSeries series) {
    double[] values = series.values();
    int[] chosen = PointReduction.choose(values, 0, values.length, BUCKETS, 0, NONE);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int point : chosen) {
      low = Math.min(low, values[point]);
      high = Math.max(high, values[point]);
    }
    double[] places = new double[chosen.length];
    double[] heights = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      places[i] = AxisKind.place(series.times(), chosen[i]);
      // Halved first: the range of the largest doubles overflows.
      heights[i] = high > low ? (values[chosen[i]] / 2 - low / 2) / (high / 2 - low / 2) : 1.0 / 2;
    }
    return new Sparkline(places, heights);
  }
}
