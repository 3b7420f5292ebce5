package io.hybridanomaly.ui.result;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.TimeSeries;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/** The tooltips over a series: of its points, with what a result says of them, and of its gaps. */
final class PointTips implements LinkedCharts.Tips {

  private final TimeSeries series;
  private final PointFacts facts;
  private final Supplier<Optional<DetectionResult>> result;

  /**
   * @param missing stretches of the series
   * @param result asked for each tooltip; empty while there is none
   */
  PointTips(
      TimeSeries series, List<MissingStretch> missing, Supplier<Optional<DetectionResult>> result) {
    this.series = series;
    this.facts = new PointFacts(series, missing);
    this.result = result;
  }

  @Override
  public LinkedCharts.Tip at(double place, int nearest) {
    return facts
        .gapAt(place)
        .map(gap -> new LinkedCharts.Tip(place, facts.of(gap)))
        .orElseGet(() -> new LinkedCharts.Tip(series.times().position(nearest), of(nearest)));
  }

  @Override
  public ArrayNode of(int point) {
    return result.get().map(found -> facts.of(point, found)).orElseGet(() -> facts.of(point));
  }
}
