package io.hybridanomaly.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.overview.Overlay;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Locale;

/** A few series laid over each other, with their names and their anomalies. */
final class OverlayPanel extends Div {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 220;
  private static final int EDGE = 8;

  OverlayPanel() {
    setId("series-overlay");
    addClassName("series-overlay");
    setVisible(false);
  }

  /** Draws the series, if they are enough. */
  void show(Overlay overlay) {
    removeAll();
    setVisible(overlay.curves().size() >= Overlay.FEWEST);
    if (!isVisible()) {
      return;
    }
    Div legend = new Div();
    legend.addClassName("overlay-legend");
    Div axis = new Div();
    axis.addClassName("lane-axis");
    double from = overlay.axis().span().from();
    double last = Math.max(from, overlay.axis().span().to() - overlay.axis().step());
    for (double place : List.of(from, from / 2 + last / 2, last)) {
      axis.add(new Span(Texts.dates(overlay.axis().text(place))));
    }
    StringBuilder svg = new StringBuilder();
    for (int i = 0; i < overlay.curves().size(); i++) {
      Overlay.Curve curve = overlay.curves().get(i);
      Span name = new Span(curve.name());
      name.addClassNames("overlay-name", "curve-" + (i + 1));
      legend.add(name);
      svg.append("<g class=\"curve-%d\">".formatted(i + 1));
      path(curve, false, svg);
      path(curve, true, svg);
      svg.append("</g>");
    }
    Span abnormal = new Span("anomaly");
    abnormal.addClassNames("overlay-name", "abnormal");
    legend.add(abnormal);
    add(
        new H3("%d series, each in its own range".formatted(overlay.curves().size())),
        legend,
        OverviewRow.picture(
            "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Series laid over each other\">%s</svg>"
                .formatted(WIDTH, HEIGHT, svg)),
        axis);
  }

  /** The whole line, or its anomalies alone; a single point is a line of no length, drawn round. */
  private static void path(Overlay.Curve curve, boolean abnormal, StringBuilder out) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < curve.x().length; i++) {
      boolean drawn = !abnormal || curve.abnormal()[i];
      if (drawn) {
        path.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                drawing ? "L" : "M",
                WIDTH * curve.x()[i],
                HEIGHT - EDGE - curve.y()[i] * (HEIGHT - 2 * EDGE)));
        if (!drawing) {
          path.append("h0");
        }
      }
      drawing = drawn;
    }
    if (!path.isEmpty()) {
      out.append("<path class=\"%s\" d=\"%s\"/>".formatted(abnormal ? "abnormal" : "line", path));
    }
  }
}
