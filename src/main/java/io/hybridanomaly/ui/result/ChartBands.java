package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.model.PlotBand;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Severity;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The bands behind a line over time: anomalies by severity, what a person added, and missing
 * stretches.
 */
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
   * @param faint stretches that are no anomalies
   * @param added stretches that a person added
   */
  List<PlotBand> of(
      List<Anomaly> anomalies, @Nullable Anomaly marked, List<Segment> faint, List<Segment> added) {
    List<PlotBand> bands = new ArrayList<>(missing);
    added.forEach(stretch -> bands.add(band(stretch, "added")));
    faint.forEach(stretch -> bands.add(band(stretch, "faint")));
    for (Anomaly anomaly : anomalies) {
      bands.add(
          band(
              anomaly.segment(),
              "anomaly "
                  + Severity.of(anomaly).className()
                  + (anomaly.equals(marked) ? " selected" : "")));
    }
    return bands;
  }

  /** A band over a single point would have no width; half a step to both sides gives it one. */
  static double left(TimeAxis times, Segment stretch) {
    double before = times.position(Math.max(0, stretch.from() - 1));
    return (before + times.position(stretch.from())) / 2;
  }

  /** The other side of {@link #left}. */
  static double right(TimeAxis times, Segment stretch) {
    double after = times.position(Math.min(times.size() - 1, stretch.to()));
    return (after + times.position(stretch.last())) / 2;
  }

  private PlotBand band(Segment stretch, String className) {
    return band(left(times, stretch), right(times, stretch), className);
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
