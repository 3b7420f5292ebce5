package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.model.PlotBand;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.TimeAxis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The bands behind a line over time: anomalies by severity, and missing stretches. */
final class ChartBands {

  /** More would only slow the drawing; the longest are shown. */
  private static final int MISSING_SHOWN = 100;

  private final TimeAxis times;
  private final List<PlotBand> missing;

  ChartBands(TimeAxis times, List<MissingStretch> missing) {
    this.times = times;
    this.missing =
        missing.stream()
            .sorted(Comparator.comparingDouble(MissingStretch::length).reversed())
            .limit(MISSING_SHOWN)
            .map(stretch -> band(stretch.from(), stretch.to(), "missing"))
            .toList();
  }

  /**
   * All bands.
   *
   * @param marked drawn stronger; null: none
   */
  List<PlotBand> of(List<Anomaly> anomalies, @Nullable Anomaly marked) {
    List<PlotBand> bands = new ArrayList<>(missing);
    for (Anomaly anomaly : anomalies) {
      // A band over a single point would have no width; half a step to both sides gives it one.
      double left = times.position(Math.max(0, anomaly.segment().from() - 1));
      double right = times.position(Math.min(times.size() - 1, anomaly.segment().to()));
      bands.add(
          band(
              (left + times.position(anomaly.segment().from())) / 2,
              (right + times.position(anomaly.segment().last())) / 2,
              "anomaly "
                  + Severity.of(anomaly).className()
                  + (anomaly.equals(marked) ? " selected" : "")));
    }
    return bands;
  }

  /** Bands as the browser's script takes them. */
  static ArrayNode json(List<PlotBand> bands) {
    ArrayNode json = JsonMapper.shared().createArrayNode();
    for (PlotBand band : bands) {
      json.addObject()
          .put("from", band.getFrom().doubleValue())
          .put("to", band.getTo().doubleValue())
          .put("className", band.getClassName());
    }
    return json;
  }

  private static PlotBand band(double from, double to, String className) {
    PlotBand band = new PlotBand();
    band.setFrom(from);
    band.setTo(to);
    band.setClassName(className);
    band.setZIndex(1);
    return band;
  }
}
