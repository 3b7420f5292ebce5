package io.hybridanomaly.export;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line chart over time as a picture in SVG, without a script and without a browser. Each column
 * of pixels shows the range of its points, so that a spike of a single point stays visible.
 */
final class SvgChart {

  static final int WIDTH = 960;
  private static final int LEFT = 70;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 26;
  private static final int PLOT = WIDTH - LEFT - RIGHT;
  private static final int TIME_LABELS = 6;

  private record Line(double[] values, String style) {}

  private final TimeAxis times;
  private final String description;
  private final int height;
  private int from;
  private int to;
  private final List<Line> lines = new ArrayList<>();
  private List<Anomaly> bands = List.of();
  private @Nullable Double level;

  /**
   * @param description what the picture shows, for those who do not see it
   * @param height in pixels
   */
  SvgChart(TimeAxis times, String description, int height) {
    this.times = times;
    this.description = description;
    this.height = height;
    this.to = times.size();
  }

  /**
   * Shows a stretch instead of the whole series.
   *
   * @param first its first point
   * @param end the point after its last
   */
  SvgChart range(int first, int end) {
    from = first;
    to = end;
    return this;
  }

  int height() {
    return height;
  }

  /** Adds a line with one value for each point; its colour is that of a CSS class. */
  SvgChart line(double[] values, String style) {
    lines.add(new Line(values, style));
    return this;
  }

  /** Draws anomalies as bands behind the lines. */
  SvgChart bands(List<Anomaly> anomalies) {
    bands = anomalies;
    return this;
  }

  /** Draws a horizontal line. */
  SvgChart level(double value) {
    level = value;
    return this;
  }

  /** The picture as an {@code svg} element; every text in it is escaped. */
  String svg() {
    Scale scale = scale();
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-label=\"%s\">\n",
            WIDTH,
            height,
            Markup.escape(description)));
    valueAxis(scale, out);
    timeAxis(out);
    for (Anomaly anomaly : bands) {
      if (anomaly.segment().to() <= from || to <= anomaly.segment().from()) {
        continue;
      }
      double left =
          Math.max(LEFT, x(anomaly.segment().from()) - halfStep(anomaly.segment().from()));
      double right =
          Math.min(WIDTH - RIGHT, x(anomaly.segment().last()) + halfStep(anomaly.segment().last()));
      out.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n",
              left,
              TOP,
              Math.max(1.5, right - left),
              height - TOP - BOTTOM));
    }
    for (Line line : lines) {
      out.append("<path class=\"").append(line.style()).append("\" d=\"");
      path(line.values(), scale, out);
      out.append("\"/>\n");
    }
    if (level != null) {
      double y = y(scale, level);
      out.append(
          String.format(
              Locale.ROOT,
              "<line class=\"level\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
              LEFT,
              WIDTH - RIGHT,
              y,
              y));
    }
    return out.append("</svg>\n").toString();
  }

  private Scale scale() {
    double low = level == null ? Double.POSITIVE_INFINITY : level;
    double high = level == null ? Double.NEGATIVE_INFINITY : level;
    for (Line line : lines) {
      for (int i = from; i < to; i++) {
        low = Math.min(low, line.values()[i]);
        high = Math.max(high, line.values()[i]);
      }
    }
    return Scale.over(low, high);
  }

  private void valueAxis(Scale scale, StringBuilder out) {
    for (double tick : scale.ticks()) {
      double y = y(scale, tick);
      out.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
              LEFT,
              WIDTH - RIGHT,
              y,
              y,
              LEFT - 8,
              y + 4,
              Scale.text(tick)));
    }
  }

  private void timeAxis(StringBuilder out) {
    double first = times.position(from);
    double span = times.position(to - 1) - first;
    boolean plain = !(times instanceof Timestamps);
    boolean days = plain || span > 4 * 86_400_000.0;
    for (int i = 0; i < TIME_LABELS; i++) {
      int point =
          Math.clamp(times.firstAtOrAfter(first + span * i / (TIME_LABELS - 1)), from, to - 1);
      String text = times.text(point);
      int end = plain ? text.length() : days ? 10 : 16;
      String anchor = i == 0 ? "start" : i == TIME_LABELS - 1 ? "end" : "middle";
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
              x(point),
              height - 8,
              anchor,
              Markup.escape(text.substring(0, Math.min(end, text.length())).replace('T', ' '))));
    }
  }

  /** One move to the first point, then all points, or the range of each column of pixels. */
  private void path(double[] values, Scale scale, StringBuilder out) {
    if (to - from <= 2 * PLOT) {
      for (int i = from; i < to; i++) {
        point(out, x(i), y(scale, values[i]));
      }
      return;
    }
    int start = from;
    while (start < to) {
      int column = (int) x(start);
      int low = start;
      int high = start;
      int end = start + 1;
      for (; end < to && (int) x(end) == column; end++) {
        low = values[end] < values[low] ? end : low;
        high = values[end] > values[high] ? end : high;
      }
      point(out, column, y(scale, values[Math.min(low, high)]));
      point(out, column, y(scale, values[Math.max(low, high)]));
      start = end;
    }
  }

  private static void point(StringBuilder out, double x, double y) {
    // Formatting is too slow for thousands of points.
    out.append(out.charAt(out.length() - 1) == '"' ? 'M' : 'L')
        .append(Math.round(x * 10) / 10.0)
        .append(' ')
        .append(Math.round(y * 10) / 10.0);
  }

  private double x(int point) {
    double first = times.position(from);
    double span = times.position(to - 1) - first;
    double share =
        span > 0 ? (times.position(point) - first) / span : (double) (point - from) / (to - from);
    return LEFT + PLOT * share;
  }

  /** Half the distance to a neighbour: a band over a single point would have no width. */
  private double halfStep(int point) {
    int other = point > 0 ? point - 1 : Math.min(1, times.size() - 1);
    return Math.min(3, Math.abs(x(point) - x(other)) / 2);
  }

  private double y(Scale scale, double value) {
    return height - BOTTOM - scale.share(value) * (height - TOP - BOTTOM);
  }
}
