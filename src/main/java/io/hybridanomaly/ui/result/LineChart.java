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
import com.vaadin.flow.component.charts.model.Series;
import com.vaadin.flow.component.charts.model.XAxis;
import com.vaadin.flow.component.charts.model.YAxis;
import com.vaadin.flow.component.charts.model.Zooming;
import com.vaadin.flow.component.charts.model.ZoomingMouseWheel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.ui.base.PointRange;
import io.hybridanomaly.ui.base.PointReduction;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  private List<ChartLine> lines;
  private List<Period> periods = List.of();
  private PointRange detail;
  private @Nullable Period marked;
  private final Div head = new Div();
  private final Chart chart = new Chart(ChartType.LINE);

  /**
   * @param id of the element
   * @param title above the chart
   * @param lines from back to front
   */
  LineChart(String id, String title, TimeAxis times, List<ChartLine> lines) {
    this.times = times;
    this.lines = List.copyOf(lines);
    this.detail = new PointRange(0, times.size());
    setId(id);
    addClassName("line-chart");
    configure();
    head.add(new H3(title));
    head.addClassName("section-head");
    add(head, chart);
  }

  /** Adds something to the right of the title. */
  void addToHead(Component component) {
    head.add(component);
  }

  /** Draws a horizontal line, such as a threshold, in place of the one before. */
  void showLevel(String text, double level) {
    PlotLine line = new PlotLine();
    line.setValue(level);
    line.setClassName("level");
    line.setZIndex(4);
    line.setLabel(new Label(text));
    YAxis axis = chart.getConfiguration().getyAxis();
    axis.setPlotLines(line);
    axis.setSoftMax(level * 1.1);
    call("setLevel", text, level);
  }

  /** Draws the abnormal periods as bands, in place of those before. */
  void showPeriods(List<Period> shown) {
    periods = List.copyOf(shown);
    chart
        .getConfiguration()
        .getxAxis()
        .setPlotBands(periods.stream().map(this::band).toArray(PlotBand[]::new));
    sendBands();
  }

  /** Draws a period stronger than the others; null: none. */
  void mark(@Nullable Period period) {
    marked = period;
    sendBands();
  }

  /** Draws other lines in place of those before, as many and in the same roles. */
  void showLines(List<ChartLine> shown) {
    lines = List.copyOf(shown);
    chart.getConfiguration().setSeries(lines.stream().<Series>map(this::series).toList());
    refine(detail);
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

  /** Sends a stretch in detail and the rest as an outline. */
  void refine(PointRange range) {
    detail = range;
    for (int line = 0; line < lines.size(); line++) {
      ArrayNode data = MAPPER.createArrayNode();
      for (int point : choose(lines.get(line))) {
        data.addArray().add(times.position(point)).add(lines.get(line).values()[point]);
      }
      call("setData", line, data, line == lines.size() - 1);
    }
  }

  private int[] choose(ChartLine line) {
    int[] always =
        periods.stream()
            .flatMapToInt(p -> IntStream.of(p.start(), p.peak(), p.end() - 1))
            .toArray();
    return PointReduction.choose(
        line.values(), detail.from(), detail.to(), DETAIL_BUCKETS, OUTER_BUCKETS, always);
  }

  private void sendBands() {
    ArrayNode bands = MAPPER.createArrayNode();
    for (Period period : periods) {
      PlotBand band = band(period);
      bands
          .addObject()
          .put("from", band.getFrom().doubleValue())
          .put("to", band.getTo().doubleValue())
          .put("className", band.getClassName());
    }
    call("setBands", bands);
  }

  /** Calls a function of the page's script for this chart; one that is not yet drawn ignores it. */
  private void call(String function, @Nullable Object... arguments) {
    StringBuilder call = new StringBuilder("window.hybridCharts.").append(function).append("(this");
    for (int i = 0; i < arguments.length; i++) {
      call.append(", $").append(i);
    }
    chart.getElement().executeJs(call.append(')').toString(), arguments);
  }

  private void configure() {
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
    for (int point : choose(line)) {
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
    band.setClassName(period.equals(marked) ? "anomaly selected" : "anomaly");
    band.setZIndex(1);
    return band;
  }
}
