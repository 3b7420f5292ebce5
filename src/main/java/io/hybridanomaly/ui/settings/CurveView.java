package io.hybridanomaly.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.ui.base.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A small curve of what every sensitivity would flag, with the current one marked. */
final class CurveView extends Div {

  private static final int WIDTH = 240;
  private static final int HEIGHT = 44;
  private static final int MARGIN = 3;

  private Optional<SensitivityCurve> shown = Optional.empty();
  private double shownAt;

  CurveView() {
    setId("sensitivity-curve");
    addClassName("sensitivity-curve");
  }

  /**
   * Shows what every sensitivity would flag.
   *
   * @param counted empty: nothing is known
   * @param current the sensitivity that is chosen
   */
  void show(Optional<SensitivityCurve> counted, double current) {
    if (counted.equals(shown) && current == shownAt) {
      return;
    }
    shown = counted;
    shownAt = current;
    removeAll();
    counted.ifPresent(curve -> draw(curve, curve.nearest(current)));
  }

  private void draw(SensitivityCurve counted, int at) {
    Paragraph words = new Paragraph(words(counted, at));
    Div picture = new Div();
    picture.addClassName("curve");
    // Numbers of our own only.
    picture.getElement().setProperty("innerHTML", svg(counted, at));
    add(picture, words);
  }

  private static String words(SensitivityCurve counted, int at) {
    boolean flat = isFlat(counted);
    if (flat && counted.anomalies()[at] == 0) {
      return "No sensitivity flags anything";
    }
    return "%s %s, %s of all points"
        .formatted(
            flat ? "Every sensitivity flags" : "Flags",
            Texts.count(counted.anomalies()[at], "anomaly"),
            Texts.finePercent(counted.shares()[at]));
  }

  private static boolean isFlat(SensitivityCurve counted) {
    return Arrays.stream(counted.anomalies()).distinct().count() == 1
        && Arrays.stream(counted.shares()).distinct().count() == 1;
  }

  private static String svg(SensitivityCurve counted, int at) {
    double[] anomalies = Arrays.stream(counted.anomalies()).asDoubleStream().toArray();
    double x = x(at, anomalies.length);
    return String.format(
        Locale.ROOT,
        """
        <svg viewBox="0 0 %d %d" role="img" aria-label="Anomalies and share of points that each \
        sensitivity from 0 to 10 would flag">\
        <line class="now" x1="%.1f" x2="%.1f" y1="0" y2="%d"/>\
        <path class="shares" d="%s"/><path class="anomalies" d="%s"/>\
        <circle class="anomalies" cx="%.1f" cy="%.1f" r="3"/>\
        <circle class="shares" cx="%.1f" cy="%.1f" r="3"/></svg>""",
        WIDTH,
        HEIGHT,
        x,
        x,
        HEIGHT,
        path(counted.shares()),
        path(anomalies),
        x,
        y(anomalies, at),
        x,
        y(counted.shares(), at));
  }

  private static String path(double[] values) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(String.format(Locale.ROOT, "%.1f %.1f", x(i, values.length), y(values, i)));
    }
    return path.toString();
  }

  private static double x(int i, int n) {
    return MARGIN + (WIDTH - 2.0 * MARGIN) * i / (n - 1);
  }

  /** Roots keep the low settings apart: a high one flags many times as much. */
  private static double y(double[] values, int i) {
    double most = Arrays.stream(values).max().orElse(0);
    double share = most > 0 ? Math.sqrt(values[i] / most) : 0;
    return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
  }
}
