package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.AxisTitle;
import com.vaadin.flow.component.charts.model.AxisType;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.Crosshair;
import com.vaadin.flow.component.charts.model.DataGrouping;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.DateTimeLabelFormats;
import com.vaadin.flow.component.charts.model.Dimension;
import com.vaadin.flow.component.charts.model.Label;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.Navigator;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotLine;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.XAxis;
import com.vaadin.flow.component.charts.model.YAxis;
import com.vaadin.flow.component.charts.model.Zooming;
import com.vaadin.flow.component.charts.model.ZoomingMouseWheel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.ui.base.PointReduction;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Lines over time with the abnormal periods as bands behind them. */
final class LineChart extends Div {

  /** Two points each; together no more than 4,000 points go to the browser for one line. */
  private static final int DETAIL_BUCKETS = 1_500;

  private static final int OUTER_BUCKETS = 400;

  /** Pixels for the labels of the value axis, the same in all charts so that their times align. */
  private static final int LEFT_MARGIN = 64;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final TimeAxis times;
  private final List<ChartLine> lines;
  private final int[] always;
  private final Div head = new Div();
  private final Chart chart = new Chart(ChartType.LINE);

  /**
   * @param id of the element
   * @param title above the chart
   * @param lines from back to front
   * @param periods drawn as bands
   */
  LineChart(String id, String title, TimeAxis times, List<ChartLine> lines, List<Period> periods) {
    this.times = times;
    this.lines = List.copyOf(lines);
    this.always =
        periods.stream()
            .flatMapToInt(p -> java.util.stream.IntStream.of(p.start(), p.peak(), p.end() - 1))
            .sorted()
            .toArray();
    setId(id);
    addClassName("line-chart");
    configure(periods);
    head.add(new H3(title));
    head.addClassName("section-head");
    add(head, chart);
  }

  /** Adds something to the right of the title. */
  void addToHead(Component component) {
    head.add(component);
  }

  /** Draws a horizontal line, such as a threshold. */
  void addLevel(String text, double level) {
    PlotLine line = new PlotLine();
    line.setValue(level);
    line.setClassName("level");
    line.setZIndex(4);
    Label label = new Label(text);
    line.setLabel(label);
    YAxis axis = chart.getConfiguration().getyAxis();
    axis.addPlotLine(line);
    axis.setSoftMax(level * 1.1);
  }

  /** Turns the overview below the chart on, in which the stretch shown can be dragged. */
  void showNavigator() {
    Navigator navigator = chart.getConfiguration().getNavigator();
    navigator.setEnabled(true);
    navigator.setAdaptToUpdatedData(false);
    // Averaging groups of points would hide the very spikes one looks for.
    PlotOptionsLine overview = new PlotOptionsLine();
    overview.setDataGrouping(new DataGrouping(false));
    navigator.setSeries(overview);
    addClassName("with-navigator");
  }

  /**
   * Sends a stretch in detail and the rest as an outline.
   *
   * @param from first point
   * @param to the point after the last
   */
  void refine(int from, int to) {
    for (int line = 0; line < lines.size(); line++) {
      int[] points = choose(lines.get(line), from, to);
      ArrayNode data = MAPPER.createArrayNode();
      for (int point : points) {
        data.addArray().add(times.position(point)).add(lines.get(line).values()[point]);
      }
      chart
          .getElement()
          .executeJs(
              "window.hybridCharts.setData(this, $0, $1, $2)",
              line,
              data,
              line == lines.size() - 1);
    }
  }

  private int[] choose(ChartLine line, int from, int to) {
    return PointReduction.choose(line.values(), from, to, DETAIL_BUCKETS, OUTER_BUCKETS, always);
  }

  private void configure(List<Period> periods) {
    Configuration configuration = chart.getConfiguration();
    configuration.getChart().setStyledMode(true);
    Zooming zooming = new Zooming();
    zooming.setType(Dimension.X);
    ZoomingMouseWheel wheel = new ZoomingMouseWheel();
    wheel.setEnabled(false);
    zooming.setMouseWheel(wheel);
    configuration.getChart().setZooming(zooming);
    configuration.getChart().setAnimation(false);
    configuration.getLegend().setEnabled(lines.size() > 1);
    configuration.getAccessibility().setEnabled(true);
    configuration.getTooltip().setShared(true);
    configuration.getTooltip().setValueDecimals(3);
    XAxis x = configuration.getxAxis();
    x.setType(times instanceof RowNumbers ? AxisType.LINEAR : AxisType.DATETIME);
    x.setCrosshair(new Crosshair());
    x.setDateTimeLabelFormats(timeLabels());
    configuration.getTooltip().setXDateFormat("%Y-%m-%d %H:%M:%S");
    configuration.getChart().setMarginLeft(LEFT_MARGIN);
    x.setTitle(new AxisTitle(times instanceof RowNumbers ? "Row" : ""));
    YAxis y = configuration.getyAxis();
    y.setTitle(new AxisTitle(""));
    for (int i = 0; i < lines.size(); i++) {
      configuration.addSeries(series(lines.get(i)));
    }
    for (Period period : periods) {
      x.addPlotBand(band(period));
    }
    chart.setWidthFull();
    chart.setHeightFull();
  }

  /** Times on a 24-hour clock, whatever the browser's language. */
  private static DateTimeLabelFormats timeLabels() {
    DateTimeLabelFormats formats = new DateTimeLabelFormats();
    formats.setSecond("%H:%M:%S");
    formats.setMinute("%H:%M");
    formats.setHour("%H:%M");
    formats.setDay("%e %b");
    formats.setWeek("%e %b");
    formats.setMonth("%b %Y");
    formats.setYear("%Y");
    return formats;
  }

  private DataSeries series(ChartLine line) {
    DataSeries series = new DataSeries(line.name());
    for (int point : choose(line, 0, times.size())) {
      series.add(new DataSeriesItem(times.position(point), line.values()[point]));
    }
    PlotOptionsLine options = new PlotOptionsLine();
    options.setMarker(new Marker(false));
    options.setAnimation(false);
    options.setTurboThreshold(0);
    options.setClassName(line.role().className());
    options.setShowInNavigator(line.role() == ChartLine.Role.VALUE);
    series.setPlotOptions(options);
    return series;
  }

  private PlotBand band(Period period) {
    PlotBand band = new PlotBand();
    // A band over a single point would have no width; half a step to both sides gives it one.
    double left = times.position(Math.max(0, period.start() - 1));
    double right = times.position(Math.min(times.size() - 1, period.end()));
    band.setFrom((left + times.position(period.start())) / 2);
    band.setTo((right + times.position(period.end() - 1)) / 2);
    band.setClassName("anomaly");
    band.setZIndex(1);
    return band;
  }
}
