package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import tools.jackson.databind.node.ArrayNode;

/**
 * Charts over the same time axis that zoom and pan together. The browser keeps them together by
 * itself; the server hears of the stretch that is shown and sends its points in detail.
 */
@JsModule("./charts/linked-charts.js")
final class LinkedCharts extends Div {

  private static final String RANGE_SHOWN = "range-shown";
  private static final String STRETCH_MARKED = "stretch-marked";
  private static final String POINT_CLICKED = "point-clicked";

  /** The buttons move by half of what is shown, and double or halve it. */
  private static final double STEP = 0.5;

  private static final double SCALE = 2;
  private static final int LEAST_SHOWN = 16;
  private static final String PLACE = "event.detail.place";

  /** A zoom shows this many window lengths to both sides of an anomaly. */
  private static final int CONTEXT_WINDOWS = 2;

  /** What the tooltip says. */
  interface Tips {

    /**
     * Of the place under the pointer.
     *
     * @param nearest the point nearest to it
     */
    Tip at(double place, int nearest);

    /** Of a point that the keyboard has reached. */
    ArrayNode of(int point);
  }

  /**
   * A text about a place of the time axis.
   *
   * @param facts pairs of a name and a value
   */
  record Tip(double place, ArrayNode facts) {}

  private final TimeAxis times;
  private final List<LineChart> charts;
  private Segment visible;

  /** The point that the arrow keys have reached; before the first until they are used. */
  private int cursor = -1;

  /**
   * @param times the axis of all charts
   * @param charts in order from top to bottom
   * @param onPoint hears which point was clicked
   * @param tips what the tooltip says
   * @param onMarked hears which stretch was marked
   */
  LinkedCharts(
      TimeAxis times,
      List<LineChart> charts,
      IntConsumer onPoint,
      Tips tips,
      Consumer<Segment> onMarked) {
    this.times = times;
    this.charts = List.copyOf(charts);
    visible = new Segment(0, times.size());
    addClassName("linked-charts");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "group");
    getElement()
        .setAttribute(
            "aria-label",
            "Charts over time: arrow keys go from point to point, plus and minus zoom, 0 shows all");
    charts.getFirst().addToHead(tools());
    charts.forEach(this::add);
    getElement()
        .addEventListener(
            RANGE_SHOWN,
            event ->
                refine(
                    event.getEventData().get("event.detail.min").asDouble(),
                    event.getEventData().get("event.detail.max").asDouble()))
        .addEventData("event.detail.min")
        .addEventData("event.detail.max");
    getElement()
        .addEventListener(
            POINT_CLICKED,
            event -> onPoint.accept(nearest(event.getEventData().get(PLACE).asDouble())))
        .addEventData(PLACE);
    getElement()
        .addEventListener(
            STRETCH_MARKED,
            event ->
                onMarked.accept(
                    range(
                        event.getEventData().get("event.detail.min").asDouble(),
                        event.getEventData().get("event.detail.max").asDouble())))
        .addEventData("event.detail.min")
        .addEventData("event.detail.max");
    getElement()
        .addEventListener(
            "place-hovered",
            event -> {
              double place = event.getEventData().get(PLACE).asDouble();
              Tip tip = tips.at(place, nearest(place));
              ChartScript.call(this, "tell", tip.place(), tip.facts(), false);
            })
        .addEventData(PLACE);
    getElement()
        .addEventListener(
            "point-stepped",
            event -> step(event.getEventData().get("event.detail.by").asInt(), tips))
        .addEventData("event.detail.by");
    addAttachListener(
        event -> {
          // A reloaded page draws the whole series.
          visible = new Segment(0, times.size());
          ChartScript.call(this, "link");
        });
  }

  /** The first step leads to the first or the last point that is shown. */
  private void step(int by, Tips tips) {
    int start = by > 0 ? visible.from() : visible.last();
    cursor =
        visible.contains(cursor)
            ? Math.clamp((long) cursor + by, visible.from(), visible.last())
            : start;
    ChartScript.call(this, "tell", times.position(cursor), tips.of(cursor), true);
  }

  /** Whether a drag marks a stretch instead of zooming. */
  void setMarking(boolean marking) {
    getElement().executeJs("this.toggleAttribute('marking', $0)", marking);
  }

  /** The points between two places of the axis, at least one. */
  private Segment range(double min, double max) {
    int from = Math.clamp(times.firstAtOrAfter(min), 0, times.size() - 1);
    int to = Math.min(times.size(), times.firstAtOrAfter(Math.nextUp(max)));
    return new Segment(from, Math.max(from + 1, to));
  }

  /** Shows a stretch in all charts. */
  void zoomTo(Segment range) {
    ChartScript.call(this, "zoom", times.position(range.from()), times.position(range.to() - 1));
    visible = range;
  }

  /**
   * Shows a stretch with its neighbourhood.
   *
   * @param window window length in points
   */
  void zoomAround(Segment segment, int window) {
    int margin = Math.max(CONTEXT_WINDOWS * window, segment.length());
    zoomTo(segment.widened(margin, times.size()));
  }

  /** The stretch that is shown. */
  Segment visibleRange() {
    return visible;
  }

  private Div tools() {
    Button all = new Button("Whole series", click -> showAll());
    all.addThemeVariants(ButtonVariant.SMALL);
    all.addClassName("show-all");
    Div tools =
        new Div(
            all,
            tool("\u2190", "Earlier", () -> move(-STEP)),
            tool("\u2192", "Later", () -> move(STEP)),
            tool("+", "Zoom in", () -> scale(1 / SCALE)),
            tool("\u2212", "Zoom out", () -> scale(SCALE)));
    tools.addClassName("chart-tools");
    tools.getElement().setAttribute("role", "group");
    tools.getElement().setAttribute("aria-label", "Stretch shown");
    return tools;
  }

  private static NativeButton tool(String sign, String name, Runnable action) {
    NativeButton button = new NativeButton(sign, click -> action.run());
    button.getElement().setAttribute("aria-label", name);
    button.getElement().setAttribute("title", name);
    return button;
  }

  private void move(double share) {
    int distance = (int) (share * visible.length());
    int by = Math.clamp(distance, -visible.from(), times.size() - visible.to());
    if (by != 0) {
      zoomTo(new Segment(visible.from() + by, visible.to() + by));
    }
  }

  private void scale(double factor) {
    double middle = (visible.from() + visible.to()) / 2.0;
    double half = Math.max(LEAST_SHOWN, visible.length() * factor) / 2;
    int from = (int) Math.max(0, middle - half);
    int to = (int) Math.min(times.size(), middle + half);
    zoomTo(new Segment(from, Math.max(from + 1, to)));
  }

  private void showAll() {
    ChartScript.call(this, "zoom");
    visible = new Segment(0, times.size());
  }

  /** The line goes on to the next points outside. */
  private void refine(double min, double max) {
    int from = Math.clamp(times.firstAtOrAfter(min) - 1, 0, times.size() - 1);
    int to = Math.min(times.size(), times.firstAtOrAfter(Math.nextUp(max)) + 1);
    Segment drawn = new Segment(from, Math.max(from + 1, to));
    charts.forEach(chart -> chart.refine(drawn));
    visible = range(min, max);
  }

  private int nearest(double position) {
    int after = Math.min(times.firstAtOrAfter(position), times.size() - 1);
    int before = Math.max(0, after - 1);
    return position - times.position(before) < times.position(after) - position ? before : after;
  }
}
