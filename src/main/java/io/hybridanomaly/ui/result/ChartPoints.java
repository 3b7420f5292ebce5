package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.ui.base.PointRange;
import io.hybridanomaly.ui.base.PointReduction;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The points of a line that go to the browser, at most {@value #MOST_POINTS}: the extremes of every
 * bucket, the abnormal periods, and an empty point in each missing stretch, so that no line bridges
 * it.
 */
final class ChartPoints {

  /** No more go to the browser for one line. */
  static final int MOST_POINTS = 4_000;

  /** Two points each. */
  private static final int DETAIL_BUCKETS = 1_400;

  private static final int OUTER_BUCKETS = 290;

  /** The most severe periods keep their ends and their peak; the others their extremes. */
  private static final int PERIODS_KEPT = 100;

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
  void keep(List<Period> periods) {
    always =
        periods.stream()
            .sorted(Comparator.comparingDouble(Period::severity).reversed())
            .limit(PERIODS_KEPT)
            .flatMapToInt(p -> IntStream.of(p.start(), p.peak(), p.end() - 1))
            .toArray();
  }

  /** The points as the browser's script takes them: [place, value] or [place, low, high]. */
  ArrayNode json(ChartLine line, PointRange detail) {
    ArrayNode data = JsonMapper.shared().createArrayNode();
    each(
        line,
        detail,
        new Sink() {
          @Override
          public void gap(double place) {
            data.addArray().add(place).addNull();
          }

          @Override
          public void point(double place, double value) {
            data.addArray().add(place).add(value);
          }

          @Override
          public void range(double place, double low, double high) {
            data.addArray().add(place).add(low).add(high);
          }
        });
    return data;
  }

  /** The same as a series of Vaadin's. */
  DataSeries series(ChartLine line, PointRange detail) {
    DataSeries series = new DataSeries(line.name());
    each(
        line,
        detail,
        new Sink() {
          @Override
          public void gap(double place) {
            DataSeriesItem item = new DataSeriesItem();
            item.setX(place);
            series.add(item);
          }

          @Override
          public void point(double place, double value) {
            series.add(new DataSeriesItem(place, value));
          }

          @Override
          public void range(double place, double low, double high) {
            series.add(new DataSeriesItem(place, low, high));
          }
        });
    return series;
  }

  private interface Sink {
    void gap(double place);

    void point(double place, double value);

    void range(double place, double low, double high);
  }

  private void each(ChartLine line, PointRange detail, Sink sink) {
    if (!line.visible()) {
      return;
    }
    int[] points =
        PointReduction.choose(
            line.values(), detail.from(), detail.to(), DETAIL_BUCKETS, OUTER_BUCKETS, always);
    IntToDoubleFunction halfWidth = line.halfWidth();
    int next = 0;
    for (int point : points) {
      while (next < breaks.size() && breaks.get(next).after() < point) {
        MissingStretch gap = breaks.get(next++);
        sink.gap((gap.from() + gap.to()) / 2);
      }
      double value = line.values()[point];
      if (halfWidth == null) {
        sink.point(times.position(point), value);
      } else {
        double half = halfWidth.applyAsDouble(point);
        sink.range(times.position(point), value - half, value + half);
      }
    }
  }
}
