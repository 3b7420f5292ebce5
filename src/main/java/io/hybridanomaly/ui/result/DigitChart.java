package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.PlotOptionsColumn;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.base.Analyses;
import java.util.Arrays;

/** How often each first digit occurs, and how often Benford's law expects it. */
final class DigitChart extends Div {

  private static final double ROOM_ABOVE = 1.06;

  private final H3 title = new H3();
  private final Div place = new Div();
  private final Paragraph note = new Paragraph();
  private final AuditDetails audit;

  /**
   * @param values the whole series
   * @param analyses counts the digits for the audit
   */
  DigitChart(double[] values, Analyses analyses) {
    audit = new AuditDetails(values, analyses);
    setId("digit-chart");
    addClassName("chart-card");
    note.addClassName("note");
    add(title, place, note, audit);
  }

  /**
   * Shows the digits of a stretch.
   *
   * @param what which stretch
   * @param stretch its points
   * @param statistics its first digits
   * @param verdict what they mean
   */
  void show(String what, Segment stretch, DigitStatistics statistics, String verdict) {
    audit.show(stretch);
    title.setText("First digits: " + what);
    note.setText(verdict);
    Chart chart = new Chart(ChartType.COLUMN);
    Configuration configuration =
        ChartStyle.apply(chart, "First digits against Benford's law: " + what);
    configuration.getyAxis().setMin(0);
    configuration.getTooltip().setShared(true);
    configuration.getTooltip().setValueDecimals(1);
    configuration.getTooltip().setHeaderFormat("first digit {point.key}<br/>");
    DataSeries observed = new DataSeries("counted");
    DataSeries law = new DataSeries("expected by the law");
    double[] expected = statistics.expectedCounts();
    double most =
        Math.max(
            Arrays.stream(expected).max().orElse(1),
            Arrays.stream(statistics.counts()).max().orElse(1));
    // The axis would end at the tallest column and cut off a law's line above it.
    configuration.getyAxis().setMax(ROOM_ABOVE * most);
    for (int i = 0; i < expected.length; i++) {
      int digit = statistics.digits().lowest() + i;
      configuration.getxAxis().addCategory(Integer.toString(digit));
      observed.add(new DataSeriesItem(i, statistics.counts()[i]));
      law.add(new DataSeriesItem(i, expected[i]));
    }
    PlotOptionsColumn columns = new PlotOptionsColumn();
    columns.setAnimation(false);
    columns.setClassName("columns-observed");
    columns.setGroupPadding(0.1);
    columns.setPointPadding(0.02);
    observed.setPlotOptions(columns);
    PlotOptionsLine line = new PlotOptionsLine();
    line.setAnimation(false);
    line.setClassName("line-law");
    Marker marker = new Marker(true);
    marker.setRadius(3);
    line.setMarker(marker);
    law.setPlotOptions(line);
    configuration.setSeries(observed, law);
    place.removeAll();
    place.add(chart);
  }
}
