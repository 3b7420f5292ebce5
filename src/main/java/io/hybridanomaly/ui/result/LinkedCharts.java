package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.series.TimeAxis;
import java.util.List;

/**
 * Charts over the same time axis that zoom and pan together. The browser keeps them together by
 * itself; the server hears of the stretch that is shown and sends its points in detail.
 */
@JsModule("./charts/linked-charts.js")
final class LinkedCharts extends Div {

  private static final String RANGE_SHOWN = "range-shown";

  private final TimeAxis times;
  private final List<LineChart> charts;

  /**
   * @param times the axis of all charts
   * @param charts in order from top to bottom
   */
  LinkedCharts(TimeAxis times, List<LineChart> charts) {
    this.times = times;
    this.charts = List.copyOf(charts);
    addClassName("linked-charts");
    Button all = new Button("Show the whole series", click -> showAll());
    all.addThemeVariants(ButtonVariant.SMALL);
    all.addClassName("show-all");
    charts.getFirst().addToHead(all);
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
    addAttachListener(event -> getElement().executeJs("window.hybridCharts.link(this)"));
  }

  /**
   * Zooms all charts to a stretch.
   *
   * @param from first point
   * @param to last point
   */
  void zoomTo(int from, int to) {
    getElement()
        .executeJs(
            "window.hybridCharts.zoom(this, $0, $1)", times.position(from), times.position(to));
  }

  private void showAll() {
    getElement().executeJs("window.hybridCharts.zoom(this)");
  }

  private void refine(double min, double max) {
    int from = Math.max(0, firstAtOrAfter(min) - 1);
    int to = Math.min(times.size(), firstAtOrAfter(Math.nextUp(max)) + 1);
    for (LineChart chart : charts) {
      chart.refine(from, Math.max(from + 1, to));
    }
  }

  private int firstAtOrAfter(double position) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times.position(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
