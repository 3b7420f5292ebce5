package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.AxisTitle;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.PlotOptionsScatter;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;

/** Both scores against each other, with the line at which their fusion reaches the threshold. */
final class AgreementChart extends Div {

  /** Points of either kind that are drawn. */
  private static final int MOST_POINTS = 1_200;

  private static final double RADIUS = 2.2;

  private final Paragraph note = new Paragraph();
  private final Div place = new Div();

  AgreementChart() {
    setId("agreement-chart");
    addClassName("chart-card");
    note.addClassName("note");
    add(new H3("LSTM and digits compared"), place, note);
  }

  void show(DetectionResult result) {
    ComponentScores components = result.components();
    DataSeries typical = new DataSeries("usual points");
    typical.setPlotOptions(options("points-typical"));
    int step = Math.max(1, components.length() / MOST_POINTS);
    for (int i = 0; i < components.length(); i += step) {
      if (!result.isAnomaly(i)) {
        typical.add(item(components, i));
      }
    }
    DataSeries flagged = new DataSeries("in anomalies");
    flagged.setPlotOptions(options("points-flagged"));
    int inAnomalies = result.anomalies().stream().mapToInt(Anomaly::length).sum();
    int every = Math.max(1, inAnomalies / MOST_POINTS);
    for (Anomaly anomaly : result.anomalies()) {
      for (int i = anomaly.segment().from(); i < anomaly.segment().to(); i += every) {
        flagged.add(item(components, i));
      }
      flagged.add(item(components, anomaly.peak()));
    }
    draw(result, typical, flagged);
    long agreeing =
        result.anomalies().stream()
            .filter(
                p ->
                    components.benford()[p.peak()] > 0 && components.reconstruction()[p.peak()] > 0)
            .count();
    note.setText(
        result.anomalies().isEmpty()
            ? "No anomaly: no point lies beyond the line."
            : "Both scores are above their median at the peak of %s of %s. Beyond the dashed line the score reaches the threshold."
                .formatted(
                    Texts.count(agreeing), Texts.count(result.anomalies().size(), "anomaly")));
  }

  private void draw(DetectionResult result, DataSeries typical, DataSeries flagged) {
    Chart chart = new Chart(ChartType.SCATTER);
    Configuration configuration =
        ChartStyle.apply(chart, "Score of the network against score of the digits");
    configuration.getxAxis().setTitle(new AxisTitle("LSTM score"));
    configuration.getyAxis().setTitle(new AxisTitle("Benford score"));
    configuration.getTooltip().setValueDecimals(2);
    DataSeries boundary = new DataSeries("threshold");
    PlotOptionsLine line = new PlotOptionsLine();
    line.setMarker(new Marker(false));
    line.setClassName("line-boundary");
    line.setEnableMouseTracking(false);
    boundary.setPlotOptions(line);
    List<FusionBoundary.Place> corners =
        FusionBoundary.of(
            result.settings().detector().fusion(),
            result.benfordWeight(),
            result.threshold(),
            plane(List.of(typical, flagged)));
    boolean leftwards = corners.getFirst().x() > corners.getLast().x();
    for (FusionBoundary.Place corner : leftwards ? corners.reversed() : corners) {
      boundary.add(new DataSeriesItem(corner.x(), corner.y()));
    }
    configuration.setSeries(typical, flagged, boundary);
    place.removeAll();
    place.add(chart);
  }

  private static FusionBoundary.Plane plane(List<DataSeries> all) {
    double left = 0;
    double right = 1;
    double bottom = 0;
    double top = 1;
    for (DataSeries series : all) {
      for (DataSeriesItem item : series.getData()) {
        left = Math.min(left, item.getX().doubleValue());
        right = Math.max(right, item.getX().doubleValue());
        bottom = Math.min(bottom, item.getY().doubleValue());
        top = Math.max(top, item.getY().doubleValue());
      }
    }
    return new FusionBoundary.Plane(left, right, bottom, top);
  }

  private static DataSeriesItem item(ComponentScores components, int point) {
    return new DataSeriesItem(components.reconstruction()[point], components.benford()[point]);
  }

  private static PlotOptionsScatter options(String className) {
    PlotOptionsScatter options = new PlotOptionsScatter();
    options.setTurboThreshold(0);
    options.setAnimation(false);
    options.setClassName(className);
    Marker marker = new Marker();
    marker.setRadius(RADIUS);
    options.setMarker(marker);
    return options;
  }
}
