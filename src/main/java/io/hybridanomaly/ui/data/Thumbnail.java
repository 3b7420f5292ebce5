package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.series.PointReduction;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import java.util.Locale;

/** A small picture of a whole series: where it lies in time and what it looks like. */
final class Thumbnail extends Div {

  private static final int WIDTH = 280;
  private static final int HEIGHT = 64;
  private static final int BUCKETS = 280;
  private static final int[] NONE = {};

  Thumbnail(TimeSeries series) {
    addClassName("thumbnail");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", "The whole series in small");
    // The root of an Html component loses the case of its attributes, which those of a picture
    // need.
    add(
        new Html(
            "<span><svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"%s\"/></svg></span>"
                .formatted(WIDTH, HEIGHT, path(series))));
  }

  private static String path(TimeSeries series) {
    TimeAxis times = series.times();
    double[] values = series.values();
    int n = values.length;
    int[] points = PointReduction.choose(values, 0, n, BUCKETS, 0, NONE);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int point : points) {
      low = Math.min(low, values[point]);
      high = Math.max(high, values[point]);
    }
    double start = times.position(0);
    double span = times.position(n - 1) - start;
    StringBuilder path = new StringBuilder();
    for (int point : points) {
      double x = span > 0 ? (times.position(point) - start) / span : (double) point / n;
      // Halved first: the span of the largest doubles overflows.
      double y = high > low ? (values[point] / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(
              String.format(Locale.ROOT, "%.1f %.1f", x * WIDTH, HEIGHT - 2 - y * (HEIGHT - 4)));
    }
    return path.toString();
  }
}
