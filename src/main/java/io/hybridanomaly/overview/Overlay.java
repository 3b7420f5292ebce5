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

  /** In units of p95 − p5. */
  private static final double USUAL = 0.6;

  /** The share of the height that usual values have. */
  private static final double INSIDE = 0.75;

  /** The height at which usual values begin. */
  public static final double LOW = (1 - INSIDE) / 2;

  /** The height at which usual values end. */
  public static final double HIGH = (1 + INSIDE) / 2;

  /** Fewer need no comparison. */
  public static final int FEWEST = 2;

  /** More lines than this cannot be told apart. */
  public static final int MOST = 6;

  /**
   * One series.
   *
   * @param name what tells it apart
   * @param x where its points are, 0 at the start of the axis and 1 at its end, ascending, [points]
   * @param y its values, from 0 below to 1 above, the median at 0.5, [points]
   * @param abnormal whether each point lies in an anomaly, [points]
   * @param places when its points are, on the axis, [points]
   * @param values its values, [points]
   * @param scale what its own scale says
   */
  public record Curve(
      String name,
      double[] x,
      double[] y,
      boolean[] abnormal,
      double[] places,
      double[] values,
      Scale scale) {}

  /**
   * Values of one series at the same three heights of the picture for all.
   *
   * @param low where usual values begin, at {@link #LOW}
   * @param median at a height of 0.5
   * @param high where usual values end, at {@link #HIGH}
   */
  public record Scale(double low, double median, double high) {}

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
    double[] heights = series.line().heights();
    RobustScaler scaler = RobustScaler.of(heights);
    boolean[] abnormal = new boolean[places.length];
    for (AbnormalTime anomaly : series.anomalies()) {
      for (int i = 0; i < places.length; i++) {
        abnormal[i] |= anomaly.time().from() <= places[i] && places[i] < anomaly.time().to();
      }
    }
    return new Curve(
        series.name(),
        Arrays.stream(places).map(axis::share).toArray(),
        Arrays.stream(scaler.linear(heights)).map(Overlay::height).toArray(),
        abnormal,
        places,
        Arrays.stream(heights).map(series.line()::value).toArray(),
        new Scale(
            series.line().value(scaler.invert(-USUAL)),
            series.line().value(scaler.invert(0)),
            series.line().value(scaler.invert(USUAL))));
  }

  /**
   * A height: what is usual has most of the picture, always the same; beyond it all outliers have
   * room.
   *
   * @param scaled 0 at the median; usual values lie within ±{@value #USUAL}
   */
  private static double height(double scaled) {
    double size = Math.abs(scaled) / USUAL;
    double share = size <= 1 ? INSIDE * size : INSIDE + (1 - INSIDE) * (1 - 1 / size);
    return (1 + Math.copySign(share, scaled)) / 2;
  }
}
