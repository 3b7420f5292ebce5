package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.AbstractPlotOptions;
import com.vaadin.flow.component.charts.model.AxisType;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataGrouping;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.Dimension;
import com.vaadin.flow.component.charts.model.Label;
import com.vaadin.flow.component.charts.model.Marker;
import com.vaadin.flow.component.charts.model.Navigator;
import com.vaadin.flow.component.charts.model.PanKey;
import com.vaadin.flow.component.charts.model.PlotBand;
import com.vaadin.flow.component.charts.model.PlotLine;
import com.vaadin.flow.component.charts.model.PlotOptionsArearange;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.charts.model.Series;
import com.vaadin.flow.component.charts.model.XAxis;
import com.vaadin.flow.component.charts.model.YAxis;
import com.vaadin.flow.component.charts.model.Zooming;
import com.vaadin.flow.component.charts.model.ZoomingMouseWheel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time with the anomalies and the missing stretches as bands behind them. Changes go to
 * a drawn chart by the page's own script and into the configuration, from which a reloaded page is
 * drawn.
 */
final class LineChart extends Div {

  private static final int TICK_PIXELS = 36;

  /** How far above a line the axis goes at least, so that the line's label is in the chart. */
  private static final double ROOM_FOR_LABEL = 1.3;

  private final TimeAxis times;
  private final ChartPoints points;
  private final ChartBands bands;
  private final Div head = new Div();
  private final Chart chart = new Chart(ChartType.LINE);
  private List<ChartLine> lines;
  private List<Anomaly> anomalies = List.of();
  private final ChartMarks marks;
  private List<Segment> faint = List.of();
  private List<Segment> added = List.of();
  private @Nullable Anomaly marked;
  private Segment detail;

  /**
   * @param id of the element
   * @param title above the chart
   * @param missing stretches without points
   * @param shown from back to front; not drawn before {@link #showAnomalies}
   */
  LineChart(
      String id,
      String title,
      TimeAxis times,
      List<MissingStretch> missing,
      List<ChartLine> shown) {
    this.times = times;
    this.lines = List.copyOf(shown);
    points = new ChartPoints(times, missing);
    bands = new ChartBands(times, missing);
    marks = new ChartMarks(times);
    detail = whole();
    setId(id);
    addClassNames("chart-card", "line-chart");
    configure(title);
    head.add(new H3(title));
    head.addClassName("section-head");
    add(head, chart);
    // A page that was reloaded has lost what a script has drawn.
    chart.addAttachListener(event -> showMarks());
  }

  private Segment whole() {
    return new Segment(0, times.size());
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
    axis.setSoftMax(ROOM_FOR_LABEL * level);
    ChartScript.call(chart, "setLevel", text, level);
  }

  /** Draws the anomalies as bands, in place of those before. */
  void showAnomalies(List<Anomaly> shown) {
    anomalies = List.copyOf(shown);
    points.keep(anomalies);
    showBands();
  }

  /** Draws an anomaly stronger than the others; null: none. */
  void mark(@Nullable Anomaly anomaly) {
    marked = anomaly;
    showBands();
  }

  /** Draws stretches that are no anomalies as faint bands, in place of those before. */
  void showFaint(List<Segment> stretches) {
    faint = List.copyOf(stretches);
    showBands();
  }

  /** Leaves room above the lines for {@link #showMarkers}; before the chart is drawn. */
  void leaveRoomForMarkers() {
    chart.getConfiguration().getChart().setMarginTop(ChartMarks.ROOM);
  }

  /** Whether anomalies have numbered markers and a strip of their severity above the lines. */
  void showMarkers(boolean shown) {
    marks.showMarkers(shown);
    showMarks();
  }

  /** Draws points that stand out. */
  void showFound(List<ChartMarks.Dot> dots) {
    marks.show(dots);
    showMarks();
  }

  /** Draws stretches that a person added, in place of those before. */
  void showAdded(List<Segment> stretches) {
    added = List.copyOf(stretches);
    showBands();
  }

  private void showMarks() {
    ChartScript.call(chart, "setMarks", marks.json(anomalies, marked));
  }

