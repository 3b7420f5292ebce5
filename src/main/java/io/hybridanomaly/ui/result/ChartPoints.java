package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.PointReduction;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The points of a line that go to the browser, at most {@value #MOST_POINTS}: the extremes of every
 * bucket, the anomalies, and an empty point in each missing stretch, so that no line bridges it.
 */
final class ChartPoints {

  /** No more go to the browser for one line. */
  static final int MOST_POINTS = 4_000;

  /** Two points each; a chart is seldom wider than this many pixels. */
  private static final int DETAIL_BUCKETS = 700;

  /** A stretch of no more points than this is sent as it is. */
  private static final int SENT_WHOLE = 2_000;

  private static final int OUTER_BUCKETS = 140;

  /** Digits behind the point that the tooltip shows. */
  private static final int LEAST_DECIMALS = 3;

  private static final int MOST_DECIMALS = 15;

  /** The height of a chart is parted into ten to the power of this many steps. */
  private static final int DIGITS_OF_RANGE = 6;

  /** The most severe anomalies keep their ends and their peak; the others their extremes. */
  private static final int ANOMALIES_KEPT = 100;

  /** The longest stretches break the line. */
  private static final int BREAKS = 300;

  private final TimeAxis times;
  private final List<MissingStretch> breaks;
  private int[] always = {};

  ChartPoints(TimeAxis times, List<MissingStretch> missing) {
    this.times = times;
    this.breaks =
        missing.stream()
            .sorted(Comparator.comparingDouble(MissingStretch::length).reversed())
            .limit(BREAKS)
            .sorted(Comparator.comparingInt(MissingStretch::after))
            .toList();
  }

  /** Points that are kept in every reduction. */
  void keep(List<Anomaly> anomalies) {
    always =
        anomalies.stream()
            .sorted(Comparator.comparingDouble(Anomaly::severity).reversed())
            .limit(ANOMALIES_KEPT)
            .flatMapToInt(p -> IntStream.of(p.segment().from(), p.peak(), p.segment().last()))
            .toArray();
  }

  /**
   * The points as the browser's script takes them: [place, value] or [place, low, high], also if
   * empty.
   */
  ArrayNode json(ChartLine line, Segment detail) {
    ArrayNode data = JsonMapper.shared().createArrayNode();
    each(
        line,
        detail,
        (place, ends) -> {
          ArrayNode point = data.addArray().add(place);
          if (ends.length == 0) {
            point.addNull();
            if (line.edges() != null) {
              // A band's point of two numbers would be taken as low and high without a place.
              point.addNull();
            }
          }
          for (double end : ends) {
            point.add(end);
          }
        });
    return data;
  }

  /** The same as a series of Vaadin's. */
  DataSeries series(ChartLine line, Segment detail) {
    DataSeries series = new DataSeries(line.name());
    each(line, detail, (place, ends) -> series.add(item(place, ends)));
    return series;
  }

  private static DataSeriesItem item(double place, double... ends) {
    if (ends.length == 2) {
      return new DataSeriesItem(place, ends[0], ends[1]);
    }
    DataSeriesItem item = new DataSeriesItem();
    item.setX(place);
    if (ends.length == 1) {
      item.setY(ends[0]);
    }
    return item;
  }

  /** Takes one point. */
  @FunctionalInterface
  private interface Sink {

    /**
     * @param ends the value; low and high of a band; nothing where the line is broken
     */
    void add(double place, double... ends);
  }

  private void each(ChartLine line, Segment detail, Sink sink) {
    if (!line.visible()) {
      return;
    }
    int buckets = detail.length() <= SENT_WHOLE ? SENT_WHOLE / 2 : DETAIL_BUCKETS;
    int[] points =
        PointReduction.choose(
            line.values(), detail.from(), detail.to(), buckets, OUTER_BUCKETS, always);
    double[] values = line.values();
    double steps = steps(values, points);
    ChartLine.Edges edges = line.edges();
    int next = 0;
    for (int point : points) {
      while (next < breaks.size() && breaks.get(next).after() < point) {
        MissingStretch gap = breaks.get(next++);
        sink.add((gap.from() + gap.to()) / 2);
      }
      double value = values[point];
      if (edges == null) {
        sink.add(times.position(point), rounded(value, steps));
      } else {
        double low = edges.low().at(point, value);
        double high = edges.high().at(point, value);
        sink.add(times.position(point), rounded(low, steps), rounded(high, steps));
      }
    }
  }

  /** Steps into which one is parted: digits that nobody sees would make up half of what is sent. */
  private static double steps(double[] values, int[] points) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int point : points) {
      low = Math.min(low, values[point]);
      high = Math.max(high, values[point]);
    }
    int digits = high > low ? (int) Math.floor(Math.log10(high - low)) : 0;
    return Math.pow(10, Math.clamp(DIGITS_OF_RANGE - digits, LEAST_DECIMALS, MOST_DECIMALS));
  }

  private static double rounded(double value, double steps) {
    double rounded = Math.rint(value * steps) / steps;
    return Double.isFinite(rounded) ? rounded : value;
  }
}
