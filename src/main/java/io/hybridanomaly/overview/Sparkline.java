package io.hybridanomaly.overview;

import io.hybridanomaly.series.PointReduction;
import io.hybridanomaly.series.TimeSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * A line in small. Nothing of it may be changed afterwards.
 *
 * @param places when each of its points is, ascending, [points]
 * @param heights 0 at the smallest value and 1 at the largest, [points]; all 0.5 if they are equal
 * @param low the smallest value; not a number if values are not known any more
 * @param high the largest value; not a number if values are not known any more
 */
public record Sparkline(double[] places, double[] heights, double low, double high) {

  /** Values that come back from their heights are exact to so many digits. */
  private static final MathContext EXACT = new MathContext(12);

  /** Two points of each are drawn. */
  private static final int BUCKETS = 80;

  private static final int[] NONE = {};

  /** Whether all values are equal. */
  public boolean isFlat() {
    return Arrays.stream(heights).allMatch(height -> height == 1.0 / 2);
  }

  /** The value at a height; 0 if values are not known any more. */
  double value(double height) {
    double value = low * (1 - height) + high * height;
    return Double.isFinite(value) ? new BigDecimal(value).round(EXACT).doubleValue() : 0;
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
    return new Sparkline(places, heights, low, high);
  }
}