  private void showBands() {
    List<PlotBand> shown = bands.of(anomalies, marked, faint, added);
    chart.getConfiguration().getxAxis().setPlotBands(shown.toArray(PlotBand[]::new));
    ChartScript.call(chart, "setBands", ChartBands.json(shown));
    showMarks();
  }

  /** Draws other lines in place of those before, as many and in the same roles. */
  void showLines(List<ChartLine> shown) {
    lines = List.copyOf(shown);
    chart
        .getConfiguration()
        .setSeries(lines.stream().<Series>map(line -> series(line, whole())).toList());
    refine(detail);
  }

  /** Sends a stretch in detail and the rest as an outline. */
  void refine(Segment range) {
    detail = range;
    for (int i = 0; i < lines.size(); i++) {
      ChartScript.call(
          chart,
          "setData",
          i,
          points.json(lines.get(i), detail),
          lines.get(i).visible(),
          i == lines.size() - 1);
    }
  }

  /** Shows one stretch and nothing else. */
  void showOnly(Segment range) {
    detail = range;
    XAxis x = chart.getConfiguration().getxAxis();
    x.setMin(times.position(range.from()));
    x.setMax(times.position(range.to() - 1));
    chart
        .getConfiguration()
        .setSeries(lines.stream().<Series>map(line -> series(line, range)).toList());
  }

  /** Turns the overview below the chart on, in which the stretch shown can be dragged. */
  void showNavigator() {
    Navigator navigator = chart.getConfiguration().getNavigator();
    navigator.setEnabled(true);
    navigator.setHeight(36);
    navigator.setMargin(8);
    navigator.setAdaptToUpdatedData(false);
    XAxis axis = new XAxis();
    axis.setDateTimeLabelFormats(ChartStyle.timeLabels());
    navigator.setXAxis(axis);
    // Averaging groups of points would hide the very spikes one looks for.
    PlotOptionsLine overview = new PlotOptionsLine();
    overview.setDataGrouping(new DataGrouping(false));
    navigator.setSeries(overview);
    addClassName("with-navigator");
  }

  private void configure(String title) {
    Configuration configuration = ChartStyle.apply(chart, title);
    Zooming zooming = new Zooming();
    zooming.setType(Dimension.X);
    // The page's script zooms all charts at once.
    ZoomingMouseWheel wheel = new ZoomingMouseWheel();
    wheel.setEnabled(false);
    zooming.setMouseWheel(wheel);
    configuration.getChart().setZooming(zooming);
    configuration.getChart().setPanning(true);
    configuration.getChart().setPanKey(PanKey.SHIFT);
    configuration.getChart().setMarginLeft(ChartStyle.LEFT_MARGIN);
    // The page has a tooltip of its own, see LinkedCharts.
    configuration.getTooltip().setEnabled(false);
    configuration.getyAxis().setStartOnTick(false);
    configuration.getyAxis().setEndOnTick(false);
    configuration.getyAxis().setTickPixelInterval(TICK_PIXELS);
    XAxis x = configuration.getxAxis();
    x.setType(times instanceof Timestamps ? AxisType.DATETIME : AxisType.LINEAR);
    x.setMinPadding(0);
    x.setMaxPadding(0);
    x.setDateTimeLabelFormats(ChartStyle.timeLabels());
    configuration.setSeries(lines.stream().<Series>map(line -> series(line, whole())).toList());
  }

  private DataSeries series(ChartLine line, Segment range) {
    DataSeries series = points.series(line, range);
    series.setPlotOptions(line.edges() == null ? lineOptions(line) : rangeOptions(line));
    return series;
  }

  private static AbstractPlotOptions lineOptions(ChartLine line) {
    PlotOptionsLine options = new PlotOptionsLine();
    options.setMarker(new Marker(false));
    options.setAnimation(false);
    options.setTurboThreshold(0);
    options.setClassName(line.role().className());
    options.setShowInNavigator(line.role() == ChartLine.Role.VALUE);
    options.setVisible(line.visible());
    return options;
  }

  private static AbstractPlotOptions rangeOptions(ChartLine line) {
    PlotOptionsArearange options = new PlotOptionsArearange();
    options.setAnimation(false);
    options.setTurboThreshold(0);
    options.setClassName(line.role().className());
    options.setShowInNavigator(false);
    options.setVisible(line.visible());
    return options;
  }
}
