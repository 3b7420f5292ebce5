package io.hybridanomaly.ui.overview;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.overview.Overlay;
import io.hybridanomaly.ui.base.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A few series laid over each other, with their names, scales and anomalies. Which values stand
 * under the pointer the page's script {@code overview/overlay.js} tells.
 */
@JsModule("./overview/overlay.js")
final class OverlayPanel extends Div {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 220;
  private static final int EDGE = 8;
  private static final double MIDDLE = 0.5;
  private static final String LINES = line(Overlay.LOW) + line(MIDDLE) + line(Overlay.HIGH);

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
    double last = overlay.axis().last();
    for (double place : List.of(from, from / 2 + last / 2, last)) {
      axis.add(new Span(Texts.dates(overlay.axis().text(place))));
    }
    StringBuilder svg = new StringBuilder(LINES);
    for (int i = 0; i < overlay.curves().size(); i++) {
      Overlay.Curve curve = overlay.curves().get(i);
      legend.add(name(curve, i + 1));
      svg.append("<g class=\"curve-%d\">".formatted(i + 1));
      path(curve, false, svg);
      path(curve, true, svg);
      svg.append("</g>");
    }
    Span abnormal = new Span("anomaly");
    abnormal.addClassNames("overlay-name", "abnormal");
    legend.add(abnormal);
    Div plot =
        new Div(
            OverviewRow.picture(
                "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Series laid over each other\">%s</svg>"
                    .formatted(WIDTH, HEIGHT, svg)));
    plot.addClassName("overlay-plot");
    plot.getElement().setAttribute("tabindex", "0");
    plot.getElement().setAttribute("role", "group");
    plot.getElement().setAttribute("aria-label", "Values, with the arrow keys");
    plot.getElement().executeJs("window.hybridOverlay.read(this, $0)", points(overlay));
    Div drawn = new Div(heights(), plot, axis);
    drawn.addClassName("overlay-drawn");
    Paragraph scale =
        new Paragraph(
            "Each line has a scale of its own: its median in the middle, its usual values between"
                + " the outer lines, outliers pressed together beyond them.");
    scale.addClassName("note");
    add(
        new H3("%d series, each in its own range".formatted(overlay.curves().size())),
        legend,
        drawn,
        scale);
  }

  /** What the heights mean; for each series something else, as its name says. */
  private static Div heights() {
    Div heights = new Div();
    heights.addClassName("overlay-heights");
    heights.add(label("usual high", Overlay.HIGH), label("median", MIDDLE));
    heights.add(label("usual low", Overlay.LOW));
    return heights;
  }

  private static Span label(String text, double height) {
    Span label = new Span(text);
    label.getStyle().setTop(String.format(Locale.ROOT, "%.1f%%", 100 * y(height) / HEIGHT));
    return label;
  }

  private static Span name(Overlay.Curve curve, int number) {
    Span name = new Span(curve.name());
    Overlay.Scale values = curve.scale();
    Span scale =
        new Span(
            " usually %s to %s, median %s"
                .formatted(
                    Texts.value(shortened(values.low())),
                    Texts.value(shortened(values.high())),
                    Texts.value(shortened(values.median()))));
    scale.addClassName("overlay-scale");
    name.add(scale);
    name.addClassNames("overlay-name", "curve-" + number);
    return name;
  }

  /** Quantiles are not exact to more digits. */
  private static double shortened(double value) {
    return new BigDecimal(value).round(new MathContext(3)).doubleValue();
  }

  /** Names, times and values of all points, as they are to be read. */
  private static ArrayNode points(Overlay overlay) {
    ArrayNode curves = JsonMapper.shared().createArrayNode();
    for (Overlay.Curve curve : overlay.curves()) {
      ObjectNode one = curves.addObject();
      one.put("name", curve.name());
      ArrayNode points = one.putArray("points");
      for (int i = 0; i < curve.x().length; i++) {
        points
            .addObject()
            .put("x", curve.x()[i])
            .put("time", Texts.dates(overlay.axis().text(curve.places()[i])))
            .put("value", Texts.value(curve.values()[i]));
      }
    }
    return curves;
  }

  private static double y(double height) {
    return HEIGHT - EDGE - height * (HEIGHT - 2 * EDGE);
  }

  private static String line(double height) {
    return String.format(Locale.ROOT, "<path class=\"scale\" d=\"M0 %.1fH%d\"/>", y(height), WIDTH);
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
                y(curve.y()[i])));
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
