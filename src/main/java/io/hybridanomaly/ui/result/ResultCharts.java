package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.PointRange;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The charts over time: the series with what was expected, and the score with its threshold. */
final class ResultCharts extends Div {

  private final LineChart values;
  private final LineChart scores;
  private final LinkedCharts linked;
  private @Nullable Period marked;

  /**
   * @param onZoom hears which stretch is shown
   * @param onPoint hears which point was clicked
   */
  ResultCharts(
      TimeSeries series, DetectionResult result, Consumer<PointRange> onZoom, IntConsumer onPoint) {
    addClassName("result-charts");
    values =
        new LineChart(
            "series-chart",
            series.name(),
            series.times(),
            List.of(
                new ChartLine("expected", result.components().expected(), ChartLine.Role.EXPECTED),
                new ChartLine(series.name(), series.values(), ChartLine.Role.VALUE)));
    values.showNavigator();
    scores =
        new LineChart("score-chart", "Anomaly score", series.times(), List.of(scoreLine(result)));
    linked = new LinkedCharts(series.times(), List.of(values, scores), onZoom, onPoint);
    show(result);
    add(linked);
  }

  /** Shows the same scores as judged anew. */
  void show(DetectionResult result) {
    values.showPeriods(result.periods());
    scores.showLines(List.of(scoreLine(result)));
    scores.showPeriods(result.periods());
    scores.showLevel("threshold", result.threshold());
    mark(marked);
  }

  /** Draws a period stronger than the others. */
  void mark(@Nullable Period period) {
    marked = period;
    values.mark(period);
    scores.mark(period);
  }

  /** Shows a stretch in all charts. */
  void zoomTo(PointRange range) {
    linked.zoomTo(range);
  }

  /** The stretch that is shown. */
  PointRange visibleRange() {
    return linked.visibleRange();
  }

  private static ChartLine scoreLine(DetectionResult result) {
    return new ChartLine("score", result.score(), ChartLine.Role.SCORE);
  }
}
