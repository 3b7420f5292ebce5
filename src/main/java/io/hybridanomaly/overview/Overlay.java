package io.hybridanomaly.overview;

import io.hybridanomaly.windowing.RobustScaler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A few series laid over each other, each scaled to its own usual range: what moves together is
 * seen whatever the units are. Outliers do not flatten the rest, see {@link RobustScaler}.
 *
 * @param axis the time axis of all
 * @param curves one for each series, in the order they were chosen
 */
public record Overlay(LaneAxis axis, List<Curve> curves) {

  /** Fewer need no comparison. */
  public static final int FEWEST = 2;

  /** More lines than this cannot be told apart. */
  public static final int MOST = 6;

  /**
   * One series.
   *
   * @param name what tells it apart
   * @param x where its points are, 0 at the start of the axis and 1 at its end, ascending, [points]
   * @param y 0 at its lowest scaled value and 1 at its highest, [points]
   * @param abnormal whether each point lies in an anomaly, [points]
   */
  public record Curve(String name, double[] x, double[] y, boolean[] abnormal) {}

  public Overlay {
    curves = List.copyOf(curves);
  }

  /**
   * Lays series over each other.
   *
   * @param lanes of an overview
   * @param names which of its series; those of another kind of time axis are left out
   */
  public static Overlay of(Lanes lanes, List<String> names) {
    List<Curve> curves = new ArrayList<>();
    for (String name : names) {
      lanes.rows().stream()
          .map(Lane::series)
          .filter(series -> series.name().equals(name))
          .findFirst()
          .ifPresent(series -> curves.add(curve(series, lanes.axis())));
    }
    return new Overlay(lanes.axis(), curves);
  }

  private static Curve curve(SeriesDigest series, LaneAxis axis) {
    double[] places = series.line().places();
    boolean[] abnormal = new boolean[places.length];
    for (AbnormalTime anomaly : series.anomalies()) {
      for (int i = 0; i < places.length; i++) {
        abnormal[i] |= anomaly.time().from() <= places[i] && places[i] < anomaly.time().to();
      }
    }
    return new Curve(
        series.name(),
        Arrays.stream(places).map(axis::share).toArray(),
        heights(series.line().heights()),
        abnormal);
  }

  private static double[] heights(double[] values) {
    float[] scaled = RobustScaler.of(values).apply(values);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float each : scaled) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    double[] heights = new double[scaled.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = high > low ? (scaled[i] - low) / (high - low) : 1.0 / 2;
    }
    return heights;
  }
}
